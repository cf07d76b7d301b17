import type { Repository } from '../git/repository/open-repository.ts'
import { continueByHand, type HandWork, startByHand } from '../integration/chain/resolve-by-hand.ts'
import type { Land, TaskId } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'
import type { EmitEvent } from '../model/run-event.ts'
import { requireRun } from '../run/opening/claim-run.ts'
import { openStore } from '../run/run-store.ts'
import { type FinishedRun, finishRun } from './finish-run.ts'
import { readPlanOf } from './read-status.ts'
import { withResults } from './resume/with-results.ts'

export interface MergeOptions {
  readonly run: string | undefined
  /** Overrides the plan. */
  readonly land: Land | undefined
  /** First take over a person's resolutions. */
  readonly byHand: { readonly kind: 'continue'; readonly because: string | undefined } | undefined
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/** Merges and tests the branches of a run again, and lands the result. Starts no task. */
export async function mergeRun(repository: Repository, options: MergeOptions): Promise<FinishedRun> {
  const run = await requireRun(repository, options.run)
  const stored = await readPlanOf(await openStore(repository, run))
  const integration = { ...stored.integration, ...(options.land === undefined ? {} : { land: options.land }) }
  const request = {
    repository,
    run,
    plan: { ...stored, integration },
    signal: options.signal,
    emit: options.emit,
  }
  return withResults(request, async (context, results) => {
    if (![...results.values()].some(result => result.outcome === 'succeeded')) {
      throw new RefusedError(`no task of run ${run} succeeded: nothing to merge`)
    }
    if (options.byHand?.kind === 'continue') await continueByHand(context, options.byHand.because)
    return finishRun(context, {
      results,
      mayRedo: false,
      mayPark: true,
      resumed: true,
      startedAt: performance.now(),
    })
  })
}

/** Checks out a task's conflicts for a person. */
export async function resolveByHand(
  repository: Repository,
  {
    run: name,
    task,
    signal,
    emit,
  }: Pick<MergeOptions, 'run' | 'signal' | 'emit'> & { readonly task: TaskId },
): Promise<HandWork> {
  const run = await requireRun(repository, name)
  const plan = await readPlanOf(await openStore(repository, run))
  return withResults({ repository, run, plan, signal, emit }, (context, results) =>
    startByHand(context, results, task),
  )
}
