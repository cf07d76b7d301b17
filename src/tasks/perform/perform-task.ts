import { setTimeout as sleep } from 'node:timers/promises'
import { unknownUsage } from '../../agents/process/agent-output.ts'
import { removePlain } from '../../files/plain-file.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { restorePaths, restoreWorktree, withPathsFrom } from '../../git/worktree/restore.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toPlainLine } from '../../report/text/text.ts'
import type { RunContext } from '../../run/run-context.ts'
import { writeLogLine } from '../../run/task-log.ts'
import { type CollectedWork, collectWork } from '../work/collect-work.ts'
import { keepWork } from '../work/keep-work.ts'
import { type SpentBefore, tryReadLeftAttempt } from '../work/recover-work.ts'
import { type TaskWork, withSpent } from '../work/task-work.ts'
import { prepareWorktree } from '../work/task-worktree.ts'
import { type AttemptEnd, readLeftAttempt, runAttempt } from './attempt.ts'
import { endTask, endWithoutWork } from './end-task.ts'
import { judge, type Verdict } from './judge.ts'
import { prepareStart } from './prepare-start.ts'
import { toTaskPrompt } from './task-prompt.ts'

export type TaskResults = ReadonlyMap<TaskId, TaskResult>

/** Takes one task from its start to its result, with as many attempts as it may have. What it came to is stored when this ends. */
export async function performTask(
  context: RunContext,
  task: Task,
  results: TaskResults,
): Promise<TaskResult> {
  const left = await tryReadLeftAttempt(context, task)
  if (left?.kind === 'ended') {
    const attempt = readLeftAttempt(context, left.work, left.end, left.logOffset)
    return new Attempts(context, results, left.work).run(attempt)
  }
  const fresh = {
    startedAt: new Date().toISOString(),
    attempt: 1,
    feedback: [],
    agentSeconds: 0,
    usage: unknownUsage,
  }
  return performFromStart(context, task, results, left?.spent ?? fresh)
}

export interface Redo {
  /** What it starts from this time. */
  readonly start: ObjectId
  /** Why it is done once more. */
  readonly feedback: string
  /** What it came to the last time. */
  readonly before: TaskResult
}

/** Does a task that succeeded, but did not land, once more on top of what landed. One attempt; if that fails, the earlier result stands. */
export async function redoTask(
  context: RunContext,
  task: Task,
  results: TaskResults,
  { start, feedback, before }: Redo,
): Promise<TaskResult> {
  const { attempts, agentSeconds, tokens, costUsd } = before
  const startedAt = before.startedAt ?? new Date().toISOString()
  context.emit({ kind: 'task-started', task: task.id, attempts: attempts + 1 })
  const prepared = await prepareWorktree(context, task, start)
  if (prepared.kind !== 'ready') return before
  const { worktree, setupTree } = prepared
  return new Attempts(context, results, {
    task: { ...task, retries: attempts },
    start,
    startedAt,
    worktree,
    setupTree,
    attempt: attempts + 1,
    feedback: [feedback],
    agentSeconds,
    usage: { tokens, costUsd },
    before,
  }).run(undefined)
}

async function performFromStart(
  context: RunContext,
  task: Task,
  results: TaskResults,
  spent: SpentBefore,
): Promise<TaskResult> {
  const start = await prepareStart(context, task, results)
  if (start.kind === 'conflicted') return endWithoutWork(context, task, 'blocked', start.reason)
  const prepared = await prepareWorktree(context, task, start.commit)
  if (prepared.kind === 'stopped') return endWithoutWork(context, task, 'cancelled', 'the run was stopped')
  if (prepared.kind === 'setup-failed')
    return endWithoutWork(context, task, 'infrastructure-error', prepared.reason)
  const { worktree, setupTree } = prepared
  return new Attempts(context, results, { ...spent, task, start: start.commit, worktree, setupTree }).run(
    undefined,
  )
}

/** The attempts at one task, one after another in the same worktree. */
class Attempts {
  private readonly context: RunContext
  private readonly results: TaskResults
  private work: TaskWork
  /** Tries that failed for reasons that are not the task's, since the last attempt that counted. */
  private troubles = 0

  constructor(context: RunContext, results: TaskResults, work: TaskWork) {
    this.context = context
    this.results = results
    this.work = work
  }

