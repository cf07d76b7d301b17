import type { PlanFile } from '../file/plan-file.ts'

type AgentFileEntry = NonNullable<PlanFile['agents']>[string]
type Unit = 'tokens' | 'usd'

const tokenFields = ['total', 'input', 'output', 'cached-read', 'cached-write'] as const

/** Commands that do not report what a budget of the plan limits. What a known CLI or a server does not report is only seen at work. */
export function toBudgetNotices(file: PlanFile): string[] {
  const budgets = [file.budget, ...Object.values(file.tasks).map(task => task.budget)]
  const limited = (['tokens', 'usd'] as const).filter(unit =>
    budgets.some(budget => budget?.[unit] !== undefined),
  )
  return Object.entries(file.agents ?? {}).flatMap(([name, agent]) => {
    const units = limited.filter(unit => agent.command !== undefined && !reports(agent, unit))
    if (units.length === 0) return []
    const keys = units.map(unit => `\`budget: ${unit}\``).join(' and ')
    return [
      `${name} is a command that reports no ${toWord(units)}, so ${keys} ${units.length === 1 ? 'does' : 'do'} not limit it: say where it reports it (\`usage:\`), or set \`minutes:\``,
    ]
  })
}

function toWord(units: readonly Unit[]): string {
  if (units.length > 1) return 'usage'
  return units[0] === 'usd' ? 'cost' : 'tokens'
}

function reports({ usage }: AgentFileEntry, unit: Unit): boolean {
  if (unit === 'usd') return usage?.['cost-usd'] !== undefined
  return tokenFields.some(field => usage?.[field] !== undefined)
}
