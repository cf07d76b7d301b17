import type { Plan, Task } from '../../model/plan.ts'
import type { AgentChoice } from '../../model/review.ts'
import type { PlanPath, Problem } from '../yaml/problem.ts'

interface PlacedChoice extends AgentChoice {
  readonly path: PlanPath
}

/** Finds models chosen for an agent that is a command: they would have no effect. */
export function checkModels({ tasks, agents }: Plan): Problem[] {
  return tasks.flatMap(task =>
    listChoices(task).flatMap(({ path, agent = task.agent, model }) => {
      if (model === undefined || agents[agent]?.kind !== 'command') return []
      const message = `agent \`${agent}\` is a command, so no \`model\` can be chosen here: define another agent, or write it into the command`
      return [{ path: ['tasks', task.id, ...path, 'model'], message }]
    }),
  )
}

function listChoices({ retryChanges, reviews, planFirst }: Task): PlacedChoice[] {
  return [
    ...(planFirst === undefined ? [] : [{ ...planFirst, path: ['plan-first'] }]),
    ...reviews.map((choice, index) => ({
      ...choice,
      path: reviews.length === 1 ? ['review'] : ['review', index],
    })),
    ...retryChanges.map((choice, index) => ({ ...choice, path: ['retries', index] })),
  ]
}
