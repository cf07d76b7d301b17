import type { Reservation } from '../../agents/accounts/budget-book.ts'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import type { RunContext } from '../../run/run-context.ts'

/** Counts usage. A dollar limit cannot stop an agent of unknown cost, which is reported once. */
export function settleUsage(
  { budget, plan, emit }: RunContext,
  reservation: Reservation,
  answer: AgentAnswer,
): void {
  budget.settle(reservation, answer.usage, answer.seconds)
  const isUnknown = plan.budget.usd !== undefined && answer.usage.costKnown === 'none'
  if (!isUnknown || !budget.isFirstUnknown(reservation.agent)) return
  const text = `the cost of ${reservation.agent} is unknown, so \`budget: usd\` does not limit it: add its model to \`prices:\`, or set \`tokens:\` or \`minutes:\``
  emit({ kind: 'notice', text })
}
