import type { EmitEvent } from '../../model/run-event.ts'
import { openDisplay } from './display.ts'
import { untilInterrupted } from './interrupt.ts'
import type { Terminal } from './terminal.ts'

/** Shows a use case while it runs, and passes on requests to stop. */
export interface Watch {
  readonly emit: EmitEvent
  readonly signal: AbortSignal
}

/** Shows running work, and lets the user stop it. */
export async function watch<T>(terminal: Terminal, work: (watch: Watch) => Promise<T>): Promise<T> {
  const display = await openDisplay(terminal)
  try {
    const say = (text: string) => display.emit({ kind: 'notice', text })
    return await untilInterrupted(say, signal => work({ emit: display.emit, signal }))
  } finally {
    display.close()
  }
}
