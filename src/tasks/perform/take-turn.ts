import type { SessionSlot } from '../../agents/acp/session-slot.ts'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import type { Agent } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { HeldTurn } from '../asking/held-turn.ts'
import { settle } from '../asking/settle.ts'
import type { TaskWork } from '../work/task-work.ts'
import { type AttemptStart, isOverTaskBudget, runAttempt } from './attempt.ts'
import { toAttemptAgent } from './attempt-agent.ts'

/** The outcome of a due attempt. */
export type Turn =
  | { readonly kind: 'answered'; readonly agent: Agent; readonly answer: AgentAnswer }
  /** No agent was started. */
  | HeldTurn

export interface TurnRequest {
  /** Keeps the conversation with the agent. */
  readonly slot: SessionSlot
  readonly toPrompts: (agent: Agent) => Promise<Omit<AttemptStart, 'agent'>>
}

/** Makes an attempt, once its account has a free slot and the budget allows it. */
export async function takeTurn(
  context: RunContext,
  work: TaskWork,
  { slot, toPrompts }: TurnRequest,
): Promise<Turn> {
  const { accounts, budget, plan, signal } = context
  const { task, attempt } = work
  if (isOverTaskBudget(work)) return { kind: 'held', outcome: 'over-budget', reason: taskBudgetReason }
  const agent = accounts.choose(toAttemptAgent(plan, task, attempt), plan.agents, Date.now())
  const block = accounts.blockOf(agent, Date.now())
  if (block?.kind === 'refused')
    return { kind: 'held', outcome: 'infrastructure-error', reason: block.reason }
  if (block?.kind === 'parked')
    return { kind: 'held', outcome: 'parked', reason: block.reason, retryAt: block.until }

  await accounts.enter(agent, signal)
  try {
    const reservation = await budget.reserve(agent.name, task.estimateMinutes, signal)
    if (reservation === undefined && !signal.aborted)
      return { kind: 'held', outcome: 'over-budget', reason: budget.describe() }
    const answer = await runAttempt(context, work, { agent, ...(await toPrompts(agent)) }, slot)
    if (reservation !== undefined) settle(context, reservation, answer)
    return { kind: 'answered', agent, answer }
  } finally {
    accounts.leave(agent)
  }
}

export const taskBudgetReason = 'the budget of the task is used up'
