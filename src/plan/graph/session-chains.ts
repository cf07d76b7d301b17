import { toAgentEntry, toProgram, tryServerAgent } from '../../model/agents/known-agents.ts'
import type { Agent, Plan, Task, TaskId } from '../../model/plan.ts'

/** The session that a task can continue, or why it begins a new one. */
export type SessionStart =
  | { readonly kind: 'continues'; readonly task: TaskId }
  | { readonly kind: 'begins'; readonly reason: string }

/** Which tasks can continue the session of a prerequisite. A session is continued once: by the first task in plan order. */
export function toSessionStarts(
  { tasks, agents }: Pick<Plan, 'tasks' | 'agents'>,
  wanted: ReadonlySet<TaskId>,
): Map<TaskId, SessionStart> {
  const takenBy = new Map<TaskId, TaskId>()
  const starts = new Map<TaskId, SessionStart>()
  for (const task of tasks.filter(({ id }) => wanted.has(id))) {
    const start = toStart(task, tasks, agents[task.agent])
    const other = start.kind === 'continues' ? takenBy.get(start.task) : undefined
    if (other !== undefined && start.kind === 'continues') {
      starts.set(task.id, { kind: 'begins', reason: `${other} continues the session of ${start.task}` })
      continue
    }
    if (start.kind === 'continues') takenBy.set(start.task, task.id)
    starts.set(task.id, start)
  }
  return starts
}

function toStart(task: Task, tasks: readonly Task[], agent: Agent | undefined): SessionStart {
  const obstacle = toObstacle(agent) ?? (task.retry === 'fresh' ? freshRetry : undefined)
  if (obstacle !== undefined) return { kind: 'begins', reason: obstacle }
  const own = tasks.filter(({ id, agent: name }) => task.needs.includes(id) && name === task.agent)
  const [first] = own
  if (first === undefined)
    return { kind: 'begins', reason: `none of its prerequisites is done by ${task.agent}` }
  if (own.length > 1) {
    const names = own.map(({ id }) => id).join(', ')
    return { kind: 'begins', reason: `${task.agent} does ${names}, and only one session can be continued` }
  }
  return first.retry === 'fresh'
    ? { kind: 'begins', reason: `${first.id}: ${freshRetry}` }
    : { kind: 'continues', task: first.id }
}

const freshRetry = '`retry: fresh` ends sessions with each attempt'

/** Why an agent's sessions cannot be continued in another checkout. */
function toObstacle(agent: Agent | undefined): string | undefined {
  if (agent === undefined || agent.kind === 'command') return 'a command has no sessions'
  if (agent.kind === 'cli' && agent.via === 'cli') return '`via: cli` has no sessions'
  const known = agent.kind === 'cli' ? agent.use : tryServerAgent(agent.command)
  const canMove = known === undefined ? undefined : toAgentEntry(known).acp.canMoveSession
  if (canMove === true) return undefined
  const who = known ?? toProgram((agent as { readonly command: string }).command)
  return canMove === false
    ? `${who} continues a session only in the folder where it began`
    : `it was not tested whether ${who} continues a session in another folder`
}
