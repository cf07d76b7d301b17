import type { Plan, Task, TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { withDescendants } from '../../plan/graph/graph.ts'

/**
 * - `go-on`: every ended task keeps its result, successful or not. Only stopped tasks and their dependents run.
 * - `do-again`: only landed tasks keep their results, and those that did not land through no fault of their own.
 */
export type ResumeMode = 'go-on' | 'do-again'

export interface AgainFacts {
  readonly mode: ResumeMode
  readonly plan: Plan
  /** The plan of the existing results. */
  readonly before: Plan
  readonly results: ReadonlyMap<TaskId, TaskResult>
  readonly report: Report | undefined
  /** Tasks whose branches a person has continued, and whose result is not tested yet. */
  readonly wentOn: ReadonlySet<TaskId>
  /** Tasks whose conflicts a person is resolving. */
  readonly byHand: Pick<ReadonlyMap<TaskId, unknown>, 'has'>
  /** If not empty, only these are redone, with their dependents. */
  readonly only: readonly TaskId[]
}

/** Which tasks with a result are redone. Their dependents are, too. */
export function chooseAgain(facts: AgainFacts): Set<TaskId> {
  const { mode, plan, results, only } = facts
  const ended = plan.tasks.filter(task => results.has(task.id))
  if (mode === 'go-on')
    return new Set(ended.filter(({ id }) => !hasEnded(results.get(id))).map(({ id }) => id))
  const chosen = only.length > 0 ? only : ended.filter(task => !stands(task, facts)).map(({ id }) => id)
  return new Set([...withDescendants(plan.tasks, chosen)].filter(id => results.has(id)))
}

function hasEnded(result: TaskResult | undefined): boolean {
  return result?.rolledBack === true || (result?.outcome !== 'cancelled' && result?.outcome !== 'blocked')
}

function stands(task: Task, { plan, before, results, report, wentOn, byHand }: AgainFacts): boolean {
  const { outcome, rolledBack } = results.get(task.id) as TaskResult
  if (rolledBack) return true // rolled back by the user: redone only if named
  if (!isSameWork(task, plan, before)) return false
  if (wentOn.has(task.id) || byHand.has(task.id)) return true
  const isLanded = report?.tasks[task.id]?.landing === 'landed'
  if (outcome === 'no-changes') return task.allowNoChanges || isLanded
  if (outcome !== 'succeeded') return isLanded // the result is a person's commits on its branch
  const couldNotLand =
    report === undefined || report.status === 'cancelled' || report.integration.problem !== null
  return couldNotLand || isLanded
}

/** Whether a task requests the same work in both plans. Time limits and numbers of attempts do not matter. */
export function isSameWork(task: Task, plan: Plan, before: Plan): boolean {
  const old = before.tasks.find(({ id }) => id === task.id)
  return old !== undefined && toWork(task, plan) === toWork(old, before)
}

function toWork({ prompt, issue, needs, files, setup, test, agent, env }: Task, { agents }: Plan): string {
  return JSON.stringify([prompt, issue, needs, files, setup, test, agents[agent], env])
}
