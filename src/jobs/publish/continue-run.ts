import type { Outcome } from '../../model/outcome.ts'
import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { removeLocalState } from '../../run/remove-local-state.ts'
import { RunStore } from '../../run/run-store.ts'
import { type CollectedRun, openMergeContext } from '../collect/collected-run.ts'
import { type Continuation, toContinuation } from '../continuation/continuation.ts'
import { hasNextPart } from '../continuation/next-part.ts'
import type { Intake } from '../handover/read-handovers.ts'
import { listPushableState, listRunBranches, listRunState } from './list-run-refs.ts'
import { placeRefs } from './place-refs.ts'
import type { PublishRequest } from './prepare-publication.ts'

/** The number of this workflow run, and the maximum. */
export interface PartLimits {
  readonly part: number
  readonly mostParts: number
}

/** Whether the run continues in another workflow run, given its jobs' work so far. */
export async function decideContinuation(
  { repository, run, plan }: CollectedRun,
  { answers }: Intake,
  limits: PartLimits,
): Promise<Continuation> {
  const results = await new RunStore(repository, run, plan.branch).readResults(plan.tasks.map(({ id }) => id))
  const now = new Map<TaskId, Outcome>([...results].map(([task, { outcome }]) => [task, outcome]))
  // Handovers of this workflow run were not done before it.
  const own = new Set(answers.map(({ task }) => task))
  const before = new Map([...now].filter(([task]) => !own.has(task)))
  return toContinuation({ tasks: plan.tasks, before, now, ...limits })
}

/** The workflow run that continues. */
export type ContinuedRun = { readonly part: number } & (
  | {
      readonly isNew: true
      readonly left: number
      readonly total: number
      /** What could not be pushed: then it was not started. */
      readonly problems: readonly string[]
    }
  /** It was started before. */
  | { readonly isNew: false; readonly problems: readonly string[] }
)

/**
 * Pushes the state of an unfinished run, and starts the workflow run that continues it. A repeated job starts none.
 *
 * @param start Starts the workflow run with that number.
 */
export async function continueRun(
  request: PublishRequest,
  limits: PartLimits,
  start: (part: number) => Promise<void>,
): Promise<ContinuedRun> {
  const { collected, exchange, access } = request
  const { repository, run, plan } = collected
  const store = new RunStore(repository, run, plan.branch)
  const mark = store.refs.part(limits.part + 1)
  if (await hasNextPart(collected, access, limits.part))
    return { part: limits.part + 1, isNew: false, problems: [] }
  const intake = await exchange.takeTasks(collected)
  const continuation = await decideContinuation(collected, intake, limits)
  if (continuation.kind !== 'continue')
    throw new RefusedError(
      'the merge job left the rest of this run to another workflow run, which is no longer needed: choose "Re-run all jobs"',
    )
  const { part, remainder } = continuation
  const facts = { part, left: remainder.tasks.length, total: plan.tasks.length, isNew: true } as const
  const context = await openMergeContext(collected)
  try {
    const placing = { repository, run, refs: context.store.refs, access }
    const state = await listPushableState(context, access)
    const refs = [...(await listRunBranches(context)), ...state]
    const { left } = await placeRefs(placing, refs)
    const problems = left.map(({ ref, reason }) => `${ref} is not pushed: ${reason}`)
    if (problems.length > 0) return { ...facts, problems }
    await start(part)
    await store.pointRefs([[mark, await store.writeJson({ part })]])
    await placeRefs(
      placing,
      (await listRunState(context)).filter(({ name }) => name === mark),
    )
    await exchange.free(collected)
    return { ...facts, problems }
  } finally {
    await removeLocalState(context.paths)
  }
}
