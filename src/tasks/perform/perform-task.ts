import { existsSync } from 'node:fs'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import { equip, unequip } from '../../checkouts/equip.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { removeWorktree } from '../../git/worktree/worktree.ts'
import type { Task } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { steadyTime } from '../../model/timing/steady-clock.ts'
import { startStopwatch } from '../../model/timing/stopwatch.ts'
import type { RunContext } from '../../run/run-context.ts'
import { Mailbox } from '../messages/mailbox.ts'
import { takeSession } from '../sessions/continued-session.ts'
import { type CutOff, type SpentBefore, tryReadInterruptedAttempt } from '../work/recover-work.ts'
import { toTaskWorktree } from '../work/task-folders.ts'
import {
  type AgentCost,
  nothingReported,
  type TaskWork,
  toRetries,
  tryUsageOf,
  withSpent,
} from '../work/task-work.ts'
import { ensureDependencies, prepareWorktree } from '../work/task-worktree.ts'
import { readUnsupervisedAttempt } from './attempt.ts'
import { Attempts, type TaskResults } from './attempts.ts'
import { endWithoutWork, toStopReason } from './end-task.ts'
import { tryReadParked, tryRestoreDone } from './parked-task.ts'
import { isReadyForWork } from './plan-first.ts'
import { prepareStart } from './prepare-start.ts'

/** Takes one task from its start to its result, through all its attempts. Its result is stored at the end. */
export async function performTask(
  context: RunContext,
  task: Task,
  results: TaskResults,
): Promise<TaskResult> {
  try {
    return await perform(context, task, results)
  } finally {
    await unequip(context, task.id)
  }
}

async function perform(context: RunContext, task: Task, results: TaskResults): Promise<TaskResult> {
  const left = await tryReadInterruptedAttempt(context, task)
  if (left?.kind === 'ended') {
    await equip(context, task.id, left.work.worktree)
    await new Mailbox(context, task.id).close()
    await ensureDependencies(context, left.work)
    const attempt = readUnsupervisedAttempt(context, left.work, left.end, left.output)
    return new Attempts(context, results, withSessionCost(left.work, attempt)).run(attempt)
  }
  const fresh = {
    startedAt: steadyTime(),
    stopwatch: startStopwatch(),
    attempt: 1,
    feedback: [],
    agentSeconds: 0,
    usage: undefined,
    agent: null,
    reviews: [],
    workPlan: null,
    reported: nothingReported,
  }
  if (left !== undefined) return performFromStart(context, task, results, readCutOff(context, left))
  const parked = await tryReadParked(context, task)
  const isFirst = (parked?.attempt ?? 1) === 1 && (await isReadyForWork(context, task))
  const session = isFirst ? await takeSession(context, task) : undefined
  return performFromStart(context, task, results, { ...(parked ?? fresh), ...session })
}

/** An interrupted attempt's reported usage counts. */
function readCutOff(context: RunContext, { work, isStarted, seconds, output }: CutOff): SpentBefore {
  if (!isStarted) return work
  const answer = readUnsupervisedAttempt(context, work, { kind: 'stopped', seconds }, output)
  return withSpent(withSessionCost(work, answer), answer)
}

/** What an interrupted attempt and those before it have spent, which no result has yet; undefined: there is none. */
export async function tryReadInterruptedCost(
  context: RunContext,
  task: Task,
): Promise<AgentCost | undefined> {
  const left = await tryReadInterruptedAttempt(context, task)
  if (left === undefined) return undefined
  const quiet = { ...context, emit: () => {} }
  const { agentSeconds: seconds, usage } =
    left.kind === 'cut-off'
      ? readCutOff(quiet, left)
      : withSpent(left.work, readUnsupervisedAttempt(quiet, left.work, left.end, left.output))
  return { seconds, usage }
}

/** The conversation continues after an attempt that cost something. */
function withSessionCost(work: TaskWork, { usage }: AgentAnswer): TaskWork {
  const { session } = work
  if (session === undefined || usage.costUsd === null) return work
  return { ...work, session: { ...session, costUsd: (session.costUsd ?? 0) + usage.costUsd } }
}

export interface Redo {
  /** The new start. */
  readonly start: ObjectId
  /** Why it is redone. */
  readonly feedback: string
  /** Its last result. */
  readonly before: TaskResult
  /** Maximum attempts. */
  readonly rounds: number
  /** A further check of its tree, besides the gates. */
  readonly check?: TaskWork['check']
}

/** Redoes a successful task that did not land, on top of what landed; if that fails, the earlier result stays. */
export async function redoTask(
  context: RunContext,
  task: Task,
  results: TaskResults,
  redo: Redo,
): Promise<TaskResult> {
  try {
    return await performAgain(context, task, results, redo)
  } finally {
    await unequip(context, task.id)
  }
}

async function performAgain(
  context: RunContext,
  task: Task,
  results: TaskResults,
  { start, feedback, before, rounds, check }: Redo,
): Promise<TaskResult> {
  const { attempts, agentSeconds, model, via, agentVersion, turns } = before
  const startedAt = before.startedAt ?? steadyTime()
  context.emit({ kind: 'task-started', task: task.id, attempts: attempts + 1 })
  const prepared = await prepareWorktree(context, task, start)
  if (prepared.kind !== 'ready') return before
  const { worktree, setupTree } = prepared
  // The agent that did it does it again: it is no retry.
  const retryChanges = task.retryChanges.slice(0, toRetries({ attempt: attempts, reviews: before.reviews }))
  return new Attempts(context, results, {
    task: { ...task, retries: attempts + rounds - 1, retryChanges },
    start,
    startedAt,
    stopwatch: startStopwatch(before.seconds),
    worktree,
    setupTree,
    attempt: attempts + 1,
    feedback: [feedback],
    agentSeconds,
    usage: tryUsageOf(before),
    agent: null,
    reviews: [],
    workPlan: before.workPlan ?? '',
    reported: { model, via, agentVersion, turns },
    before,
    ...(check && { check }),
  }).run(undefined)
}

async function performFromStart(
  context: RunContext,
  task: Task,
  results: TaskResults,
  spent: SpentBefore,
): Promise<TaskResult> {
  const start = await prepareStart(context, task, results)
  if (start.kind === 'conflicted')
    return endWithoutWork(context, task, { outcome: 'blocked', reason: start.reason })
  const prepared = await prepareWorktree(context, task, start.commit)
  if (prepared.kind !== 'ready') await removeUnused(context, task)
  if (prepared.kind === 'stopped')
    return endWithoutWork(context, task, { outcome: 'cancelled', reason: toStopReason(context) })
  if (prepared.kind === 'setup-failed')
    return endWithoutWork(context, task, { outcome: 'infrastructure-error', reason: prepared.reason })
  const { worktree, setupTree } = prepared
  const work = { ...spent, task, start: start.commit, worktree, setupTree, isMoved: true }
  return new Attempts(context, results, work).run(await tryRestoreDone(context, work))
}

/** No agent has begun in the checkout of a setup that failed: what the setup left would only be found by tests of the user. */
async function removeUnused({ control, paths }: RunContext, { id }: Task): Promise<void> {
  const { attempt, judged } = paths.task(id)
  if (existsSync(attempt) || existsSync(judged)) return
  await removeWorktree(control, toTaskWorktree({ paths }, id))
}
