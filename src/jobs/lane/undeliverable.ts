import type { TaskId } from '../../model/plan.ts'
import type { BegunLane } from '../transport/transport.ts'
import type { WatchedJob } from './job-watch.ts'

/**
 * The tasks that no job can hand over any more, unless it already did: their lane's job has ended. The lane's note names the job, or
 * the job's name contains the lane, as in the shipped workflows.
 */
export function findUndeliverable(
  tasks: readonly TaskId[],
  jobs: readonly WatchedJob[],
  begun: readonly BegunLane[],
): TaskId[] {
  return tasks.filter(task => {
    const doers = findDoers(task, jobs, begun)
    return doers.length > 0 && doers.every(({ status }) => status === 'completed')
  })
}

/** The tasks that a lane may report as ended: no known job still works on them. */
export function findEndable(
  tasks: readonly TaskId[],
  jobs: readonly WatchedJob[],
  begun: readonly BegunLane[],
): TaskId[] {
  return tasks.filter(task => findDoers(task, jobs, begun).every(({ status }) => status === 'completed'))
}

function findDoers(
  task: TaskId,
  jobs: readonly WatchedJob[],
  begun: readonly BegunLane[],
): readonly WatchedJob[] {
  const jobById = new Map(jobs.map(job => [job.id, job]))
  const told = begun.filter(lane => lane.tasks.includes(task)).flatMap(lane => jobById.get(lane.job) ?? [])
  const named = jobs.filter(({ name }) => toTasks(name).includes(task))
  // A note may name any job, so it does not replace the one whose name says that it does the task.
  const isConfirmed = named.length === 0 || told.some(job => named.includes(job))
  return isConfirmed && told.length > 0 ? told : [...told, ...named]
}

/** The tasks in the name of a lane's job: in a called workflow, the calling job's name comes first. */
function toTasks(name: string): string[] {
  return name.split(/ \/ | → /)
}
