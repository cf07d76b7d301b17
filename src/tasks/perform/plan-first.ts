import { type PlanFacts, toPlanPrompt } from '../../agents/prompts/plan-prompt.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { AgentChoice } from '../../model/review.ts'
import { readDecision, recoverWorkPlan, saveWorkPlan } from '../../run/approvals/approvals.ts'
import type { RunContext } from '../../run/run-context.ts'
import { askAgent } from '../asking/ask-agent.ts'
import type { HeldTurn } from '../asking/held-turn.ts'
import type { TurnWithBackoff } from '../asking/turns-with-backoff.ts'
import { toReviewAgent } from '../review/review-task.ts'
import { type TaskWork, withCost } from '../work/task-work.ts'
import { tryOverTaskBudget } from './attempt.ts'

const longestPlan = 20_000

/** A task with its plan, or why it has to wait. */
export interface PlannedWork {
  readonly work: TaskWork
  readonly held?: Exclude<TurnWithBackoff, { readonly kind: 'answered' }>
}

/** The task's prompt, as its agent would get it. */
type ComposePrompt = (work: TaskWork) => Promise<string>

/**
 * Has a task planned before its first attempt, in a session that can change nothing. If the planner gives no plan, the task runs
 * without one, with a notice; if a person must approve the plan, it does not run.
 */
export async function withPlan(
  context: RunContext,
  work: TaskWork,
  composePrompt: ComposePrompt,
): Promise<PlannedWork> {
  const { planFirst } = work.task
  if (planFirst === undefined) return { work }
  if (planFirst.approve === true) return withApprovedPlan(context, work, composePrompt)
  if (work.workPlan !== null) return { work }
  const { text = '', ...planned } = await askPlanner(context, work, { composePrompt, planner: planFirst })
  return planned.held === undefined ? { work: { ...planned.work, workPlan: text } } : planned
}

/** Whether the task's own agent comes next: without an approved plan, only its planner or a person does. */
export async function isReadyForWork({ store }: RunContext, { id, planFirst }: Task): Promise<boolean> {
  return planFirst?.approve !== true || (await readDecision(store, id))?.isApproved === true
}

/** The plan is on a ref until a person has decided, so that it is not made twice, and in the result, for people. */
async function withApprovedPlan(
  context: RunContext,
  work: TaskWork,
  composePrompt: ComposePrompt,
): Promise<PlannedWork> {
  const { store } = context
  const { id, planFirst: planner = {} } = work.task
  const proposal = await recoverWorkPlan(store, id)
  const decision = await readDecision(store, id)
  if (proposal !== undefined && decision?.isApproved === true)
    return { work: { ...work, workPlan: proposal.text } }
  if (proposal !== undefined && decision === undefined)
    return { work: { ...work, workPlan: proposal.text }, held: toWaiting(context, id) }
  const earlier = proposal && decision && { plan: proposal.text, note: decision.note }
  // A rejected plan is not the task's any more.
  const unplanned = { ...work, workPlan: null }
  const { text, ...planned } = await askPlanner(context, unplanned, { composePrompt, planner, earlier })
  if (planned.held !== undefined) return planned
  if (text === undefined) return { ...planned, held: noPlan }
  await saveWorkPlan(store, id, text)
  return { work: { ...planned.work, workPlan: text }, held: toWaiting(context, id) }
}

const noPlan: HeldTurn = {
  kind: 'held',
  outcome: 'infrastructure-error',
  reason: 'no plan to approve: the planner returned none',
}

function toWaiting({ run }: RunContext, task: TaskId): HeldTurn {
  const reason = `its plan waits for approval: parallel-agents approve ${task} --run ${run}`
  return { kind: 'held', outcome: 'parked', reason }
}

interface Planning {
  readonly composePrompt: ComposePrompt
  readonly planner: AgentChoice
  readonly earlier?: PlanFacts['earlier']
}

/** The text is undefined if the planner gave none. */
async function askPlanner(
  context: RunContext,
  work: TaskWork,
  { composePrompt, planner, earlier }: Planning,
): Promise<PlannedWork & { readonly text?: string }> {
  const { task, start } = work
  const overBudget = tryOverTaskBudget(context, work)
  if (overBudget !== undefined)
    return { work, held: { kind: 'held', outcome: 'over-budget', reason: overBudget } }
  context.emit({ kind: 'phase', task: task.id, phase: 'plan' })
  const prompt = await composePrompt(work)
  const question = {
    name: `_plan-${task.id}`,
    purpose: `plan of ${task.id}`,
    agent: toReviewAgent(context, planner, task.agent),
    task,
    isOfTask: true,
    commit: start,
    log: context.paths.log(task.id),
    files: {},
    toPrompt: ({ answerFile }: { readonly answerFile: string }) =>
      toPlanPrompt({ task: prompt, answerFile, earlier }),
  }
  const reply = await askAgent(context, question, readPlanText)
  const planned = withCost(work, reply)
  switch (reply.kind) {
    case 'answered':
      return { work: planned, text: reply.value.text }
    case 'unreadable': {
      const text = `${task.id} has no plan: ${reply.agent} wrote none (${reply.reason})`
      context.emit({ kind: 'notice', text })
      return { work: planned }
    }
    case 'held':
    case 'stopped':
      return { work: planned, held: reply }
  }
}

/** The plan is the longest text among the last events. */
function readPlanText(texts: readonly string[]): { readonly text: string } | string {
  const [whole = '', ...events] = texts
  const [longest = whole] = events.toSorted((a, b) => b.length - a.length)
  const text = longest.trim()
  if (text === '') return 'it wrote no plan'
  return {
    text:
      text.length <= longestPlan
        ? text
        : `${text.slice(0, longestPlan)}\n… (cut at ${longestPlan} characters)`,
  }
}
