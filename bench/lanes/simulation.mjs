// What jobs on GitHub Actions come to, event by event: when the last one ends, and what is billed. All times are minutes.
import TinyQueue from 'tinyqueue'

/** Before a job begins (not billed), its set-up, and until a lane that waits sees what another one has done. Least and most. */
const jobStart = [15 / 60, 45 / 60]
const setUp = [30 / 60, 120 / 60]
const notice = [5 / 60, 20 / 60]
export const meanSetUp = (setUp[0] + setUp[1]) / 2

/**
 * Runs jobs on a number of runners. A job is queued when all tasks in its `behind` are done; takes a runner, first come first served
 * or (with `isShuffled`) in any order; and does its `tasks` in order, each as soon as what it needs is done, holding the runner
 * while it waits.
 *
 * @returns `isDeadlocked` says that jobs are left and nothing can happen any more. Each job is billed up to the full minute.
 */
export function simulate(facts) {
  const simulation = new Simulation(facts)
  simulation.run()
  const { now: makespan, billed, unfinished } = simulation
  return { makespan, billed, isDeadlocked: unfinished > 0 }
}

class Simulation {
  now = 0
  billed = 0
  #events = new TinyQueue([], (a, b) => a.at - b.at)
  #done = new Set()
  #waiting = new Map()
  #queue = []

  constructor({ tasks, minutes, jobs, runners, isShuffled, draw }) {
    this.needs = new Map(tasks.map(task => [task.id, task.needs]))
    this.minutes = minutes
    this.draw = draw
    this.isShuffled = isShuffled
    this.free = runners
    this.unfinished = jobs.length
    for (const { tasks, behind } of jobs) {
      const job = { tasks, start: draw.between(...jobStart), setUp: draw.between(...setUp) }
      this.#whenDone(behind, () => this.#queue.push(job))
    }
  }

  run() {
    this.#startJobs()
    for (let event = this.#events.pop(); event !== undefined; event = this.#events.pop()) {
      this.now = event.at
      event.happen()
      this.#startJobs()
    }
  }

  #startJobs() {
    while (this.free > 0 && this.#queue.length > 0) {
      const place = this.isShuffled ? this.draw.whole(0, this.#queue.length - 1) : 0
      const [job] = this.#queue.splice(place, 1)
      this.free--
      const startedAt = this.now + job.start
      this.#after(job.start + job.setUp, () => this.#goOn(job.tasks, startedAt))
    }
  }

  #goOn([id, ...later], startedAt) {
    if (id === undefined) return this.#endJob(startedAt)
    const perform = () =>
      this.#after(this.minutes.get(id), () => {
        this.#endTask(id)
        this.#goOn(later, startedAt)
      })
    if (this.#areDone(this.needs.get(id))) perform()
    else this.#whenDone(this.needs.get(id), () => this.#after(this.draw.between(...notice), perform))
  }

  #endJob(startedAt) {
    this.free++
    this.unfinished--
    this.billed += Math.ceil(this.now - startedAt)
  }

  #endTask(id) {
    this.#done.add(id)
    const woken = this.#waiting.get(id) ?? []
    this.#waiting.delete(id)
    for (const { ids, act } of woken) this.#whenDone(ids, act)
  }

  #areDone(ids) {
    return ids.every(id => this.#done.has(id))
  }

  #whenDone(ids, act) {
    const missing = ids.find(id => !this.#done.has(id))
    if (missing === undefined) act()
    else this.#waiting.set(missing, [...(this.#waiting.get(missing) ?? []), { ids, act }])
  }

  #after(delay, happen) {
    this.#events.push({ at: this.now + delay, happen })
  }
}
