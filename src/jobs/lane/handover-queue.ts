import type { TaskId } from '../../model/plan.ts'
import { type Growth, jitter, toDelay } from '../../model/timing/delays.ts'
import { type Transport, TransportError } from '../transport/transport.ts'
import type { Clock } from './clock.ts'

/** A task that could not be handed over. */
export interface UndeliveredTask {
  readonly task: TaskId
  readonly reason: string
}

/** Between two tries to hand the rest over. */
const pauses: Growth = { first: 1, factor: 2, longest: 30 }

/** Hands tasks over, and keeps the failed ones for another try. */
export class HandoverQueue {
  private readonly transport: Transport
  private readonly clock: Clock
  private readonly waiting = new Map<TaskId, string>()
  /** Others can never be handed over. */
  private readonly refused = new Map<TaskId, string>()

  constructor(transport: Transport, clock: Clock) {
    this.transport = transport
    this.clock = clock
  }

  /** Tries once. The next call retries the rest. */
  async give(tasks: readonly TaskId[]): Promise<void> {
    const all = new Set([...this.waiting.keys(), ...tasks])
    await Promise.all([...all].map(task => this.tryGive(task)))
  }

  /** Retries the rest, for this many seconds. */
  async settle(seconds: number): Promise<UndeliveredTask[]> {
    const deadline = this.clock.now() + seconds * 1000
    for (let tries = 0; this.waiting.size > 0 && this.clock.now() < deadline; tries++) {
      const pause = jitter(toDelay(pauses, tries)) * 1000
      await this.clock.sleep(Math.min(pause, Math.max(0, deadline - this.clock.now())))
      await this.give([])
    }
    return [...this.refused, ...this.waiting].map(([task, reason]) => ({ task, reason }))
  }

  private async tryGive(task: TaskId): Promise<void> {
    try {
      await this.transport.give(task)
      this.waiting.delete(task)
    } catch (error) {
      const { message } = error as Error
      if (error instanceof TransportError) this.waiting.set(task, message)
      else {
        // Whatever error one task causes, the others are handed over.
        this.waiting.delete(task)
        this.refused.set(task, message)
      }
    }
  }
}
