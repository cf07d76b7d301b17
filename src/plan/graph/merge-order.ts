import type { ForecastConflict } from '../../model/forecast-conflict.ts'
import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import { toTopologicalOrder } from './graph.ts'

/** Facts about branches before they are merged. */
export interface BranchFacts {
  /** For each task the tasks whose branches are contained in its own. */
  readonly contained: ReadonlyMap<TaskId, ReadonlySet<TaskId>>
  /** The merges that tasks were started from, as tasks in merge order. */
  readonly starts: readonly (readonly TaskId[])[]
  /** The conflicts of each pair. */
  readonly forecast: readonly Pick<ForecastConflict, 'tasks' | 'expected'>[]
}

/**
 * The order in which branches are merged. Rules:
 * 1. a task follows its prerequisites;
 * 2. a task follows the tasks whose commits its branch contains;
 * 3. then tasks come first that do not conflict with each other, chosen greedily: the task with the fewest conflicts is taken, and
 *    its opponents come later. Conflicts without an expected resolver count first;
 * 4. then tasks come first whose merges most starts share, so that these merges are made only once;
 * 5. then the task with the fewest conflicts comes first;
 * 6. then plan order decides.
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
  // These merge in any order.
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

/** Separates a set that merges without conflicts, chosen greedily: the fewest remaining opponents first, then the given order. */
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

/** For each task the tasks that it would conflict with. */
function toOpponents(forecast: BranchFacts['forecast']): Map<TaskId, Set<TaskId>> {
  const opponents = new Map<TaskId, Set<TaskId>>()
  const add = (a: TaskId, b: TaskId) => opponents.set(a, (opponents.get(a) ?? new Set()).add(b))
  for (const { tasks } of forecast) {
    add(tasks[0], tasks[1])
    add(tasks[1], tasks[0])
  }
  return opponents
}
