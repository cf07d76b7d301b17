import type { ForecastConflict } from '../../model/forecast-conflict.ts'
import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import { toTopologicalOrder } from './graph.ts'

/** What is known of branches before they are merged. */
export interface BranchFacts {
  /** For each task the tasks whose branches its own one contains. */
  readonly contained: ReadonlyMap<TaskId, ReadonlySet<TaskId>>
  /** The conflicts that merging each two of them would have. */
  readonly forecast: readonly Pick<ForecastConflict, 'tasks'>[]
}

/**
 * The order in which branches are merged. Rules:
 * 1. a task comes behind every task that it needs or comes after;
 * 2. a task comes behind every task whose commits its branch contains;
 * 3. where that leaves a choice, the task that would conflict with the fewest others comes first;
 * 4. where that leaves a choice, plan order decides.
 */
export function toMergeOrder(tasks: readonly Task[], { contained, forecast }: BranchFacts): TaskId[] {
  const ids = new Set(tasks.map(task => task.id))
  const opponents = toOpponents(forecast)
  const count = ({ id }: Task) => [...(opponents.get(id) ?? [])].filter(other => ids.has(other)).length
  const nodes = tasks
    .toSorted((a, b) => count(a) - count(b))
    .map(task => ({
      id: task.id,
      needs: [...new Set([...prerequisites(task), ...(contained.get(task.id) ?? [])])].filter(id =>
        ids.has(id),
      ),
      after: [],
    }))
  return toTopologicalOrder(nodes).map(node => node.id)
}

/** For each task those that it would conflict with. */
function toOpponents(forecast: BranchFacts['forecast']): Map<TaskId, Set<TaskId>> {
  const opponents = new Map<TaskId, Set<TaskId>>()
  const add = (a: TaskId, b: TaskId) => opponents.set(a, (opponents.get(a) ?? new Set()).add(b))
  for (const { tasks } of forecast) {
    add(tasks[0], tasks[1])
    add(tasks[1], tasks[0])
  }
  return opponents
}
