import { setTimeout as sleep } from 'node:timers/promises'
import { SessionSlot } from '../../agents/acp/session-slot.ts'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import { ignoreNoSpace, isDiskFull } from '../../files/disk-space.ts'
import { restoreWorktree } from '../../git/worktree/restore.ts'
import { isAchieved } from '../../model/outcome.ts'
import type { Agent, TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toSpan } from '../../report/text/duration.ts'
import { toPlainLine } from '../../report/text/text.ts'
import type { RunContext } from '../../run/run-context.ts'
import { writeLogLine } from '../../run/task-log.ts'
import { type Consequence, chooseBackOff, settleFailure } from '../asking/after-failure.ts'
import type { AgentTurn } from '../asking/agent-turn.ts'
import type { HeldTurn } from '../asking/held-turn.ts'
import type { TurnWithBackoff } from '../asking/turns-with-backoff.ts'
import { waitForQuota } from '../asking/wait-for-quota.ts'
import { keepSession } from '../sessions/continued-session.ts'
import { collectHeld } from '../work/collect-held.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import { keepWork } from '../work/keep-work.ts'
import { takeBack } from '../work/take-back.ts'
import { type TaskWork, toRetries, withAgent, withReviews, withSpent } from '../work/task-work.ts'
import { ensureDependencies, prepareWorktree } from '../work/task-worktree.ts'
import { noteAttempt } from './attempt.ts'
import { toAttemptAgent } from './attempt-agent.ts'
import { composeAttemptPrompts, composeForPlanner } from './attempt-prompts.ts'
import { endTask, type TaskEnding, toStopReason } from './end-task.ts'
import { judge, type Verdict } from './judge.ts'
import { withPlan } from './plan-first.ts'
import { readSummary } from './read-summary.ts'
import { takeTurn } from './take-turn.ts'

type Refused = Extract<Verdict, { kind: 'refused' }>

const fullDisk = 'the disk is full'
const checkoutsGone = 'the checkout was deleted from outside'

export type TaskResults = ReadonlyMap<TaskId, TaskResult>

/** The attempts at one task, one after another in the same worktree. */
export class Attempts {
  private readonly context: RunContext
  private readonly results: TaskResults
  private work: TaskWork
  private readonly slot = new SessionSlot()
  /** Transient failures since the last attempt that counted. */
  private transientErrors = 0
  /** The last attempt that an agent was started for. */
  private tried: number

  constructor(context: RunContext, results: TaskResults, work: TaskWork) {
    this.context = context
    this.results = results
    this.work = work
    const { agent, session, attempt } = work
    this.tried = attempt - 1
    if (agent !== null && session !== undefined) this.slot.left = { agent, ...session }
  }

  /** @param left An ended attempt that only needs judging. */
  async run(left: AgentAnswer | undefined): Promise<TaskResult> {
    let turn = left === undefined ? await this.tryNext() : this.toTurn(left)
    try {
      for (;;) {
        const result = turn === undefined ? await this.backOff(fullDisk) : await this.finish(turn)
        if (result !== undefined) return result
        turn = await this.tryNext()
      }
    } finally {
      await this.slot.close()
    }
  }

  private async finish(turn: TurnWithBackoff): Promise<TaskResult | undefined> {
    if (turn.kind === 'held') return this.follow(turn)
    if (turn.kind === 'stopped') return this.endNow('cancelled', toStopReason(this.context))
    const { agent, answer } = turn
    this.tried = this.work.attempt
    this.work = withSpent(withAgent(this.work, agent.name), answer)
    const verdict = await judge(this.context, this.work, answer)
    this.work = withReviews(this.work, verdict)
    if (verdict.kind !== 'stopped') return this.conclude(agent, verdict)
    return this.endNow('cancelled', toStopReason(this.context), { isDone: answer.end.kind === 'done' })
  }

  /** Undefined: the disk is too full for an attempt. */
  private tryNext(): Promise<TurnWithBackoff | undefined> {
    return this.next().catch(ignoreNoSpace)
  }

  private toTurn(answer: AgentAnswer): AgentTurn {
    const { plan } = this.context
    const planned = toAttemptAgent(plan, this.work.task, toRetries(this.work))
    return { kind: 'answered', agent: plan.agents[this.work.agent ?? ''] ?? planned, answer }
  }

  private async next(): Promise<TurnWithBackoff> {
    const { store } = this.context
    const kept = await store.resolve(store.refs.kept(this.work.task.id))
    const { slot, results } = this
    const planned = await withPlan(this.context, this.work, work =>
      composeForPlanner(this.context, work, { results, kept }),
    )
    this.work = planned.work
    if (planned.held !== undefined) return planned.held
    await ensureDependencies(this.context, this.work)
    const composePrompts = (agent: Agent) =>
      composeAttemptPrompts(this.context, this.work, agent, { results, kept, slot })
    return takeTurn(this.context, this.work, { slot, composePrompts })
  }

