import type { OutputPlace } from '../../agents/agent-answer.ts'
import type { CommandEnd } from '../../agents/process/supervise.ts'
import { isFolder, modifiedAt } from '../../files/plain-file.ts'
import type { Task } from '../../model/plan.ts'
import { startStopwatch } from '../../model/timing/stopwatch.ts'
import { type AttemptRecord, tryReadAttemptRecord, tryReadStatus } from '../../run/attempt-record.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toTaskWorktree } from './task-folders.ts'
import type { TaskWork } from './task-work.ts'

/** What an earlier process left of a task. */
export type InterruptedAttempt =
  /** The agent has ended, and only the gates are missing. */
  | {
      readonly kind: 'ended'
      readonly work: TaskWork
      readonly end: CommandEnd
      readonly output: OutputPlace
    }
  /** It was interrupted: its work has been kept, and the attempt is repeated. */
  | ({ readonly kind: 'cut-off' } & CutOff)

/** An attempt that died with its harness. */
export interface CutOff {
  readonly work: TaskWork
  /** False: the one before it was refused, and this one had not begun. */
  readonly isStarted: boolean
  /** The time of its last output, in seconds since its start. */
  readonly seconds: number
  readonly output: OutputPlace
}

/** Spending that a repeated attempt continues from. */
export type SpentBefore = Pick<
  TaskWork,
  | 'startedAt'
  | 'stopwatch'
  | 'attempt'
  | 'feedback'
  | 'agentSeconds'
  | 'usage'
  | 'agent'
  | 'reviews'
  | 'workPlan'
  | 'reported'
  | 'session'
  | 'continued'
>

export async function tryReadInterruptedAttempt(
  context: RunContext,
  task: Task,
): Promise<InterruptedAttempt | undefined> {
  const paths = context.paths.task(task.id)
  const record = tryReadAttemptRecord(paths.attempt)
  if (record === undefined) return undefined
  const status = tryReadStatus(paths.status)
  const work = toWork(context, task, record)
  if (!record.isStarted || status === undefined || !isFolder(work.worktree.path))
    return {
      kind: 'cut-off',
      ...measureCutOff(context, work, record),
    }
  const seconds = Math.max(0, status.endedAt - Date.parse(record.attemptStartedAt)) / 1000
  return {
    kind: 'ended',
    work: withSeconds(work, record, seconds),
    end: { kind: 'exited', code: status.code, seconds },
    output: record,
  }
}

function measureCutOff({ paths }: RunContext, work: TaskWork, record: AttemptRecord): CutOff {
  const written = modifiedAt(paths.log(work.task.id)) ?? 0
  const seconds = Math.max(0, written - Date.parse(record.attemptStartedAt)) / 1000
  const { isStarted } = record
  return { work: withSeconds(work, record, seconds), isStarted, seconds, output: record }
}

/** The time between the end of the attempt and now is not the task's. */
function withSeconds(work: TaskWork, record: AttemptRecord, ofAttempt: number): TaskWork {
  return { ...work, stopwatch: startStopwatch(record.seconds + ofAttempt) }
}

export function toWork(context: RunContext, task: Task, record: AttemptRecord): TaskWork {
  const { start, startedAt, setupTree, attempt, feedback, agentSeconds, agent } = record
  const { model, via, agentVersion, turns, reviews, workPlan } = record
  const { session: id, sessionCostUsd } = record
  const session = id === null ? {} : { session: { id, costUsd: sessionCostUsd ?? undefined } }
  const usage = record.usage ?? undefined
  const reported = { model, via, agentVersion, turns }
  const worktree = toTaskWorktree(context, task.id)
  return {
    task,
    start,
    startedAt,
    stopwatch: startStopwatch(record.seconds),
    worktree,
    setupTree,
    attempt,
    feedback,
    agentSeconds,
    usage,
    agent,
    reviews,
    workPlan,
    reported,
    ...session,
  }
}
