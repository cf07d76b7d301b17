import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { type FailedJob, listJobsOfTask, tryFailedJobsText } from '../../report/text/failed-jobs.ts'
import type { RunContext } from '../../run/run-context.ts'
import { makeMissingResult } from '../../tasks/perform/end-task.ts'
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
    const missing = makeMissingResult(context, task)
    const known = tryAnswer(answers, task.id) ?? tryJobReason(listJobsOfTask(task.id, failed))
    results.set(
      task.id,
      known === undefined
        ? { ...missing, reason: 'no job handed it over' }
        : { ...missing, outcome: 'infrastructure-error', reason: known },
    )
  }
  return results
}

function tryAnswer(answers: Intake['answers'], task: TaskId): string | undefined {
  const answer = answers.find(one => one.task === task && one.kind !== 'taken')
  if (answer === undefined || answer.kind === 'taken') return undefined
  return answer.kind === 'gone' ? answer.reason : `its handover is refused: ${answer.reason}`
}

/** A job that was cancelled says nothing about why there is no handover of its task. */
function tryJobReason(jobs: readonly FailedJob[]): string | undefined {
  const why = tryFailedJobsText(jobs.filter(({ end }) => end !== 'was cancelled'))
  return why === undefined ? undefined : `no job handed it over: ${why}`
}
