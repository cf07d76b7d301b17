import type { SessionSlot } from '../../agents/acp/session-slot.ts'
import type { Agent } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { takeAgentTurn } from '../asking/agent-turn.ts'
import type { TurnWithBackoff } from '../asking/turns-with-backoff.ts'
import { type TaskWork, toRetries } from '../work/task-work.ts'
import { type AttemptStart, runAttempt, tryOverTaskBudget } from './attempt.ts'
import { toAttemptAgent } from './attempt-agent.ts'

export interface TurnRequest {
  /** Keeps the conversation with the agent. */
  readonly slot: SessionSlot
  readonly composePrompts: (agent: Agent) => Promise<Omit<AttemptStart, 'agent' | 'reservation'>>
}

/** Makes an attempt, once its account has a free slot and the budget allows it. */
export async function takeTurn(
  context: RunContext,
  work: TaskWork,
  { slot, composePrompts }: TurnRequest,
): Promise<TurnWithBackoff> {
  const { task } = work
  if (context.signal.aborted) return { kind: 'stopped' }
  const overBudget = tryOverTaskBudget(context, work)
  if (overBudget !== undefined) return { kind: 'held', outcome: 'over-budget', reason: overBudget }
  return takeAgentTurn(context, {
    agent: toAttemptAgent(context.plan, task, toRetries(work)),
    estimateMinutes: task.estimateMinutes,
    run: async (agent, reservation) =>
      runAttempt(context, work, { agent, reservation, ...(await composePrompts(agent)) }, slot),
  })
}
