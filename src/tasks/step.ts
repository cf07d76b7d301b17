import { isAchieved } from '../model/outcome.ts'
import type { Task, TaskId } from '../model/plan.ts'
import type { TaskResult } from '../model/task-result.ts'

export interface StepInput {
  readonly tasks: readonly Task[]
  /** Remaining path of each task. */
  readonly priorities: ReadonlyMap<TaskId, number>
  readonly results: ReadonlyMap<TaskId, TaskResult>
  readonly running: ReadonlyMap<TaskId, unknown>
  /** Tasks that cannot start now, although their prerequisites are done. */
  readonly held: ReadonlySet<TaskId>
  /** Maximum parallel tasks. */
  readonly slots: number
}

export interface SchedulingStep {
  /** Tasks that can never start, and the reason. */
  readonly blocked: readonly { readonly task: Task; readonly by: readonly TaskId[] }[]
  /** Tasks to start now, the most urgent first. */
  readonly starts: readonly Task[]
}

/**
 * What to do next:
 * - a task is blocked as soon as one that it needs has ended without success;
 * - a task is ready when all that it needs have succeeded, and all that it comes after have ended;
 * - of the ready ones, those with the longest remaining path start first, ties in plan order, as many as there are slots.
 */
export function toStep({ tasks, priorities, results, running, held, slots }: StepInput): SchedulingStep {
  const waiting = tasks.filter(({ id }) => !results.has(id) && !running.has(id))
  const blocked = waiting
    .map(task => ({ task, by: task.needs.filter(id => results.has(id) && !canBuildOn(tasks, results, id)) }))
    .filter(({ by }) => by.length > 0)
  const ready = waiting.filter(
    task =>
      !held.has(task.id) &&
      task.needs.every(id => canBuildOn(tasks, results, id)) &&
      task.after.every(id => results.has(id)),
  )
  const urgent = ready.toSorted((a, b) => (priorities.get(b.id) ?? 0) - (priorities.get(a.id) ?? 0))
  return { blocked, starts: urgent.slice(0, Math.max(0, slots - running.size)) }
}

/** Whether a prerequisite has ended so that dependents can start from it. */
function canBuildOn(tasks: readonly Task[], results: ReadonlyMap<TaskId, TaskResult>, id: TaskId): boolean {
  const result = results.get(id)
  const task = tasks.find(candidate => candidate.id === id)
  return result !== undefined && task !== undefined && isAchieved(task, result.outcome)
}
