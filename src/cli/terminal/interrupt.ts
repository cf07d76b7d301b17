import { outlivesTerminal } from './hang-up.ts'

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/**
 * The first Ctrl-C stops the run in order; the second ends everything at once, and the next start repairs it. Agents end with this
 * process in either case.
 */
export async function untilInterrupted<T>(
  say: (text: string) => void,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const interrupt = (signal: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      if (signal === 'SIGHUP') return // the shell and the system both send it when a terminal closes
      process.exit(130)
    }
    controller.abort()
    say('stopping: ending agents and keeping their work (repeat to stop immediately)')
  }
  const signals = stopSignals.filter(signal => signal !== 'SIGHUP' || !outlivesTerminal)
  for (const signal of signals) process.on(signal, interrupt)
  try {
    return await work(controller.signal)
  } finally {
    for (const signal of signals) process.off(signal, interrupt)
  }
}
