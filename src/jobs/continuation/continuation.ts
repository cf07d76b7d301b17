import { isAchieved, type Outcome } from '../../model/outcome.ts'
import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import { toTopologicalOrder } from '../../plan/graph/graph.ts'

/** What a next workflow run of the same run has to do. */
export interface Remainder {
  /** Tasks that were not done because time was up or a job was lost, and that can still be done. In the order of the plan. */
  readonly tasks: readonly Task[]
  /** Tasks that are over although others come after them. */
  readonly settled: readonly TaskId[]
}

/**
 * What is left of a run after its lanes have ended: tasks without a result or that were stopped, unless something that they need has failed for good.
 *
 * @param outcomes Of the tasks that have one.
 */
export function toRemainder(tasks: readonly Task[], outcomes: ReadonlyMap<TaskId, Outcome>): Remainder {
  const left = new Set<TaskId>()
  const failed = new Set<TaskId>()
  for (const task of toTopologicalOrder(tasks)) {
    const outcome = outcomes.get(task.id)
    if (task.needs.some(id => failed.has(id))) failed.add(task.id)
    else if (outcome === undefined || outcome === 'cancelled') left.add(task.id)
    else if (!isAchieved(task, outcome)) failed.add(task.id)
  }
  const remaining = tasks.filter(({ id }) => left.has(id))
  const before = new Set(remaining.flatMap(prerequisites))
  return { tasks: remaining, settled: [...before].filter(id => failed.has(id)) }
}

export interface ContinuationFacts {
  readonly tasks: readonly Task[]
  /** What was known when this workflow run began. */
  readonly before: ReadonlyMap<TaskId, Outcome>
  readonly now: ReadonlyMap<TaskId, Outcome>
  /** Which workflow run of the run this is, from 1. */
  readonly part: number
  /** How many there may be. */
  readonly mostParts: number
}

export type Continuation =
  | { readonly kind: 'complete' }
  | { readonly kind: 'continue'; readonly part: number; readonly remainder: Remainder }
  /** Something is left, and another workflow run would not help or is not allowed. */
  | { readonly kind: 'given-up'; readonly remainder: Remainder; readonly reason: string }

/** Whether a next workflow run goes on. One that has brought no task to its end would be followed by others like it. */
export function toContinuation({ tasks, before, now, part, mostParts }: ContinuationFacts): Continuation {
  const remainder = toRemainder(tasks, now)
  const count = remainder.tasks.length
  if (count === 0) return { kind: 'complete' }
  const left = `${count} of ${tasks.length} tasks are left`
  if (count >= toRemainder(tasks, before).tasks.length)
    return { kind: 'given-up', remainder, reason: `${left}, and this workflow run has finished none` }
  if (part >= mostParts)
    return { kind: 'given-up', remainder, reason: `${left} after ${part} workflow runs (\`max-parts\`)` }
  return { kind: 'continue', part: part + 1, remainder }
}
