import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { Land } from '../../model/plan.ts'
import type { FailedJob } from '../../report/text/failed-jobs.ts'
import { removeLocalState } from '../../run/remove-local-state.ts'
import type { RunContext } from '../../run/run-context.ts'
import { type CollectedRun, openMergeContext } from '../collect/collected-run.ts'
import { readJobResults } from '../collect/job-results.ts'
import type { Intake } from '../handover/read-handovers.ts'
import type { TestedResult } from '../tested-merge/tested-result.ts'
import type { CollectedResults, Exchange } from './exchange.ts'
import type { Forge } from './forge.ts'
import type { Placing } from './place-refs.ts'

export interface PublishRequest {
  readonly collected: CollectedRun
  readonly exchange: Exchange
  readonly land: Land
  readonly access: RemoteAccess
  readonly forge: Forge
  /** The failed jobs of the workflow run; none if they are unknown. */
  readFailedJobs(): Promise<readonly FailedJob[]>
  /** The page of the workflow run. */
  readonly runUrl: string | undefined
}

/** Everything of a run that can be published. It is on refs of this clone. */
export interface Prepared {
  readonly context: RunContext
  readonly intake: Intake
  readonly results: CollectedResults
  readonly tested: TestedResult
  readonly placing: Placing
  /** Whether the workflow run was cancelled before it had a result. */
  readonly cancelled: boolean
  /** Whether some of the tasks ran in an earlier attempt of the workflow run. */
  readonly resumed: boolean
}

/** Imports everything and repeats the merge, for a piece of work. */
export async function withPrepared<T>(
  request: PublishRequest,
  work: (prepared: Prepared) => Promise<T>,
): Promise<T> {
  const { collected, exchange, access } = request
  const intake = await exchange.takeTasks(collected)
  const context = await openMergeContext(collected)
  try {
    const results = await readJobResults(context, intake, await request.readFailedJobs())
    const tested = await exchange.takeMerge(collected, context, results)
    const { repository, run } = collected
    const placing = { repository, run, refs: context.store.refs, access }
    return await work({
      context,
      intake,
      results,
      tested,
      placing,
      cancelled: exchange.isCancelled,
      resumed: collected.attempt > 1,
    })
  } finally {
    await removeLocalState(context.paths)
  }
}
