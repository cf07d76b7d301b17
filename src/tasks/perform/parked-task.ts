import type { AgentAnswer } from '../../agents/agent-request.ts'
import { restoreWorktree } from '../../git/worktree/restore.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Task } from '../../model/plan.ts'
import { goesOn, type Parked, type TaskResult } from '../../model/task-result.ts'
import { startStopwatch } from '../../model/timing/stopwatch.ts'
import { toNoFurtherUsage } from '../../model/usage.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { SpentBefore } from '../work/recover-work.ts'
import { type TaskWork, tryUsageOf } from '../work/task-work.ts'

/** What a parked or stopped task continues with: its attempts, and why they were refused, count on. */
function readSpentBefore(result: TaskResult): SpentBefore {
  const { model, via, agentVersion, turns, agentSeconds, attempts, parked } = result
  return {
    startedAt: result.startedAt ?? new Date().toISOString(),
    stopwatch: startStopwatch(result.seconds),
    attempt: parked?.attempt ?? attempts + 1,
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

/** What a task continues with that an earlier process parked or stopped; undefined: it begins. */
export async function tryReadParked(
  { store }: Pick<RunContext, 'store'>,
  { id }: Task,
): Promise<SpentBefore | undefined> {
  const result = await store.readResult(id)
  return result !== undefined && goesOn(result) ? readSpentBefore(result) : undefined
}

/** What a task that goes on later continues with; null: it has ended. */
export function toParked(
  { attempt, feedback }: Pick<TaskWork, 'attempt' | 'feedback'>,
  {
    outcome,
    parked,
  }: { readonly outcome: Outcome; readonly parked?: Pick<Parked, 'agent' | 'isDone'> | undefined },
): Parked | null {
  const isOpen = outcome === 'parked' || outcome === 'cancelled'
  return isOpen && parked !== undefined ? { ...parked, attempt, feedback: [...feedback] } : null
}

/** What a result keeps of an earlier one, whose task would have gone on. */
export function toOpenFields(open: TaskResult, outcome: Outcome): Partial<TaskResult> {
  const { parked, reviews, workPlan } = open
  return { ...toSpentFields(open), ...(outcome === 'parked' ? { parked, reviews, workPlan } : {}) }
}

export function toSpentFields(result: TaskResult) {
  const { attempts, agentSeconds, seconds, tokens, costUsd, usage, turns } = result
  return { attempts, agentSeconds, seconds, tokens, costUsd, usage, turns }
}
