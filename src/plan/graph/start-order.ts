import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import { toTopologicalOrder, withAncestors } from './graph.ts'
import { toMergeOrder } from './merge-order.ts'
import { remember } from './remember.ts'

/**
 * Whether the merges that start a task can be the first ones of the result: they are a prefix of the longest such row in the plan.
 * Other merges would appear twice in the history.
 */
export function beginsResult(tasks: readonly Task[], task: TaskId): boolean {
  const { rows, longest } = toStartRows(tasks)
  return rows.get(task)?.every((id, index) => longest[index] === id) ?? true
}

type Row = readonly TaskId[]

interface StartRows {
  /** For each task with several prerequisites the merges of its start, in order. */
  readonly rows: ReadonlyMap<TaskId, Row>
  readonly longest: Row
}

const toStartRows = remember((tasks: readonly Task[]): StartRows => {
  const rows = new Map<TaskId, Row>()
  let longest: Row = []
  for (const task of toTopologicalOrder(tasks)) {
    const row = toRow(tasks, task, rows)
    if (row === undefined) continue
    rows.set(task.id, row)
    if (row.length > longest.length) longest = row
  }
  return { rows, longest }
}, new WeakMap<readonly Task[], StartRows>())

function toRow(tasks: readonly Task[], task: Task, rows: ReadonlyMap<TaskId, Row>): Row | undefined {
  const direct = prerequisites(task)
  const behind = new Set(direct.flatMap(id => [...withAncestors(tasks, [id])].filter(other => other !== id)))
  if (direct.filter(id => !behind.has(id)).length < 2) return undefined
  const all = withAncestors(tasks, direct)
  const starts = [...all].flatMap(id => (rows.has(id) ? [rows.get(id) as Row] : []))
  const inside = tasks.filter(({ id }) => all.has(id))
  return toMergeOrder(inside, { contained: new Map(), starts, forecast: [] })
}
