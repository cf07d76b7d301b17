import { tryPlainLine } from '../../report/terminal/plain-line.ts'
import type { RunDisplay } from './run-display.ts'
import type { Terminal } from './terminal.ts'

/** On a terminal a row a task, updated in place; elsewhere a line an event. */
export async function openDisplay(terminal: Terminal): Promise<RunDisplay> {
  if (!terminal.isLive) return openPlainDisplay(terminal)
  const { LiveDisplay } = await import('./live-display.ts') // loaded late: it takes a while
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
