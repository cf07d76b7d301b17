import { setTimeout as sleep } from 'node:timers/promises'
import type { AgentFailure } from '../../agents/agent-end.ts'
import type { AgentAnswer } from '../../agents/run-agent.ts'
import { isDiskFull, isNoSpaceError } from '../../files/disk-space.ts'
import { restorePaths, restoreWorktree, withPathsFrom } from '../../git/worktree/restore.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toPlainLine } from '../../report/text/text.ts'
import type { RunContext } from '../../run/run-context.ts'
import { writeLogLine } from '../../run/task-log.ts'
import { collectHeld } from '../work/collect-held.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import { keepWork } from '../work/keep-work.ts'
import { type TaskWork, withSpent } from '../work/task-work.ts'
import { prepareWorktree } from '../work/task-worktree.ts'
import { noteAttempt, runAttempt } from './attempt.ts'
import { endTask } from './end-task.ts'
import { judge, type Verdict } from './judge.ts'
import { toTaskPrompt } from './task-prompt.ts'

type Refused = Extract<Verdict, { kind: 'refused' }>

export type TaskResults = ReadonlyMap<TaskId, TaskResult>

const fullDisk: AgentFailure = { kind: 'transient', reason: 'the disk is full', retryAt: undefined }

function ignoreNoSpace(error: unknown): undefined {
  if (!isNoSpaceError(error)) throw error
}

const checkoutsGone: AgentFailure = {
  kind: 'transient',
  reason: 'the folder of the checkouts was deleted',
  retryAt: undefined,
}

/** The attempts at one task, one after another in the same worktree. */
export class Attempts {
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
  async run(left: AgentAnswer | undefined): Promise<TaskResult> {
    let attempt = left
    for (;;) {
      attempt ??= await this.tryStart()
      const result = attempt === undefined ? await this.afterFailure(fullDisk) : await this.finish(attempt)
      if (result !== undefined) return result
      attempt = undefined
    }
  }

  private async finish(attempt: AgentAnswer): Promise<TaskResult | undefined> {
    this.work = withSpent(this.work, attempt)
    return this.conclude(await judge(this.context, this.work, attempt))
  }

  /** Undefined: there is no room on the disk for what an attempt needs. */
  private tryStart(): Promise<AgentAnswer | undefined> {
    return this.start().catch(ignoreNoSpace)
  }

  private async start(): Promise<AgentAnswer> {
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
      case 'failure':
        return this.afterFailure(verdict.failure)
      case 'checkouts-gone':
        return this.afterLoss(verdict.collected)
      case 'refused':
        return this.afterRefusal(verdict)
    }
  }

  private async afterFailure({ kind, reason }: AgentFailure): Promise<TaskResult | undefined> {
    const seconds = this.context.plan.backoffSeconds[this.troubles++]
    if (seconds === undefined || kind === 'permanent') return this.endNow('infrastructure-error', reason)
    const jittered = seconds * (0.75 + Math.random() / 2)
    await this.tell(`${reason}; tried again in ${Math.round(jittered)} s`)
    this.context.emit({ kind: 'trouble', task: this.work.task.id, reason, seconds: jittered })
    await sleep(jittered * 1000, undefined, { signal: this.context.signal }).catch(() => {}) // stopped: the next start ends at once
    return undefined
  }

  /** Somebody has deleted the checkouts while the agent worked: it gets a new one, with what it had committed. */
  private async afterLoss(collected: CollectedWork): Promise<TaskResult | undefined> {
    const { harness } = this.context
    const { task, start } = this.work
    const ended = await this.afterFailure(checkoutsGone)
    if (ended !== undefined) return ended
    await this.keep(collected, checkoutsGone.reason)
    const prepared = await prepareWorktree(this.context, task, start)
    if (prepared.kind === 'stopped') return this.endNow('cancelled', 'the run was stopped')
    if (prepared.kind === 'setup-failed') return this.endNow('infrastructure-error', prepared.reason)
    const { worktree, setupTree } = prepared
    if (collected.head !== start) await restoreWorktree(harness, worktree, collected.tree)
    this.work = { ...this.work, worktree, setupTree }
    return undefined
  }

  private async afterRefusal(verdict: Refused): Promise<TaskResult | undefined> {
    const { refusal, collected } = verdict
    const { task, attempt, worktree } = this.work
    if (refusal.outcome === 'failed' && (await isDiskFull(worktree.path))) {
      const reason = `the disk that ${worktree.path} is on is full: ${refusal.reason}`
      return this.afterFailure({ kind: 'transient', reason, retryAt: undefined })
    }
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
    this.work = { ...this.work, attempt: attempt + 1, feedback: [...this.work.feedback, refusal.feedback] }
    // From here on it is the next attempt that is made again if we die.
    await noteAttempt(this.context, this.work, { isStarted: false })
    await this.takeBack(collected, refusal.undo)
    this.troubles = 0
    return undefined
  }

  private async endNow(outcome: 'cancelled' | 'infrastructure-error', reason: string): Promise<TaskResult> {
    const collected = await collectHeld(this.context, { ...this.work, taskId: this.work.task.id })
    return endTask(this.context, this.work, { outcome, reason, collected, message: undefined })
  }

  private tell(text: string): Promise<void> {
    const log = this.context.paths.log(this.work.task.id)
    return writeLogLine(log, toPlainLine(text)).catch(ignoreNoSpace) // it is emitted or reported as well
  }

  private async keep(work: CollectedWork, reason: string): Promise<void> {
    const { store } = this.context
    const request = { ...this.work, task: this.work.task.id, work, branch: undefined, reason }
    const kept = await keepWork(this.context, request)
    if (kept.commit !== undefined) await store.pointRefs([[store.refs.kept(request.task), kept.commit]])
  }

  /** Makes the worktree what it was when the attempt ended, without the changes that were refused. */
  private async takeBack(collected: CollectedWork, undo: readonly string[]): Promise<void> {
    const { harness } = this.context
    const { worktree, start, setupTree } = this.work
    const edit = { tree: collected.worktreeTree, source: setupTree ?? start, paths: undo }
    const isAllTaken = collected.problems.length + collected.left.length === 0
    if (isAllTaken || collected.isGone)
      await restoreWorktree(harness, worktree, await withPathsFrom(harness, worktree, edit))
    else await restorePaths(harness, worktree, edit)
  }
}
