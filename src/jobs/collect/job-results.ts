import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { type FailedJob, listJobsOfTask, toFailedJobsText } from '../../report/text/failed-jobs.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toMissingResult } from '../../tasks/perform/end-task.ts'
import type { Intake } from '../handover/read-handovers.ts'

/**
 * The results of all tasks of the plan: the imported ones, and for the others the reason.
 *
 * @param failed The failed jobs of the workflow run, as far as they are known.
 */
export async function readJobResults(
  context: RunContext,
  { answers }: Intake,
  failed: readonly FailedJob[],
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
        : { ...missing, reason: toMissingReason(task.id, failed) },
    )
  }
  return results
}

function toMissingReason(task: TaskId, failed: readonly FailedJob[]): string {
  const why = toFailedJobsText(listJobsOfTask(task, failed))
  return `no job handed it over${why === undefined ? '' : `: ${why}`}`
}
