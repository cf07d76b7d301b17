import { tryPlainLine } from '../../report/terminal/plain-line.ts'
import type { RunDisplay } from './run-display.ts'
import type { Terminal } from './terminal.ts'

/** A row a task, redrawn in place, on a terminal; a line an event elsewhere. */
export async function openDisplay(terminal: Terminal): Promise<RunDisplay> {
  if (!terminal.isLive) return openPlainDisplay(terminal)
  const { LiveDisplay } = await import('./live-display.ts') // only now: it takes a while to load
  return new LiveDisplay(terminal)
}

function openPlainDisplay(terminal: Terminal): RunDisplay {
  return {
    emit: event => {
      const line = tryPlainLine(event)
      if (line !== undefined) terminal.narrate(line)
    },
    close: () => {},
  }
}
