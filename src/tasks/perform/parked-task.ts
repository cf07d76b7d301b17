import type { AgentAnswer } from '../../agents/agent-request.ts'
import { restoreWorktree } from '../../git/worktree/restore.ts'
import type { Task } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { startStopwatch } from '../../model/timing/stopwatch.ts'
import { toNoFurtherUsage } from '../../model/usage.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { SpentBefore } from '../work/recover-work.ts'
import { type TaskWork, tryUsageOf } from '../work/task-work.ts'

/** What a parked task continues with: its attempts, and why they were refused, count on. */
function readSpentBefore(result: TaskResult): SpentBefore {
  const { model, via, agentVersion, turns, agentSeconds, attempts, parked } = result
  return {
    startedAt: result.startedAt ?? new Date().toISOString(),
    stopwatch: startStopwatch(result.seconds),
    attempt: attempts + 1,
    feedback: parked?.feedback ?? [],
    agentSeconds,
    usage: tryUsageOf(result),
    agent: parked?.isDone === true ? result.agent : null,
    reviews: result.reviews,
    workPlan: result.workPlan,
    reported: { model, via, agentVersion, turns },
  }
}

/** The work of a task that only waits for its review, back in its checkout; undefined: an agent has to continue it. */
export async function tryRestoreDone(
  { store, control }: RunContext,
  { task, start, worktree, usage }: TaskWork,
): Promise<AgentAnswer | undefined> {
  const result = await store.readResult(task.id)
  const kept = await store.resolve(store.refs.kept(task.id))
  // On another start, its files would undo what its prerequisites did since.
  if (result?.parked?.isDone !== true || kept === undefined || result.base !== start) return undefined
  await restoreWorktree(control, worktree, kept)
  return {
    end: { kind: 'done' },
    seconds: 0,
    usage: toNoFurtherUsage(usage),
    lastWords: undefined,
    turns: undefined,
    session: undefined,
    model: undefined,
    version: undefined,
    via: undefined,
  }
}

/** The result of a task that an earlier process parked; undefined: it did not. */
export async function tryReadParked(
  { store }: Pick<RunContext, 'store'>,
  { id }: Task,
): Promise<SpentBefore | undefined> {
  const result = await store.readResult(id)
  return result?.outcome === 'parked' ? readSpentBefore(result) : undefined
}
