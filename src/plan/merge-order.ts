import { toTopologicalOrder } from './graph.ts'
import { prerequisites, type Task, type TaskId } from './plan.ts'

/**
 * The order in which branches are merged. Rules:
 * 1. a task comes behind every task that it needs or comes after;
 * 2. a task comes behind every task whose commits its branch contains;
 * 3. where that leaves a choice, plan order decides.
 *
 * @param contained For each task the tasks whose branches its own one contains.
 */
export function toMergeOrder(
  tasks: readonly Task[],
  contained: ReadonlyMap<TaskId, ReadonlySet<TaskId>>,
): TaskId[] {
  const ids = new Set(tasks.map(task => task.id))
  const nodes = tasks.map(task => ({
    id: task.id,
    needs: [...new Set([...prerequisites(task), ...(contained.get(task.id) ?? [])])].filter(id =>
      ids.has(id),
    ),
    after: [],
  }))
  return toTopologicalOrder(nodes).map(node => node.id)
}
