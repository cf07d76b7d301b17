import type { Task, TaskId } from '../../model/plan.ts'

/** The task that a command means. `issue-12` is also that of issue 12, whatever its name. */
export function toTaskOfIssue(tasks: readonly Pick<Task, 'id' | 'issue'>[], named: TaskId): TaskId {
  if (tasks.some(({ id }) => id === named)) return named
  const number = /^issue-(\d+)$/.exec(named)?.[1]
  return tasks.find(({ issue }) => issue !== undefined && String(issue) === number)?.id ?? named
}
