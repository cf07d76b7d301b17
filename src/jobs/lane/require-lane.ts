import { type Plan, prerequisites, type Task } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'

/** The tasks of a lane in order. Refuses a lane from another plan: it would wait for itself. */
export function requireLaneTasks({ tasks }: Plan, lane: Lane): readonly Task[] {
  const byId = new Map(tasks.map(task => [task.id, task]))
  return lane.tasks.map((id, index) => {
    const task = byId.get(id)
    const later = task && prerequisites(task).find(other => lane.tasks.indexOf(other) >= index)
    if (task !== undefined && later === undefined && lane.tasks.indexOf(id) === index) return task
    const what = task === undefined ? `the plan has no task ${id}` : `${id} cannot come before ${later ?? id}`
    throw new RefusedError(
      `${lane.id} does not belong to this plan: ${what}. Use the same \`plan\`, \`tasks\` and \`agent\` as the step with \`command: plan\``,
    )
  })
}
