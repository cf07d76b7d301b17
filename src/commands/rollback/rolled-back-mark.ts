import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { readLogEnd, writeLogLine } from '../../run/task-log.ts'

export async function markRolledBack(
  context: RunContext,
  results: Map<TaskId, TaskResult>,
  tasks: readonly TaskId[],
  reason: string,
): Promise<void> {
  for (const id of tasks) {
    const result = { ...(results.get(id) as TaskResult), rolledBack: true, reason }
    results.set(id, result)
    await saveMark(context, result, reason)
  }
}

export async function saveMark(
  { store, paths }: RunContext,
  result: TaskResult,
  text: string,
): Promise<void> {
  const log = paths.log(result.task)
  await writeLogLine(log, text)
  await store.saveResult(result, undefined, readLogEnd(log))
}
