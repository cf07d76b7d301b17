import type { Report } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { type Known, sumUsage, type Usage } from '../../model/usage.ts'

/** A cost, and whether it is all of it. */
export interface Cost {
  readonly usd: number | null
  readonly known: Known
}

/** `$2.10`, `$2.10+` when more than that is not known, or undefined when nothing is. */
export function tryCostText({ usd, known }: Cost): string | undefined {
  return usd === null ? undefined : `$${usd.toFixed(2)}${known === 'part' ? '+' : ''}`
}

export function toCost(usage: Usage | undefined): Cost {
  return { usd: usage?.costUsd ?? null, known: usage?.costKnown ?? 'none' }
}

type UsageFacts = Pick<TaskResult, 'attempts' | 'agentSeconds' | 'usage' | 'tokens' | 'costUsd'>

/** What all agents of some tasks used; undefined when none was started. */
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

/** What a run cost. Reports of older versions only say it for each task. */
export function toRunCost({ cost, tasks }: Report): Cost {
  return cost ?? toCost(tryUsageOfTasks(Object.values(tasks)))
}

/** As a number in text, for outputs; empty when it is not known. */
export function toAmountText({ usd }: Cost): string {
  return usd === null ? '' : String(Math.round(usd * 1e6) / 1e6)
}
