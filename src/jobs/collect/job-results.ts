import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toMissingResult } from '../../tasks/perform/end-task.ts'
import type { Intake } from '../handover/read-handovers.ts'

/** The results of all tasks of the plan: the imported ones, and for the others the reason. */
export async function readJobResults(
  context: RunContext,
  { answers }: Intake,
): Promise<Map<TaskId, TaskResult>> {
  const { plan, store } = context
  const results = await store.readResults(plan.tasks.map(({ id }) => id))
  for (const task of plan.tasks) {
    if (results.has(task.id)) continue
    const refused = answers.find(answer => answer.task === task.id && answer.kind === 'refused')
    const missing = toMissingResult(context, task)
    results.set(
      task.id,
      refused?.kind === 'refused'
        ? {
            ...missing,
            outcome: 'infrastructure-error',
            reason: `its handover is refused: ${refused.reason}`,
          }
        : { ...missing, reason: 'no job handed it over' },
    )
  }
  return results
}
