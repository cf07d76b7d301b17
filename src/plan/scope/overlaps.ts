import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import { toTopologicalOrder } from '../graph/graph.ts'
import { toScopePattern } from './glob-overlap.ts'
import { ScopeIndex } from './scope-index.ts'

/** Two tasks that may change the same file without an order between them. */
export interface Overlap {
  readonly earlier: TaskId
  readonly later: TaskId
  /** A glob or path that is in both scopes. */
  readonly path: string
}

const maxOverlaps = 1000

/**
 * Finds overlapping scopes of tasks that no path connects. `to-list` stops at 1,000; `to-connect` omits pairs that earlier edges
 * already connect (a → b, b → c, so a → c). Tasks without a scope are ignored.
 */
export function findOverlaps(tasks: readonly Task[], purpose: 'to-connect' | 'to-list'): Overlap[] {
  const order = toTopologicalOrder(tasks)
  const positionOf = new Map(order.map((task, position) => [task.id, position]))
  const ancestors = order.map(() => new Uint32Array(Math.ceil(order.length / 32)))
  const index = new ScopeIndex()
  const overlaps: Overlap[] = []

  for (const [position, task] of order.entries()) {
    const own = ancestors[position] as Uint32Array
    for (const id of prerequisites(task)) addAncestor(own, positionOf.get(id) as number)
    if (task.files === undefined) continue
    const pattern = toScopePattern(task.files)
    for (const found of index.overlapping(pattern, earlier => hasBit(own, earlier))) {
      overlaps.push({ earlier: (order[found.position] as Task).id, later: task.id, path: found.path })
      if (purpose === 'to-connect') addAncestor(own, found.position)
      else if (overlaps.length === maxOverlaps) return overlaps
    }
    index.add(position, pattern)
  }
  return overlaps

  function addAncestor(own: Uint32Array, position: number): void {
    const others = ancestors[position] as Uint32Array
    for (let word = 0; word <= position >>> 5; word++)
      own[word] = (own[word] as number) | (others[word] as number)
    own[position >>> 5] = (own[position >>> 5] as number) | (1 << (position & 31))
  }
}

function hasBit(bits: Uint32Array, position: number): boolean {
  return ((bits[position >>> 5] as number) & (1 << (position & 31))) !== 0
}

/** The tasks with an edge for each overlap: the later one starts from the code of the earlier one. */
export function withOverlapEdges(tasks: readonly Task[], overlaps: readonly Overlap[]): readonly Task[] {
  if (overlaps.length === 0) return tasks
  const added = new Map<TaskId, TaskId[]>()
  for (const { earlier, later } of overlaps) added.set(later, [...(added.get(later) ?? []), earlier])
  return tasks.map(task => {
    const after = added.get(task.id)
    return after === undefined ? task : { ...task, after: [...task.after, ...after] }
  })
}
