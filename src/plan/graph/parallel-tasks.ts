import { prerequisites } from '../../model/plan.ts'
import { type Node, toTopologicalOrder } from './graph.ts'

/**
 * The tasks that may run while another one does: those that no path connects with some other task, in the given order. A task is
 * connected with all earlier tasks of a topological order if each has a dependent up to its position, and with all later ones if
 * each has a prerequisite from its position on.
 */
export function findParallel<T extends Node>(tasks: readonly T[]): T[] {
  const order = toTopologicalOrder(tasks)
  const positionOf = new Map(order.map((task, position) => [task.id, position]))
  const nextDependent = order.map(() => Number.POSITIVE_INFINITY)
  const lastPrerequisite = order.map((task, position) => {
    const needed = prerequisites(task).map(id => positionOf.get(id) as number)
    for (const at of needed) nextDependent[at] = Math.min(nextDependent[at] ?? position, position)
    return needed.reduce((most, at) => Math.max(most, at), -1)
  })

  const connected = new Set<string>()
  const needed = toSuffixMinima(lastPrerequisite)
  let farthest = 0
  for (const [position, task] of order.entries()) {
    if (farthest <= position && (needed[position + 1] ?? position) >= position) connected.add(task.id)
    farthest = Math.max(farthest, nextDependent[position] as number)
  }
  return tasks.filter(task => !connected.has(task.id))
}

function toSuffixMinima(values: readonly number[]): number[] {
  const minima = [...values]
  for (let at = minima.length - 2; at >= 0; at--)
    minima[at] = Math.min(minima[at] as number, minima[at + 1] as number)
  return minima
}
