import { toCoAuthor } from '../../agents/co-author.ts'
import { type Trailer, toAddress } from '../../git/objects/commits.ts'
import type { Agent, Plan, Task } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'

/** Names the agent of some work, and makes it a co-author. */
export function toAgentTrailers(agent: Agent): Trailer[] {
  const model = agent.kind === 'cli' && agent.model !== undefined ? ` (${agent.model})` : ''
  return [
    ['Agent', `${agent.name}${model}`],
    ['Co-Authored-By', toAddress(toCoAuthor(agent))],
  ]
}

/** The same for an ended task. */
export function toResultTrailers(
  { agents }: Pick<Plan, 'agents'>,
  task: Task,
  result: TaskResult | undefined,
): Trailer[] {
  const name = result?.agent ?? task.agent
  const agent = agents[name]
  if (agent === undefined) return [['Agent', name]]
  const model = agent.kind === 'cli' ? (result?.model ?? agent.model) : undefined
  return toAgentTrailers(model === undefined ? agent : ({ ...agent, model } as Agent))
}
