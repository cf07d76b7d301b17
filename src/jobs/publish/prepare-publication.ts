import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import { ResolutionCache } from '../../merging/resolution-cache.ts'
import type { Land, TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { removeLocalState } from '../../run/remove-local-state.ts'
import type { RunContext } from '../../run/run-context.ts'
import { type CollectedRun, openMergeContext } from '../collect/collected-run.ts'
import { type ArtifactExchange, type Exchange, isCancelled } from '../collect/exchange.ts'
import { readJobResults } from '../collect/take-artifacts.ts'
import { takeRun } from '../collect/take-run.ts'
import type { Intake } from '../handover/read-handovers.ts'
import type { Forge } from './forge.ts'
import type { Placing } from './place-refs.ts'
import {
  type TestedResult,
  toReportedResult,
  toStoredResolutions,
  toVerifiedResult,
} from './tested-result.ts'
import { type VerifiedMerge, verifyMerge } from './verify-merge.ts'

export interface PublishRequest {
  readonly collected: CollectedRun
  readonly exchange: Exchange
  readonly land: Land
  readonly access: RemoteAccess
  readonly forge: Forge
  /** The page of the workflow run. */
  readonly runUrl: string | undefined
}

/** Everything of a run that can be published. It is on refs of this clone. */
export interface Prepared {
  readonly context: RunContext
  readonly intake: Intake
  readonly results: ReadonlyMap<TaskId, TaskResult>
  readonly tested: TestedResult
  readonly placing: Placing
  /** Whether the workflow run was cancelled before it had a result. */
  readonly cancelled: boolean
  /** Whether some of the tasks ran in an earlier attempt of the workflow run. */
  readonly resumed: boolean
}

/** Imports everything and repeats the merge, for a piece of work. */
export async function withPrepared<T>(
  { collected, exchange, access }: PublishRequest,
  work: (prepared: Prepared) => Promise<T>,
): Promise<T> {
  const intake = await takeRun(collected, exchange)
  const context = await openMergeContext(collected)
  try {
    const results = await readJobResults(context, intake)
    const tested =
      exchange.kind === 'refs'
        ? await readPushedResult(context, results)
        : await takeTestedResult(collected, exchange, context, results)
    const { repository, run } = collected
    const placing = { repository, run, refs: context.store.refs, access }
    const cancelled = exchange.kind === 'artifacts' && isCancelled(exchange.mergeEnd)
    return await work({
      context,
      intake,
      results,
      tested,
      placing,
      cancelled,
      resumed: collected.attempt > 1,
    })
  } finally {
    await removeLocalState(context.paths)
  }
}

async function readPushedResult(
  { store }: RunContext,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<TestedResult> {
  return toReportedResult(await store.readReport(), await store.resolve(store.refs.integration), results)
}

async function takeTestedResult(
  collected: CollectedRun,
  exchange: ArtifactExchange,
  context: RunContext,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<TestedResult> {
  const verified = await verifyMerge(collected, exchange, context, results)
  await store(context, verified)
  return toVerifiedResult(verified, results)
}

async function store(context: RunContext, verified: VerifiedMerge): Promise<void> {
  const hasLanded = verified.kind === 'verified' && verified.merge.landed.length > 0
  const { refs } = context.store
  await context.store.pointRefs([[refs.integration, hasLanded ? verified.merge.commit : undefined]])
  const resolutions = toStoredResolutions(verified)
  if (resolutions.length > 0) await new ResolutionCache(context).add(resolutions)
}
