import type { Repository } from '../git/open-repository.ts'
import type { Land } from '../plan/plan.ts'
import { RefusedError } from '../plan/refused-error.ts'
import type { Report } from '../report/report.ts'
import type { EmitEvent } from '../report/run-event.ts'
import { readPlanOf } from './read-status.ts'
import { requireRun } from './run/claim-run.ts'
import { finishRun } from './run/finish-run.ts'
import { RunStore } from './run/run-store.ts'
import { withRun } from './run/with-run.ts'

export interface MergeOptions {
  readonly run: string | undefined
  /** Instead of what the plan says. */
  readonly land: Land | undefined
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/** Merges and tests what the tasks of a run came to once more, and lands it. No agent is started. */
export async function mergeRun(repository: Repository, options: MergeOptions): Promise<Report> {
  const run = await requireRun(repository, options.run)
  const stored = await readPlanOf(new RunStore(repository, run))
  const integration = { ...stored.integration, ...(options.land === undefined ? {} : { land: options.land }) }
  const request = {
    repository,
    run,
    plan: { ...stored, integration },
    signal: options.signal,
    emit: options.emit,
  }
  return withRun(request, (context, results) => {
    if (![...results.values()].some(result => result.outcome === 'succeeded')) {
      throw new RefusedError(`no task of run ${run} has succeeded: there is nothing to merge`)
    }
    return finishRun(context, { results, resumed: true, startedAt: performance.now() })
  })
}
