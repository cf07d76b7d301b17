import type { TaskId } from '../../model/plan.ts'
import type { BegunLane } from '../transport/transport.ts'
import type { WatchedJob } from './job-watch.ts'

/**
 * The tasks that no job will hand over any more, unless it already has: the job of their lane is over. Which job that is was said
 * by the lane itself, or is in the job's name, which in the shipped workflows is that of its lane.
 */
export function findUndeliverable(
  tasks: readonly TaskId[],
  jobs: readonly WatchedJob[],
  begun: readonly BegunLane[],
): TaskId[] {
  const jobById = new Map(jobs.map(job => [job.id, job]))
  return tasks.filter(task => {
    const told = begun.filter(lane => lane.tasks.includes(task)).flatMap(lane => jobById.get(lane.job) ?? [])
    const doers = told.length > 0 ? told : jobs.filter(({ name }) => toTasks(name).includes(task))
    return doers.length > 0 && doers.every(({ status }) => status === 'completed')
  })
}

/** The tasks that the name of a lane's job says: in a called workflow, the name of the calling job comes first. */
function toTasks(name: string): string[] {
  return name.split(/ \/ | → /)
}
