import type { AccountBlock } from '../../agents/accounts/accounts.ts'
import type { Reservation } from '../../agents/accounts/budget-book.ts'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import type { Agent } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { blockAccount } from './after-failure.ts'
import type { HeldTurn } from './held-turn.ts'
import { settleUsage } from './settle.ts'

export interface TurnOrder {
  /** A fallback takes its place while its account is blocked. */
  readonly agent: Agent
  /** What the turn is expected to take of the budget. */
  readonly estimateMinutes: number | undefined
  readonly run: (agent: Agent, reservation: Reservation | undefined) => Promise<AgentAnswer>
}

export type AgentTurn =
  | { readonly kind: 'answered'; readonly agent: Agent; readonly answer: AgentAnswer }
  /** No agent was started. */
  | HeldTurn

/** Runs an agent once its account has a free slot and the budget allows it. Every start of an agent goes through here. */
export async function takeAgentTurn(context: RunContext, order: TurnOrder): Promise<AgentTurn> {
  const { accounts, plan } = context
  for (;;) {
    const agent = accounts.choose(order.agent, plan.agents, Date.now())
    const blocked = tryBlocked(agent, accounts.blockOf(agent, Date.now()))
    const turn = blocked ?? (await tryTurn(context, order, agent))
    if (turn !== 'blocked') return turn
  }
}

/** `blocked`: its account cannot be used any more, since it began to wait. */
async function tryTurn(
  context: RunContext,
  { estimateMinutes, run }: TurnOrder,
  agent: Agent,
): Promise<AgentTurn | 'blocked'> {
  const { accounts, budget, signal } = context
  await accounts.enter(agent, signal)
  try {
    const reservation = await budget.reserve(agent.name, estimateMinutes, signal)
    if (accounts.blockOf(agent, Date.now()) !== undefined && !signal.aborted) {
      if (reservation !== undefined) budget.giveBack(reservation)
      return 'blocked'
    }
    if (reservation === undefined && !signal.aborted)
      return { kind: 'held', outcome: 'over-budget', reason: budget.describe(agent.name, estimateMinutes) }
    const answer = await run(agent, reservation)
    if (reservation !== undefined) settleUsage(context, reservation, answer)
    // Before its slot is free: who waits for that must not start on a used-up account.
    if ('retryAt' in answer.end) blockAccount(context, agent, answer.end)
    return { kind: 'answered', agent, answer }
  } finally {
    accounts.leave(agent)
  }
}

function tryBlocked(agent: Agent, block: AccountBlock | undefined): HeldTurn | undefined {
  if (block === undefined) return undefined
  if (block.kind === 'refused') return { kind: 'held', outcome: 'infrastructure-error', reason: block.reason }
  return { kind: 'held', outcome: 'parked', reason: block.reason, retryAt: block.until, agent: agent.name }
}
