// Every schedule on every plan of every family, with different numbers of runners.
import { familyNames, makeDraw, makeInstance } from './families.mjs'
import { meanSetUp, simulate } from './simulation.mjs'

const instances = 100
export const slotCounts = [5, 20, 60]

/** From tasks and a number of slots to jobs: the tasks that each does, and those that must be done before it is queued. */
function toSchedules(toLanes) {
  const toLaneJobs = (tasks, slots) =>
    toLanes(tasks, { maxParallel: slots }).map(lane => ({ tasks: lane.tasks, behind: [] }))
  const toShared = (tasks, slots) =>
    toLanes(tasks, { maxParallel: slots, agentsPerRunner: 4 }).map(lane => ({ ...lane, behind: [] }))
  return {
    lanes: toLaneJobs,
    '4 a runner': toShared,
    'no estimates': (tasks, slots) => toLaneJobs(tasks.map(withoutEstimate), slots),
    waves: toWaves,
    'native needs': tasks => tasks.map(task => ({ tasks: [task.id], behind: task.needs })),
    'a lane a task': tasks => tasks.map(task => ({ tasks: [task.id], behind: [] })),
  }
}

function withoutEstimate({ id, needs, after }) {
  return { id, needs, after }
}

/**
 * Simulates all schedules, with jobs that start in the order in which they were made and in a random one.
 *
 * @returns An entry for each simulation: what it was, `makespan` in lower bounds, `billed` in useful minutes, `isDeadlocked`.
 */
export function compareSchedules(toLanes) {
  const all = Object.entries(toSchedules(toLanes))
  const plans = familyNames.flatMap((family, place) =>
    Array.from({ length: instances }, (_, index) => ({ family, seed: place * instances + index + 1 })),
  )
  return plans.flatMap(({ family, seed }) => {
    const instance = makeInstance(family, seed)
    return slotCounts.flatMap(slots =>
      all.flatMap(([schedule, toJobs]) => {
        const jobs = toJobs(instance.tasks, slots)
        return [false, true].map(isShuffled => ({
          ...{ family, slots, schedule, isShuffled },
          ...measure(instance, { jobs, slots, isShuffled, draw: makeDraw(-seed) }),
        }))
      }),
    )
  })
}

function measure({ tasks, minutes }, { jobs, slots, isShuffled, draw }) {
  const useful = [...minutes.values()].reduce((sum, each) => sum + each, 0)
  const lowerBound = Math.max(toCriticalMinutes(tasks, minutes) + meanSetUp, useful / slots)
  const outcome = simulate({ tasks, minutes, jobs, runners: slots, isShuffled, draw })
  return {
    makespan: outcome.makespan / lowerBound,
    billed: outcome.billed / useful,
    isDeadlocked: outcome.isDeadlocked,
  }
}

/** Tasks come behind what they need. */
function toCriticalMinutes(tasks, minutes) {
  const ends = new Map()
  for (const { id, needs } of tasks) ends.set(id, latest(needs, ends) + minutes.get(id))
  return latest(ends.keys(), ends)
}

function latest(ids, ends) {
  return Math.max(0, ...[...ids].map(id => ends.get(id)))
}

/** A job for each task, queued when all tasks of all earlier levels are done. */
function toWaves(tasks) {
  const levels = new Map()
  for (const { id, needs } of tasks) levels.set(id, Math.max(0, ...needs.map(other => levels.get(other) + 1)))
  return tasks.map(({ id }) => ({
    tasks: [id],
    behind: tasks.map(task => task.id).filter(other => levels.get(other) < levels.get(id)),
  }))
}
