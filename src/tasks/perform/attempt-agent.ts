import type { Agent, Plan, Task } from '../../model/plan.ts'

/**
 * The agent of an attempt: the task's, with the changes of the retries so far.
 *
 * @param retries Findings of a review go back to their author: they are none.
 */
export function toAttemptAgent(plan: Pick<Plan, 'agents'>, task: Task, retries: number): Agent {
  let agent = plan.agents[task.agent] as Agent
  for (const change of task.retryChanges.slice(0, retries)) {
    if (change.agent !== undefined) agent = plan.agents[change.agent] as Agent
    if (change.model !== undefined && agent.kind !== 'command') agent = { ...agent, model: change.model }
  }
  return agent
}
