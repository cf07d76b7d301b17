import type { Task, TaskId } from '../../model/plan.ts'
import { type Node, toDependents, toTopologicalOrder } from './graph.ts'

/**
 * Minutes per task, for planning. Without any estimate every task counts 1; otherwise missing ones count as the median, because a
 * few long tasks say little about the others.
 */
export function toEstimates(tasks: readonly Pick<Task, 'id' | 'estimateMinutes'>[]): Map<TaskId, number> {
  const given = tasks.flatMap(task => task.estimateMinutes ?? [])
  const typical = given.length === 0 ? 1 : toMedian(given)
  return new Map(tasks.map(task => [task.id, task.estimateMinutes ?? typical]))
}

function toMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] as number
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] as number
  return (lower + upper) / 2
}

/** For each task the weight of the longest chain that begins with it, itself included: its priority for free slots. */
export function toRemainingPaths(
  tasks: readonly Node[],
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

/** The heaviest chain of tasks, each waiting for the previous one. */
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
