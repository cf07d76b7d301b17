import type { TaskId } from '../../model/plan.ts'

/** A job of the workflow run, and when it worked, in milliseconds. */
export interface JobSpan {
  /** As on the page of the run: `agents / contract → api`. */
  readonly name: string
  readonly startedAt: number | undefined
  /** Undefined while it works. */
  readonly endedAt: number | undefined
  readonly hasSucceeded: boolean
}

/** GitHub's API counts whole seconds. */
const toleranceMs = 2000

/** Whether GitHub shows by the names of jobs which of them do these tasks. */
export function areNamed(tasks: readonly TaskId[], jobs: readonly JobSpan[]): boolean {
  return tasks.every(task => jobs.some(job => isOfTask(job, task)))
}

/** Whether something was made for a task at a time when no job worked whose name says that it does it. */
export function isMadeOutside(task: TaskId, at: number | undefined, jobs: readonly JobSpan[]): boolean {
  const own = jobs.filter(job => isOfTask(job, task))
  return at !== undefined && own.length > 0 && !own.some(job => covers(job, at))
}

/** Whether a job succeeded whose name says that it does a task. */
export function hasSucceeded(task: TaskId, jobs: readonly JobSpan[]): boolean {
  return jobs.some(job => job.hasSucceeded && isOfTask(job, task))
}

/** In a called workflow, the calling job's name comes first. */
function isOfTask({ name }: JobSpan, task: TaskId): boolean {
  const lane = name.split(' / ').at(-1) ?? ''
  return lane.split(' → ').includes(task)
}

function covers({ startedAt, endedAt = Number.POSITIVE_INFINITY }: JobSpan, at: number): boolean {
  return startedAt !== undefined && at >= startedAt - toleranceMs && at <= endedAt + toleranceMs
}
