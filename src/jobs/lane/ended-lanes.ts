import type { TaskId } from '../../model/plan.ts'
import { type Growth, jitter, toDelay } from '../../model/timing/delays.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import { type Transport, TransportError } from '../transport/transport.ts'
import type { Clock } from './clock.ts'
import { Deadlock } from './deadlock.ts'
import type { JobWatch } from './job-watch.ts'
import { findEndable, findUndeliverable } from './undeliverable.ts'

export interface EndedLanesRequest {
  readonly transport: Transport
  /** Undefined if only their own notes tell about other jobs. */
  readonly watch: JobWatch | undefined
  /** The id of this job, if known. */
  readonly ownJob: string | undefined
  readonly clock: Clock
  readonly notice: (text: string) => void
}

/** Between two requests about jobs: all lanes of a repository share 1000 requests an hour. */
const pauses: Growth = { first: 15, factor: 2, longest: 300 }

/** Determines which lanes have ended, by their own notes or the end of their jobs, and when waiting for others is useless. */
export class EndedLanes {
  readonly deadlock: Deadlock
  private readonly request: EndedLanesRequest
  private readonly dead = new Set<TaskId>()
  private looks = 0
  private dueAt: number
  private believeAt = 0
  private hasComplained = false

  constructor(request: EndedLanesRequest) {
    this.request = request
    this.dueAt = request.clock.now() + pauses.first * 1000
    this.deadlock = new Deadlock(request.transport, request.ownJob)
  }

  /**
   * Announces this lane's job to others, so that they need not wait for the lane if the job dies.
   *
   * @throws TransportRefusedError If nothing can be handed over from here: no agent need start.
   */
  async begin(lane: Lane): Promise<void> {
    const { transport, ownJob } = this.request
    await this.tolerate(() => transport.beginLane(lane, ownJob ?? null))
  }

  /** The tasks of lanes that have ended. */
  async readTasks(awaited: readonly TaskId[]): Promise<ReadonlySet<TaskId>> {
    const told = await this.request.transport.readEndedTasks()
    if (this.request.clock.now() >= this.dueAt) await this.tolerate(() => this.lookAround(awaited))
    const claimed = awaited.filter(task => told.has(task) && !this.dead.has(task))
    if (claimed.length > 0) await this.tolerate(() => this.believe(claimed))
    return new Set(this.cannotAsk() ? [...claimed, ...this.dead] : this.dead)
  }

  /** That a lane has ended is believed when no job is known any more that does it. */
  private async believe(claimed: readonly TaskId[]): Promise<void> {
    const { watch, transport, clock } = this.request
    if (watch === undefined || this.cannotAsk() || clock.now() < this.believeAt) return
    this.believeAt = clock.now() + pauses.first * 1000
    const jobs = await watch.readJobs()
    for (const task of findEndable(claimed, jobs, await transport.readBegunLanes())) this.dead.add(task)
  }

  /** Then there is only the word of the lanes. */
  private cannotAsk(): boolean {
    return this.request.watch === undefined || this.hasComplained
  }

  /** From now on this job only waits. */
  beginWaiting(): void {
    this.deadlock.begin()
  }

  async endWaiting(): Promise<void> {
    await this.tolerate(() => this.deadlock.end())
  }

  private async lookAround(awaited: readonly TaskId[]): Promise<void> {
    const { watch, transport } = this.request
    if (watch === undefined) return
    const begun = await transport.readBegunLanes()
    const jobs = await watch.readJobs()
    for (const task of findUndeliverable(awaited, jobs, begun)) this.dead.add(task)
    await this.deadlock.look(jobs, this.request.clock.now())
    this.looks = this.deadlock.isSuspected ? 0 : this.looks + 1
    this.dueAt = this.request.clock.now() + jitter(toDelay(pauses, this.looks)) * 1000
  }

  /** Without this information, waiting only takes longer. */
  private async tolerate(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      this.dueAt = this.request.clock.now() + 2 * pauses.longest * 1000
      if (!this.hasComplained) this.request.notice(error.message)
      this.hasComplained = true
    }
  }
}
