import type { EmitEvent } from '../model/run-event.ts'
import { tryPlainLine } from '../report/terminal/plain-line.ts'
import type { Terminal } from './terminal.ts'

/** Shows a run while it goes on. */
export interface Display {
  readonly emit: EmitEvent
  /** Leaves the last picture on the screen. */
  close(): void
}

/** A row a task, redrawn in place, on a terminal; a line an event elsewhere. */
export async function openDisplay(terminal: Terminal): Promise<Display> {
  if (!terminal.isLive) return openPlainDisplay(terminal)
  const { LiveDisplay } = await import('./live-display.ts') // only now: it takes a while to load
  return new LiveDisplay(terminal)
}

function openPlainDisplay(terminal: Terminal): Display {
  return {
    emit: event => {
      const line = tryPlainLine(event)
      if (line !== undefined) terminal.narrate(line)
    },
    close: () => {},
  }
}
