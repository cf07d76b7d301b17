import type { ForecastConflict } from '../../model/forecast-conflict.ts'
import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import { toTopologicalOrder } from './graph.ts'

/** What is known of branches before they are merged. */
export interface BranchFacts {
  /** For each task the tasks whose branches its own one contains. */
  readonly contained: ReadonlyMap<TaskId, ReadonlySet<TaskId>>
  /** Tasks whose merges some task was started from, in the order of these merges. */
  readonly starts: readonly (readonly TaskId[])[]
  /** The conflicts that merging each two of them would have. */
  readonly forecast: readonly Pick<ForecastConflict, 'tasks' | 'expected'>[]
}

/**
 * The order in which branches are merged. Rules:
 * 1. a task comes behind every task that it needs or comes after;
 * 2. a task comes behind every task whose commits its branch contains;
 * 3. where that leaves a choice, tasks come first that do not conflict with each other, as many as a greedy choice finds: the one that would
 *    conflict with the fewest others is taken, and those others come later. First counts what nothing is expected to resolve;
 * 4. where that leaves a choice, those come first whose merges most tasks in a row were started from: these merges are then made but once;
 * 5. where that leaves a choice, the task that would conflict with the fewest others comes first;
 * 6. where that leaves a choice, plan order decides.
 */
export function toMergeOrder(tasks: readonly Task[], { contained, starts, forecast }: BranchFacts): TaskId[] {
  const ids = new Set(tasks.map(task => task.id))
  const opponents = toOpponents(forecast.filter(({ tasks: [a, b] }) => ids.has(a) && ids.has(b)))
  const hard = toOpponents(
    forecast.filter(({ tasks: [a, b], expected }) => expected == null && ids.has(a) && ids.has(b)),
  )
  const sizeIn = (graph: Opponents, { id }: Task) => graph.get(id)?.size ?? 0
  const start = starts.filter(start => start.every(id => ids.has(id))).reduce(toLonger, [])
  const place = ({ id }: Task) => (start.includes(id) ? start.indexOf(id) : start.length)
  const byCount = tasks.toSorted(
    (a, b) =>
      sizeIn(hard, a) - sizeIn(hard, b) || place(a) - place(b) || sizeIn(opponents, a) - sizeIn(opponents, b),
  )
  const peaceful = withPeacefulFirst(byCount, hard)
  // Those are merged together in any order.
  const inOrder = [...peaceful.first.toSorted((a, b) => place(a) - place(b)), ...peaceful.rest]
  const nodes = inOrder.map(task => ({
    id: task.id,
    needs: [...new Set([...prerequisites(task), ...(contained.get(task.id) ?? [])])].filter(id =>
      ids.has(id),
    ),
    after: [],
  }))
  return toTopologicalOrder(nodes).map(node => node.id)
}

/** Tells those that can be merged together, chosen greedily: the fewest opponents among those that are left, then the given order. */
function withPeacefulFirst(
  tasks: readonly Task[],
  opponents: Opponents,
): { readonly first: readonly Task[]; readonly rest: readonly Task[] } {
  if (opponents.size === 0) return { first: tasks, rest: [] }
  const left = new Set(tasks.map(({ id }) => id))
  const first: Task[] = []
  const countLeft = ({ id }: Task) => [...(opponents.get(id) ?? [])].filter(other => left.has(other)).length
  let open = tasks
  while (open.length > 0) {
    const counts = open.map(countLeft)
    const next = open[counts.indexOf(Math.min(...counts))] as Task
    first.push(next)
    for (const id of [next.id, ...(opponents.get(next.id) ?? [])]) left.delete(id)
    open = open.filter(({ id }) => left.has(id))
  }
  return { first, rest: tasks.filter(task => !first.includes(task)) }
}

type Opponents = ReadonlyMap<TaskId, ReadonlySet<TaskId>>

function toLonger(a: readonly TaskId[], b: readonly TaskId[]): readonly TaskId[] {
  return b.length > a.length ? b : a
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
