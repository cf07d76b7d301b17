import { jitter } from '../../model/jitter.ts'
import type { TaskId } from '../../model/plan.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import { type Transport, TransportError } from '../transport/transport.ts'
import type { Clock } from './clock.ts'
import type { JobWatch } from './job-watch.ts'
import { Standstill } from './standstill.ts'
import { findUndeliverable } from './undeliverable.ts'

export interface EndedLanesRequest {
  readonly transport: Transport
  /** Undefined where nothing can be known of other jobs but what they say. */
  readonly watch: JobWatch | undefined
  /** The id of the job that we are, where it is known. */
  readonly ownJob: string | undefined
  readonly clock: Clock
  readonly notice: (text: string) => void
}

/** Between two questions about jobs: all lanes of a repository share 1000 questions an hour. Milliseconds. */
const firstPause = 15_000
const longestPause = 300_000

/** Knows which lanes have ended, by their own word or because their jobs are over, and when waiting for the others is of no use. */
export class EndedLanes {
  readonly standstill: Standstill
  private readonly request: EndedLanesRequest
  private readonly dead = new Set<TaskId>()
  private pause = firstPause
  private dueAt: number
  private hasComplained = false

  constructor(request: EndedLanesRequest) {
    this.request = request
    this.dueAt = request.clock.now() + firstPause
    this.standstill = new Standstill(request.transport, request.ownJob)
  }

  /**
   * Tells others which job does our lane, so that they need not wait for it when that dies.
   *
   * @throws TransportRefusedError When nothing can be handed over from here: no agent need be paid.
   */
  async begin(lane: Lane): Promise<void> {
    const { transport, ownJob } = this.request
    await this.unlessTrouble(() => transport.beginLane(lane, ownJob ?? null))
  }

  /** The tasks of lanes that have ended. */
  async readTasks(awaited: readonly TaskId[]): Promise<ReadonlySet<TaskId>> {
    const told = await this.request.transport.readEndedTasks()
    if (this.request.clock.now() >= this.dueAt) await this.unlessTrouble(() => this.lookAround(awaited))
    return new Set([...told, ...this.dead])
  }

  /** From now on we only wait. */
  beginWaiting(): void {
    this.standstill.begin()
  }

  async endWaiting(): Promise<void> {
    await this.unlessTrouble(() => this.standstill.end())
  }

  private async lookAround(awaited: readonly TaskId[]): Promise<void> {
    const { watch, transport } = this.request
    if (watch === undefined) return
    const begun = await transport.readBegunLanes()
    const jobs = await watch.readJobs()
    for (const task of findUndeliverable(awaited, jobs, begun)) this.dead.add(task)
    await this.standstill.look(jobs, this.request.clock.now())
    this.pause = this.standstill.isSuspected ? firstPause : Math.min(longestPause, this.pause * 2)
    this.dueAt = this.request.clock.now() + jitter(this.pause)
  }

  /** Without knowing this, we only wait for longer. */
  private async unlessTrouble(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      this.dueAt = this.request.clock.now() + 2 * longestPause
      if (!this.hasComplained) this.request.notice(error.message)
      this.hasComplained = true
    }
  }
}
