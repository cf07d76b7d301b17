import type { Reservation } from '../../agents/accounts/budget-book.ts'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import type { RunContext } from '../../run/run-context.ts'

/** Counts usage. A limit cannot stop an agent whose usage is unknown, which is reported once. */
export function settleUsage(
  { budget, plan, emit }: RunContext,
  reservation: Reservation,
  { usage, seconds }: AgentAnswer,
): void {
  budget.settle(reservation, usage, seconds)
  const limits = [plan.budget, ...plan.tasks.map(task => task.budget)]
  const unknown = [
    ...(usage.costKnown === 'none' ? (['usd'] as const) : []),
    ...(usage.known === 'none' ? (['tokens'] as const) : []),
  ].filter(unit => limits.some(limit => limit[unit] !== undefined))
  for (const unit of unknown)
    if (budget.isFirstUnknown(reservation.agent, unit))
      emit({ kind: 'notice', text: toUnknownText[unit](reservation.agent) })
}

const toUnknownText = {
  usd: (agent: string) =>
    `the cost of ${agent} is unknown, so \`budget: usd\` does not limit it: add its model to \`prices:\`, or set \`tokens:\` or \`minutes:\``,
  tokens: (agent: string) =>
    `the tokens of ${agent} are unknown, so \`budget: tokens\` does not limit it: set \`minutes:\``,
}
