import { prerequisites, type TaskId } from '../../model/plan.ts'
import { type Node, toDependents, toTopologicalOrder } from './graph.ts'

/** Tasks that each wait only for the previous one. The id is that of the first. */
export interface Chain extends Node {
  readonly tasks: readonly TaskId[]
}

interface GrowingChain extends Chain {
  readonly tasks: TaskId[]
}

/**
 * Splits tasks into chains, as long as possible. Only the first task of a chain waits for others, and only the last has dependents,
 * so the edges between chains are those between tasks. Prerequisites outside these tasks count as done.
 */
export function toChains(tasks: readonly Node[]): Chain[] {
  const dependents = toDependents(tasks)
  const chainOf = new Map<TaskId, GrowingChain>()
  const chains: Chain[] = []

  for (const task of toTopologicalOrder(tasks)) {
    const needed = prerequisites(task).filter(id => chainOf.has(id))
    const goesOn = needed.length === 1 && dependents.get(needed[0] as TaskId)?.length === 1
    if (goesOn) extend(chainOf.get(needed[0] as TaskId) as GrowingChain, task.id)
    else begin(task.id, needed)
  }
  return chains

  function begin(id: TaskId, needed: readonly TaskId[]): void {
    const needs = new Set(needed.map(other => (chainOf.get(other) as GrowingChain).id))
    const chain = { id, needs: [...needs], after: [], tasks: [id] }
    chains.push(chain)
    chainOf.set(id, chain)
  }

  function extend(chain: GrowingChain, id: TaskId): void {
    chain.tasks.push(id)
    chainOf.set(id, chain)
  }
}
