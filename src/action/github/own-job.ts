import type { JobWatch, WatchedJob } from '../../jobs/lane/job-watch.ts'
import { TransportError } from '../../jobs/transport/transport.ts'
import type { Step } from '../step/step.ts'

/** The job of this step. Without it, less is known about the other jobs, which is logged. */
export async function tryOwnJob(
  { log }: Pick<Step, 'log'>,
  watch: JobWatch | undefined,
): Promise<WatchedJob | undefined> {
  try {
    return await watch?.readOwnJob()
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    log.line(error.message)
    return undefined
  }
}
