import { toDependents, toTopologicalOrder } from './graph.ts'
import type { Task, TaskId } from './plan.ts'

/** Minutes a task, for planning. Where no task has an estimate, every task counts 1; else the mean stands in for what is missing. */
export function toEstimates(tasks: readonly Task[]): Map<TaskId, number> {
  const given = tasks.flatMap(task => task.estimateMinutes ?? [])
  const mean = given.length === 0 ? 1 : given.reduce((sum, minutes) => sum + minutes, 0) / given.length
  return new Map(tasks.map(task => [task.id, task.estimateMinutes ?? mean]))
}

/** For each task the weight of the longest chain that begins with it, itself included: its priority when slots are scarce. */
export function toRemainingPaths(
  tasks: readonly Task[],
  weights: ReadonlyMap<TaskId, number>,
): Map<TaskId, number> {
  const dependents = toDependents(tasks)
  const remaining = new Map<TaskId, number>()
  for (const task of toTopologicalOrder(tasks).toReversed()) {
    const behind = (dependents.get(task.id) ?? []).reduce(
      (most, id) => Math.max(most, remaining.get(id) ?? 0),
      0,
    )
    remaining.set(task.id, behind + (weights.get(task.id) ?? 0))
  }
  return remaining
}

/** The heaviest chain of tasks, each waiting for the one before. */
export function toCriticalPath(tasks: readonly Task[], weights: ReadonlyMap<TaskId, number>): TaskId[] {
  const remaining = toRemainingPaths(tasks, weights)
  const dependents = toDependents(tasks)
  const path: TaskId[] = []
  let candidates: readonly TaskId[] = tasks.map(task => task.id)
  while (candidates.length > 0) {
    const next = candidates.reduce((best, id) =>
      (remaining.get(id) ?? 0) > (remaining.get(best) ?? 0) ? id : best,
    )
    path.push(next)
    candidates = dependents.get(next) ?? []
  }
  return path
}
