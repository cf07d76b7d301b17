import type { StepLog } from './step/step-log.ts'

const signals = ['SIGINT', 'SIGTERM'] as const

/**
 * A cancelled job gets SIGINT, SIGTERM after 7.5 seconds, and is killed 2.5 seconds later: in that time agents are ended, and their
 * work is kept. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
export async function untilCancelled<T>(log: StepLog, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const cancel = () => {
    if (controller.signal.aborted) return
    log.line('the job was cancelled: ending agents and keeping their work')
    controller.abort()
  }
  for (const signal of signals) process.on(signal, cancel)
  try {
    return await work(controller.signal)
  } finally {
    for (const signal of signals) process.off(signal, cancel)
  }
}
