import type { AgentEnd, AgentFailure } from '../../agents/agent-end.ts'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import { isFolder } from '../../files/plain-file.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { Review } from '../../model/review.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { HeldTurn } from '../asking/held-turn.ts'
import { toLimitReason } from '../asking/limit-reason.ts'
import type { Refusal } from '../gates/gate.ts'
import { withContents } from '../gates/with-contents.ts'
import { reviewTask } from '../review/review-task.ts'
import { runTestGate } from '../testing/test-gate.ts'
import { collectHeld } from '../work/collect-held.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import type { AgentCost, TaskWork } from '../work/task-work.ts'
import { tryOverTaskBudget } from './attempt.ts'
import { makeBranchMessage } from './branch-commit.ts'
import { checkWork } from './check-work.ts'
import { type HookVerdict, runCommitHooks } from './commit-hooks.ts'
import { checkFinished } from './unfinished-merge.ts'

/** The verdict on an attempt, with the reviews that led to it. */
export type Verdict = { readonly reviews?: readonly Review[]; readonly unanswered?: AgentCost } & GivenVerdict

type GivenVerdict =
  | { readonly kind: 'accepted'; readonly collected: CollectedWork; readonly message: string }
  /** `isLast`: another attempt would be refused too; undefined: the task's remaining attempts count. */
  | {
      readonly kind: 'refused'
      readonly collected: CollectedWork
      readonly refusal: Refusal
      readonly isLast?: boolean
    }
  /** A reviewer could not work. */
  | (HeldTurn & { readonly collected: CollectedWork })
  /** The agent could not work, through no fault of the task. */
  | { readonly kind: 'failure'; readonly failure: AgentFailure }
  /** Its checkout is gone, which no task caused. */
  | { readonly kind: 'checkouts-gone'; readonly collected: CollectedWork }
  | { readonly kind: 'over-budget'; readonly reason: string }
  | { readonly kind: 'stopped' }

/** Applies all gates to an attempt. Of the agent's own claims only its exit code counts. */
export async function judge(context: RunContext, work: TaskWork, attempt: AgentAnswer): Promise<Verdict> {
  if (attempt.end.kind === 'stopped' || context.signal.aborted) return { kind: 'stopped' }
  if (attempt.end.kind === 'over-budget')
    return { kind: 'over-budget', reason: toBudgetReason(context, work) }
  if (isFailure(attempt.end)) return { kind: 'failure', failure: attempt.end }

  context.emit({ kind: 'phase', task: work.task.id, phase: 'gates' })
  const collected = await collectHeld(context, { ...work, taskId: work.task.id })
  if (collected.isGone && isByOthers(context)) return { kind: 'checkouts-gone', collected }
  const refusal = await findRefusal({ context, work, attempt, collected })
  if (refusal === 'stopped') return { kind: 'stopped' }
  if (refusal !== undefined) return { kind: 'refused', collected, refusal }
  const overBudget = tryOverTaskBudget(context, work)
  if (work.task.reviews.length > 0 && overBudget !== undefined)
    return { kind: 'over-budget', reason: overBudget }
  const review = await reviewTask(context, work, collected)
  const { reviews, unanswered } = review
  if (review.kind === 'stopped') return { kind: 'stopped', reviews, unanswered }
  if (review.kind === 'held') return { ...review, collected }
  if (review.kind === 'refused') {
    const { refusal, isFinal: isLast } = review
    return { kind: 'refused', collected, refusal, isLast, reviews, unanswered }
  }
  return { ...(await finishAccepted(context, work, collected)), reviews }
}

interface JudgedAttempt {
  readonly context: RunContext
  readonly work: TaskWork
  readonly attempt: AgentAnswer
  readonly collected: CollectedWork
}

type GateAnswer = Refusal | 'stopped' | undefined

/** In their order: cheap ones first, and tests last, which run the changed code. */
const gates: readonly ((judged: JudgedAttempt) => GateAnswer | Promise<GateAnswer>)[] = [
  ({ attempt, work }) => toEndRefusal(attempt, work),
  ({ collected }) => toGoneRefusal(collected),
  ({ context, work, collected }) => checkWork(context, work, collected),
  ({ context, work, collected }) => checkFinished(context, work, collected),
  ({ work, collected }) => work.check?.(collected.tree),
  ({ context, work, collected }) => runTestGate(context, work, collected),
]

/** Of the first gate that refuses. */
async function findRefusal(judged: JudgedAttempt): Promise<GateAnswer> {
  for (const gate of gates) {
    const refusal = await gate(judged)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

async function finishAccepted(
  context: RunContext,
  work: TaskWork,
  collected: CollectedWork,
): Promise<GivenVerdict> {
  const hooks = await runCommitHooks(context, work, collected.tree, makeBranchMessage(context, work))
  if (hooks.kind === 'accepted') return judgeHooked(context, work, collected, hooks)
  return hooks.kind === 'stopped' ? hooks : { ...hooks, collected }
}

/** Changes staged by hooks must pass the gates as well. */
async function judgeHooked(
  context: RunContext,
  work: TaskWork,
  collected: CollectedWork,
  { message, tree }: Extract<HookVerdict, { kind: 'accepted' }>,
): Promise<GivenVerdict> {
  if (tree === collected.tree) return { kind: 'accepted', collected, message }
  const changes = await withContents(context, await readChanges(context.repository, work.start, tree))
  const hooked = { ...collected, tree, changes }
  const refusal = await checkWork(context, work, hooked)
  if (refusal === undefined) return { kind: 'accepted', collected: hooked, message }
  const reason = `after the commit hooks, ${refusal.reason}`
  return { kind: 'refused', collected, refusal: { ...refusal, reason, undo: [] } }
}

/** Whether a checkout was not deleted by its agent: all of the run are gone, or the agent is in a sandbox where it cannot. */
function isByOthers({ sandbox, paths }: RunContext): boolean {
  const canDelete = sandbox.kind === 'none' || sandbox.kind === 'seatbelt'
  return !canDelete || !isFolder(paths.worktrees)
}

function toBudgetReason(context: RunContext, work: TaskWork): string {
  const { agent, task } = work
  return (
    tryOverTaskBudget(context, work) ?? context.budget.describe(agent ?? task.agent, task.estimateMinutes)
  )
}

function isFailure(end: AgentEnd): end is AgentFailure {
  return 'retryAt' in end
}

function toEndRefusal({ end }: AgentAnswer, { task }: TaskWork): Refusal | undefined {
  if (end.kind !== 'failed' && end.kind !== 'timed-out' && end.kind !== 'stalled') return undefined
  const reason = end.kind === 'failed' ? end.reason : toLimitReason(end.kind, task)
  return {
    outcome: end.kind,
    reason,
    feedback: `In the last attempt, ${reason}. Its work is still there. Continue from it and finish the task.`,
    undo: [],
  }
}

function toGoneRefusal({ isGone }: CollectedWork): Refusal | undefined {
  if (!isGone) return undefined
  return {
    outcome: 'failed',
    reason: 'the agent deleted its checkout',
    feedback:
      'You deleted your working directory. Your commits have been restored in a new one. Do not delete it.',
    undo: [],
  }
}
