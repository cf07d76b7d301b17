import { Job } from './job.ts'
import type { Conclusion } from './records.ts'
import type { RunFacts, Services } from './run-facts.ts'

/** How a job of the workflow file ended, with all its legs. */
export interface NodeEnd {
  readonly result: Conclusion
  readonly outputs: Readonly<Record<string, string>>
  /** False when everything in it was kept from the attempt before. */
  readonly isRedone: boolean
  /** Results of itself and of all that it needs, directly or not, by their ids. */
  readonly chain: ReadonlyMap<string, Conclusion>
}

interface LiveJob {
  readonly job: Job
  /** Its condition, as it is now. */
  readonly holds: () => boolean
}

/** One attempt of a run: what has happened in it so far. */
export class Attempt {
  readonly run: RunFacts
  readonly services: Services
  readonly jobs: Job[] = []
  readonly nodes = new Map<string, NodeEnd>()
  isCancelled = false
  /** No job starts any more, whatever its condition says. */
  isEnded = false
  private readonly previous: Attempt | undefined
  private readonly live: LiveJob[] = []

  constructor(run: RunFacts, services: Services, previous: Attempt | undefined) {
    this.run = run
    this.services = services
    this.previous = previous
  }

  get isRerun(): boolean {
    return this.previous !== undefined
  }

  addJob(facts: Pick<Job, 'key' | 'name' | 'permissions'>, holds: () => boolean): Job {
    const number = this.services.nextJobNumber()
    const job = new Job({ ...facts, number, attempt: this.run.attempt })
    this.jobs.push(job)
    this.live.push({ job, holds })
    return job
  }

  /** A skipped job of the attempt before stays skipped, if nothing that it needs was redone. */
  tryKeepSkipped(key: string): NodeEnd | undefined {
    const end = this.previous?.nodes.get(key)
    if (end?.result !== 'skipped') return undefined
    this.jobs.push(...(this.previous?.jobs.filter(job => job.key === key) ?? []))
    return { ...end, isRedone: false }
  }

  /** A job that succeeded in the attempt before, which is not redone. */
  tryKeepJob(key: string): Job | undefined {
    const job = this.previous?.jobs.find(job => job.key === key && job.conclusion === 'success')
    if (job !== undefined) this.jobs.push(job)
    return job
  }

  /** As GitHub does: jobs whose condition still holds continue. */
  cancel(): void {
    this.isCancelled = true
    for (const { job, holds } of this.live) if (job.status !== 'completed' && !holds()) job.cancel()
  }

  /** Cancels the jobs under a key, for `fail-fast`. */
  cancelUnder(key: string): void {
    for (const job of this.jobs) {
      const isUnder = job.key === key || job.key.startsWith(`${key}/`)
      if (isUnder && job.status !== 'completed') job.cancel()
    }
  }

  /** Everything ends at once. */
  end(): void {
    this.isCancelled = true
    this.isEnded = true
    for (const { job } of this.live) {
      job.loseRunner()
      job.cancel()
    }
  }
}
