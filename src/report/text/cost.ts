import type { Report } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { type Known, sumUsage, type Usage } from '../../model/usage.ts'

/** A cost, and whether it is complete. */
export interface Cost {
  readonly usd: number | null
  readonly known: Known
}

/** `$2.10`, `$2.10+` if part of it is unknown, or undefined if all is. */
export function tryCostText({ usd, known }: Cost): string | undefined {
  return usd === null ? undefined : `$${usd.toFixed(2)}${known === 'part' ? '+' : ''}`
}

export function toCost(usage: Usage | undefined): Cost {
  return { usd: usage?.costUsd ?? null, known: usage?.costKnown ?? 'none' }
}

/** What the cost of a task is computed from. */
export type UsageFacts = Pick<TaskResult, 'attempts' | 'agentSeconds' | 'usage' | 'tokens' | 'costUsd'>

/** Usage of all agents of some tasks; undefined if none started. */
export function tryUsageOfTasks(results: Iterable<UsageFacts>): Usage | undefined {
  return sumUsage([...results].map(tryUsageOfTask))
}

/** Results of older versions only have the sums. */
function tryUsageOfTask(facts: UsageFacts): Usage | undefined {
  const { attempts, agentSeconds, usage, tokens, costUsd } = facts
  if (attempts === 0 && agentSeconds === 0) return undefined
  if (usage.costUsd !== null || usage.total !== null) return usage
  const toKnown = (amount: number | null) => (amount === null ? 'none' : 'all')
  return { ...usage, total: tokens, known: toKnown(tokens), costUsd, costKnown: toKnown(costUsd) }
}

/** The cost of a run. Reports of older versions only have it by task. */
export function toRunCost({ cost, tasks }: Report): Cost {
  return cost ?? toCost(tryUsageOfTasks(Object.values(tasks)))
}

/** The amount for outputs; empty if unknown. */
export function toAmountText({ usd }: Cost): string {
  return usd === null ? '' : String(Math.round(usd * 1e6) / 1e6)
}