  /** The result of the task, or undefined if another attempt follows. */
  private conclude(
    agent: Agent,
    verdict: Exclude<Verdict, { kind: 'stopped' }>,
  ): Promise<TaskResult | undefined> {
    if (verdict.kind === 'accepted' || verdict.kind === 'refused') this.context.accounts.noteSuccess(agent)
    switch (verdict.kind) {
      case 'accepted':
        return this.end({ ...verdict, outcome: 'succeeded', reason: null })
      case 'failure':
        return this.follow(settleFailure(this.context, agent, verdict.failure, this.transientErrors++))
      case 'held':
        return this.endNow(verdict.outcome, verdict.reason, { ...verdict, isDone: true })
      case 'over-budget':
        return this.endNow('over-budget', verdict.reason)
      case 'checkouts-gone':
        return this.afterLoss(verdict.collected)
      case 'refused':
        return this.afterRefusal(verdict)
    }
  }

  private backOff(reason: string): Promise<TaskResult | undefined> {
    return this.follow(chooseBackOff(this.context, reason, this.transientErrors++))
  }

  private async follow(consequence: Consequence): Promise<TaskResult | undefined> {
    const { reason } = consequence
    if (consequence.kind === 'held') {
      // A task that is redone has ended before: no one else would continue it.
      const isRedone = this.work.before !== undefined && !this.context.signal.aborted
      if (isRedone && (await waitForQuota(this.context, consequence, text => this.tell(text))))
        return undefined
      return this.endNow(consequence.outcome, reason, consequence)
    }
    const { seconds, byOther } = consequence
    await this.tell(`${reason}; ${byOther ? 'another agent continues' : `retrying in ${toSpan(seconds)}`}`)
    this.context.emit({ kind: 'transient-error', task: this.work.task.id, reason, seconds, byOther })
    await sleep(seconds * 1000, undefined, { signal: this.context.signal }).catch(() => {}) // stopped: the next start ends at once
    return undefined
  }

  /** The checkouts were deleted while the agent worked: it gets a new one, with its commits. */
  private async afterLoss(collected: CollectedWork): Promise<TaskResult | undefined> {
    const { task, start } = this.work
    const ended = await this.backOff(checkoutsGone)
    if (ended !== undefined) return ended
    await this.keep(collected, checkoutsGone)
    await this.slot.close() // its working directory is gone
    const prepared = await prepareWorktree(this.context, task, start)
    if (prepared.kind === 'stopped') return this.endNow('cancelled', toStopReason(this.context))
    if (prepared.kind === 'setup-failed') return this.endNow('infrastructure-error', prepared.reason)
    const { worktree, setupTree } = prepared
    if (collected.head !== start) await restoreWorktree(this.context.control, worktree, collected.tree)
    this.work = { ...this.work, worktree, setupTree }
    return undefined
  }

  private async afterRefusal(verdict: Refused): Promise<TaskResult | undefined> {
    const { refusal, collected } = verdict
    const { task, attempt, worktree } = this.work
    if (refusal.outcome === 'failed' && (await isDiskFull(worktree.path)))
      return this.backOff(`the disk that ${worktree.path} is on is full: ${refusal.reason}`)
    const isDone = isAchieved(task, refusal.outcome)
    if (isDone || (verdict.isLast ?? toRetries(this.work) >= task.retries)) {
      const reason = isDone ? null : refusal.reason
      return this.end({ outcome: refusal.outcome, reason, collected, message: undefined })
    }
    await this.tell(`attempt ${attempt} refused: ${refusal.reason}`)
    this.context.emit({ kind: 'refused', task: task.id, attempt, reason: refusal.reason })
    await this.keep(collected, `attempt ${attempt}: ${refusal.reason}`)
    const feedback = [...this.work.feedback, refusal.feedback]
    this.work = { ...this.work, attempt: attempt + 1, feedback, isMoved: false }
    // After a crash, the next attempt is the one to repeat.
    await noteAttempt(this.context, this.work, { isStarted: false })
    await takeBack(this.context, this.work, collected, refusal.undo)
    this.transientErrors = 0
    return undefined
  }

  private async endNow(
    outcome: 'cancelled' | 'infrastructure-error' | 'over-budget' | 'parked',
    reason: string,
    { retryAt, agent, isDone = false }: Partial<HeldTurn> & { isDone?: boolean } = {},
  ): Promise<TaskResult> {
    const collected = await collectHeld(this.context, { ...this.work, taskId: this.work.task.id })
    const parked = { agent: agent ?? null, isDone }
    return this.end({ outcome, reason, collected, message: undefined, retryAt, parked })
  }

  private async end(ending: Omit<TaskEnding, 'tried' | 'summary'>): Promise<TaskResult> {
    const summary = readSummary(this.context.paths.task(this.work.task.id).report) // it wakes when it is closed, and may go on writing
    const session = await this.slot.close()
    if (ending.outcome === 'succeeded') keepSession(this.context, this.work.task.id, session)
    return endTask(this.context, this.work, { ...ending, tried: this.tried, summary })
  }

  private tell(text: string): Promise<void> {
    return writeLogLine(this.context.paths.log(this.work.task.id), toPlainLine(text)).catch(ignoreNoSpace) // it is emitted or reported as well
  }

  private async keep(work: CollectedWork, reason: string): Promise<void> {
    const { store } = this.context
    const request = { ...this.work, task: this.work.task.id, work, branch: undefined, reason }
    const kept = await keepWork(this.context, request)
    if (kept.commit !== undefined) await store.pointRefs([[store.refs.kept(request.task), kept.commit]])
  }
}
