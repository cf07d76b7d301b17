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
 * while it waits. With `slots` it does so many at once: what can begin overtakes what waits, and each agent beside another makes all of
 * that runner slower by 5 %. Nothing begins after `deadline` minutes of a job, and what is going on then ends without a result. A job
 * whose index is in `killed` is gone without a trace after the first task that it ended.
 *
 * @returns `isDeadlocked` says that jobs are left and nothing can happen any more. Each job is billed up to the full minute.
 */
export function simulate(facts) {
  const simulation = new Simulation(facts)
  simulation.run()
  const { now: makespan, billed, unfinished, done, performed } = simulation
  return { makespan, billed, isDeadlocked: unfinished > 0, done, performed }
}

class Simulation {
  now = 0
  billed = 0
  #events = new TinyQueue([], (a, b) => a.at - b.at)
  done = new Set()
  /** Every task that began, as often as it began. */
  performed = []
  #waiting = new Map()
  #queue = []

  constructor({
    tasks,
    minutes,
    jobs,
    runners,
    isShuffled,
    draw,
    deadline = Infinity,
    killed = [],
    done = [],
  }) {
    this.needs = new Map(tasks.map(task => [task.id, task.needs]))
    this.deadline = deadline
    for (const id of done) this.done.add(id)
    this.minutes = minutes
    this.draw = draw
    this.isShuffled = isShuffled
    this.free = runners
    this.unfinished = jobs.length
    for (const [index, { tasks, behind, slots = 1 }] of jobs.entries()) {
      const times = { start: draw.between(...jobStart), setUp: draw.between(...setUp) }
      const job = { pending: [...tasks], running: 0, slots, isKilled: killed.includes(index), ...times }
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
      job.startedAt = this.now + job.start
      this.#after(job.start + job.setUp, () => this.#goOn(job))
      if (this.deadline < Infinity) this.#after(job.start + this.deadline, () => this.#stop(job))
    }
  }

  /** Begins what can begin; the first task that cannot is waited for. */
  #goOn(job) {
    if (job.isOver) return
    if (job.pending.length + job.running === 0) return this.#endJob(job)
    while (job.running < job.slots) {
      const candidates = job.slots === 1 ? job.pending.slice(0, 1) : job.pending
      const id = candidates.find(candidate => this.#areDone(this.needs.get(candidate)))
      if (id === undefined) break
      this.#perform(job, id)
    }
    if (job.running < job.slots && job.pending.length > 0) this.#waitFor(job)
  }

  #waitFor(job) {
    const waited = job.slots === 1 ? job.pending.slice(0, 1) : job.pending
    for (const id of waited) {
      if (job.waits?.has(id)) continue
      job.waits = (job.waits ?? new Set()).add(id)
      this.#whenDone(this.needs.get(id), () =>
        this.#after(this.draw.between(...notice), () => this.#goOn(job)),
      )
    }
  }

  #perform(job, id) {
    job.pending.splice(job.pending.indexOf(id), 1)
    job.running++
    this.performed.push(id)
    const slower = 1 + 0.05 * (Math.min(job.slots, job.running + job.pending.length) - 1)
    this.#after(this.minutes.get(id) * slower, () => {
      if (job.isOver) return
      job.running--
      this.#endTask(id)
      if (job.isKilled) this.#endJob(job)
      else this.#goOn(job)
    })
  }

  /** A job whose time is up hands over what it has. */
  #stop(job) {
    if (!job.isOver) this.#endJob(job)
  }

  #endJob(job) {
    job.isOver = true
    this.free++
    this.unfinished--
    this.billed += Math.ceil(this.now - job.startedAt)
  }

  #endTask(id) {
    this.done.add(id)
    const woken = this.#waiting.get(id) ?? []
    this.#waiting.delete(id)
    for (const { ids, act } of woken) this.#whenDone(ids, act)
  }

  #areDone(ids) {
    return ids.every(id => this.done.has(id))
  }

  #whenDone(ids, act) {
    const missing = ids.find(id => !this.done.has(id))
    if (missing === undefined) act()
    else this.#waiting.set(missing, [...(this.#waiting.get(missing) ?? []), { ids, act }])
  }

  #after(delay, happen) {
    this.#events.push({ at: this.now + delay, happen })
  }
}
