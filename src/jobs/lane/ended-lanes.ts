import type { TaskId } from '../../model/plan.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import { type Transport, TransportError } from '../transport/transport.ts'
import type { JobWatch } from './job-watch.ts'

export interface EndedLanesRequest {
  readonly transport: Transport
  /** Undefined where nothing can be known of other jobs but what they say. */
  readonly watch: JobWatch | undefined
  readonly notice: (text: string) => void
}

/** Between two questions about jobs: all lanes of a repository share 1000 questions an hour. Milliseconds. */
const firstPause = 15_000
const longestPause = 300_000

/** Knows which lanes have come to their end: by their own word, or because their jobs are over. */
export class EndedLanes {
  private readonly request: EndedLanesRequest
  private readonly dead = new Set<TaskId>()
  private pause = firstPause
  private dueAt = performance.now() + firstPause
  private hasComplained = false

  constructor(request: EndedLanesRequest) {
    this.request = request
  }

  /** Tells others which job does our lane, so that they need not wait for it when that dies. */
  async begin(lane: Lane): Promise<void> {
    await this.unlessTrouble(async () => {
      const job = await this.request.watch?.readOwnJob()
      if (job !== undefined) await this.request.transport.beginLane(lane, job)
    })
  }

  /** The tasks of lanes that have ended. */
  async readTasks(): Promise<ReadonlySet<TaskId>> {
    const told = await this.request.transport.readEndedTasks()
    if (performance.now() >= this.dueAt) await this.unlessTrouble(() => this.lookForDead())
    return new Set([...told, ...this.dead])
  }

  private async lookForDead(): Promise<void> {
    const { watch, transport } = this.request
    if (watch === undefined) return
    this.pause = Math.min(longestPause, this.pause * 2)
    this.dueAt = performance.now() + this.pause * (0.75 + Math.random() / 2)
    const begun = await transport.readBegunLanes()
    if (begun.length === 0) return
    const ended = await watch.readEndedJobs()
    for (const { job, tasks } of begun) if (ended.has(job)) for (const task of tasks) this.dead.add(task)
  }

  /** Without knowing this, we only wait for longer. */
  private async unlessTrouble(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      this.dueAt = performance.now() + 2 * longestPause
      if (!this.hasComplained) this.request.notice(error.message)
      this.hasComplained = true
    }
  }
}
