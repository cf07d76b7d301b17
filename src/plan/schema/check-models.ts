import type { Integration, Plan, Task } from '../../model/plan.ts'
import type { AgentChoice } from '../../model/review.ts'
import type { PlanPath, Problem } from '../yaml/problem.ts'

interface PlacedChoice {
  readonly path: PlanPath
  readonly agent: string
  readonly model?: string | undefined
}

/** Finds models chosen for an agent that is a command: they would have no effect. */
export function checkModels({ tasks, agents, integration }: Plan): Problem[] {
  const [first] = tasks
  const ofTasks = tasks.flatMap(task => placeBelow(['tasks', task.id], listChoices(task)))
  const ofResult = listResultChoices(integration, integration.agent ?? first?.agent ?? '')
  return [...ofTasks, ...placeBelow(['integration'], ofResult)].flatMap(({ path, agent, model }) => {
    if (model === undefined || agents[agent]?.kind !== 'command') return []
    const message = `agent \`${agent}\` is a command, so no \`model\` can be chosen here: define another agent, or write it into the command`
    return [{ path: [...path, 'model'], message }]
  })
}

function placeBelow(place: PlanPath, choices: readonly PlacedChoice[]): PlacedChoice[] {
  return choices.map(choice => ({ ...choice, path: [...place, ...choice.path] }))
}

function listChoices({ agent, retryChanges, reviews, planFirst }: Task): PlacedChoice[] {
  let last = agent // a retry keeps the agent of the one before
  const retries = retryChanges.map((choice, index) => {
    last = choice.agent ?? last
    return { model: choice.model, agent: last, path: ['retries', index] }
  })
  return [
    ...(planFirst === undefined ? [] : [toPlaced(planFirst, agent, ['plan-first'])]),
    ...listReviewers(reviews, agent),
    ...retries,
  ]
}

function listResultChoices({ reviews, compare }: Integration, agent: string): PlacedChoice[] {
  return [
    ...listReviewers(reviews, agent),
    ...(compare === undefined ? [] : [toPlaced(compare, agent, ['compare'])]),
  ]
}

function listReviewers(reviews: readonly AgentChoice[], agent: string): PlacedChoice[] {
  return reviews.map((choice, index) =>
    toPlaced(choice, agent, reviews.length === 1 ? ['review'] : ['review', index]),
  )
}

function toPlaced(choice: AgentChoice, byDefault: string, path: PlanPath): PlacedChoice {
  return { model: choice.model, agent: choice.agent ?? byDefault, path }
}
