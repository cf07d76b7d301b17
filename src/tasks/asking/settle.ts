import type { Reservation } from '../../agents/accounts/budget-book.ts'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import type { Agent } from '../../model/plan.ts'
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
      emit({ kind: 'notice', text: toUnknownText(plan.agents[reservation.agent], unit, reservation.agent) })
}

const words = { usd: 'cost', tokens: 'tokens' }

function toUnknownText(agent: Agent | undefined, unit: keyof typeof words, name: string): string {
  const fact = `the ${words[unit]} of ${name} ${unit === 'usd' ? 'is' : 'are'} unknown, so \`budget: ${unit}\` does not limit it`
  const remedy =
    agent?.kind === 'command'
      ? `say where it reports ${unit === 'usd' ? 'it' : 'them'} (\`usage:\`), or set`
      : unit === 'usd'
        ? 'add its model to `prices:`, or set `tokens:` or'
        : 'set'
  return `${fact}: ${remedy} \`minutes:\``
}
