import type { AgentListener } from '../../agents/agent-request.ts'
import { addUsage, type Usage, unknownUsage } from '../../model/usage.ts'
import { noteOpenSpending } from '../../run/open-spending.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { Spending } from '../../run/spending.ts'
import type { AgentCost } from '../work/task-work.ts'

/**
 * Keeps on disk what an agent beside tasks spends, while it works.
 *
 * @param before What was spent for the same purpose before it.
 */
export function watchSpending(
  context: Pick<RunContext, 'paths'>,
  name: string,
  entry: Pick<Spending, 'purpose' | 'agent' | 'task'>,
  before: AgentCost,
): AgentListener {
  const startedAt = performance.now()
  let noted = ''
  const note = (usage: Usage) => {
    const seconds = before.seconds + (performance.now() - startedAt) / 1000
    const sum = addUsage(before.usage, usage) ?? usage
    if (JSON.stringify(sum) === noted) return
    noted = JSON.stringify(sum)
    noteOpenSpending(context, name, { ...entry, seconds, usage: sum })
  }
  note(unknownUsage)
  return { onActivity: () => {}, onProgress: () => {}, onUsage: note }
}