  /** @param left An attempt that has already ended and is only to be judged. */
  async run(left: AttemptEnd | undefined): Promise<TaskResult> {
    let attempt = left
    for (;;) {
      attempt ??= await this.start()
      this.work = withSpent(this.work, attempt.end.seconds, attempt.usage)
      const result = await this.conclude(await judge(this.context, this.work, attempt))
      if (result !== undefined) return result
      attempt = undefined
    }
  }

  private async start(): Promise<AttemptEnd> {
    const { store } = this.context
    const kept = await store.resolve(store.refs.kept(this.work.task.id))
    const interrupted = this.work.feedback.length === 0 ? kept : undefined
    const prompt = await toTaskPrompt(this.context, this.work, this.results, interrupted)
    return runAttempt(this.context, this.work, prompt)
  }

  /** The result of the task, or undefined when there shall be another attempt. */
  private conclude(verdict: Verdict): Promise<TaskResult | undefined> {
    switch (verdict.kind) {
      case 'accepted':
        return endTask(this.context, this.work, {
          ...verdict,
          outcome: 'succeeded',
          reason: null,
        })
      case 'stopped':
        return this.endNow('cancelled', 'the run was stopped')
      case 'trouble':
        return this.afterTrouble(verdict.reason)
      case 'refused':
        return this.afterRefusal(verdict)
    }
  }

  private async afterTrouble(reason: string): Promise<TaskResult | undefined> {
    const seconds = this.context.plan.backoffSeconds[this.troubles++]
    if (seconds === undefined) return this.endNow('infrastructure-error', reason)
    const jittered = seconds * (0.75 + Math.random() / 2)
    await this.tell(`${reason}; tried again in ${Math.round(jittered)} s`)
    this.context.emit({ kind: 'trouble', task: this.work.task.id, reason, seconds: jittered })
    await sleep(jittered * 1000, undefined, { signal: this.context.signal }).catch(() => {}) // stopped: the next start ends at once
    return undefined
  }

  private async afterRefusal({
    refusal,
    collected,
  }: Extract<Verdict, { kind: 'refused' }>): Promise<TaskResult | undefined> {
    const { task, attempt } = this.work
    const isDone = refusal.outcome === 'no-changes' && task.allowNoChanges
    if (isDone || attempt > task.retries) {
      return endTask(this.context, this.work, {
        outcome: refusal.outcome,
        reason: isDone ? null : refusal.reason,
        collected,
        message: undefined,
      })
    }
    await this.tell(`attempt ${attempt} refused: ${refusal.reason}`)
    this.context.emit({ kind: 'refused', task: task.id, attempt, reason: refusal.reason })
    await this.keep(collected, `attempt ${attempt}: ${refusal.reason}`)
    await this.takeBack(collected, refusal.undo)
    this.work = { ...this.work, attempt: attempt + 1, feedback: [...this.work.feedback, refusal.feedback] }
    this.troubles = 0
    return undefined
  }

  private async endNow(outcome: 'cancelled' | 'infrastructure-error', reason: string): Promise<TaskResult> {
    const collected = await collectWork(this.context, this.work)
    return endTask(this.context, this.work, { outcome, reason, collected, message: undefined })
  }

  private tell(text: string): Promise<void> {
    return writeLogLine(this.context.paths.log(this.work.task.id), toPlainLine(text))
  }

  private async keep(work: CollectedWork, reason: string): Promise<void> {
    const { store } = this.context
    const request = { ...this.work, task: this.work.task.id, work, branch: undefined, reason }
    const kept = await keepWork(this.context, request)
    if (kept.commit !== undefined) await store.pointRefs([[store.refs.kept(request.task), kept.commit]])
  }

  /** Makes the worktree what it was when the attempt ended, without the changes that were refused. */
  private async takeBack(collected: CollectedWork, undo: readonly string[]): Promise<void> {
    const { harness, paths } = this.context
    const { worktree, start, setupTree, task } = this.work
    // Without its exit code, the attempt is not judged again if we die while files are being taken back.
    removePlain(paths.task(task.id).status)
    const edit = { tree: collected.worktreeTree, source: setupTree ?? start, paths: undo }
    const isAllTaken = collected.problems.length + collected.left.length === 0
    if (isAllTaken || collected.isGone)
      await restoreWorktree(harness, worktree, await withPathsFrom(harness, worktree, edit))
    else await restorePaths(harness, worktree, edit)
  }
}
