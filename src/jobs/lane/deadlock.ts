import type { Transport } from '../transport/transport.ts'
import type { WatchedJob } from './job-watch.ts'

/** How long all jobs must have waited for each other: runners of other workflows may become free. Milliseconds. */
const suspectedMilliseconds = 60_000

/** Detects that every running job waits, so that only a job without a runner could continue. */
export class Deadlock {
  /** Why waiting is useless. */
  reason: string | undefined
  private readonly transport: Transport
  private readonly ownJob: string | undefined
  private isWaiting = false
  private hasToldSo = false
  private since: number | undefined

  constructor(transport: Transport, ownJob: string | undefined) {
    this.transport = transport
    this.ownJob = ownJob
  }

  /** Whether all jobs seemed to wait, so that polling again soon is useful. */
  get isSuspected(): boolean {
    return this.since !== undefined && this.reason === undefined
  }

  begin(): void {
    this.isWaiting = true
  }

  /** Others must not consider this job waiting while it works. */
  async end(): Promise<void> {
    this.isWaiting = false
    this.since = undefined
    if (this.hasToldSo && this.ownJob !== undefined) await this.transport.tellWaiting(this.ownJob, false)
    this.hasToldSo = false
  }

  async look(jobs: readonly WatchedJob[], now: number): Promise<void> {
    if (!this.isWaiting || this.ownJob === undefined) return
    if (!this.hasToldSo) await this.transport.tellWaiting(this.ownJob, true)
    this.hasToldSo = true
    const waiting = await this.transport.readWaitingJobs()
    const running = jobs.filter(({ status }) => status === 'running')
    const isStill = running.some(({ id }) => id === this.ownJob) && running.every(({ id }) => waiting.has(id))
    this.since = isStill ? (this.since ?? now) : undefined
    if (this.since !== undefined && now - this.since >= suspectedMilliseconds)
      this.reason = toReason(running.length, jobs)
  }
}

function toReason(running: number, jobs: readonly WatchedJob[]): string {
  const queued = jobs.filter(({ status }) => status === 'queued').map(({ name }) => name)
  const whose =
    queued.length === 0 ? 'a job that has no runner' : `jobs that have no runner: ${queued.join(', ')}`
  return (
    `all ${running} running jobs wait for ${whose}. There are fewer runners than lanes: ` +
    `write \`max-parallel: ${running}\` (in the plan, or as an input of the step with \`command: plan\`) and start the workflow again`
  )
}
