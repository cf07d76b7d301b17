import { isAchieved, type Outcome } from '../../model/outcome.ts'
import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import { toTopologicalOrder } from '../../plan/graph/graph.ts'

/** The rest of a run, for the next workflow run. */
export interface Remainder {
  /** Tasks that were not run because of a timeout or a lost job, and still can be. In plan order. */
  readonly tasks: readonly Task[]
  /** Ended tasks that have dependents. */
  readonly settled: readonly TaskId[]
}

/**
 * What is left of a run after its lanes ended: tasks without a result and stopped or blocked tasks, unless one of their prerequisites failed for good.
 *
 * @param outcomes Of the tasks that have one.
 */
export function toRemainder(tasks: readonly Task[], outcomes: ReadonlyMap<TaskId, Outcome>): Remainder {
  const left = new Set<TaskId>()
  const failed = new Set<TaskId>()
  for (const task of toTopologicalOrder(tasks)) {
    const outcome = outcomes.get(task.id)
    if (task.needs.some(id => failed.has(id))) failed.add(task.id)
    else if (outcome === undefined || isOpen(outcome)) left.add(task.id)
    else if (!isAchieved(task, outcome)) failed.add(task.id)
  }
  const remaining = tasks.filter(({ id }) => left.has(id))
  const before = new Set(remaining.flatMap(prerequisites))
  return { tasks: remaining, settled: [...before].filter(id => failed.has(id)) }
}

/** A task is also blocked by one that was not done because its job was lost. */
function isOpen(outcome: Outcome): boolean {
  return outcome === 'cancelled' || outcome === 'blocked'
}

export interface ContinuationFacts {
  readonly tasks: readonly Task[]
  /** Outcomes at the start of this workflow run. */
  readonly before: ReadonlyMap<TaskId, Outcome>
  readonly now: ReadonlyMap<TaskId, Outcome>
  /** The number of this workflow run within the run, from 1. */
  readonly part: number
  /** Maximum workflow runs. */
  readonly mostParts: number
}

export type Continuation =
  | { readonly kind: 'complete' }
  | { readonly kind: 'continue'; readonly part: number; readonly remainder: Remainder }
  /** Tasks are left, but another workflow run would not help or is not allowed. */
  | { readonly kind: 'given-up'; readonly remainder: Remainder; readonly reason: string }

/** Whether another workflow run continues. After one that finished no task, more of them would not help. */
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
