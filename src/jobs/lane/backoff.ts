import { type Growth, jitter, toDelay } from '../../model/timing/delays.ts'
import { TransportError } from '../transport/transport.ts'
import type { Clock } from './clock.ts'

/** Time between two polls of other jobs. */
const polling: Growth = { first: 2, factor: 1.6, longest: 20 }
/** After a server has refused or failed. */
const failing: Growth = { first: 4, factor: 2, longest: 120 }

/** Spaces out requests: longer and longer, with jitter, and far apart while a server fails. */
export class Backoff {
  private readonly clock: Clock
  private waits = 0
  private failures = 0

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** Waits before the next poll; an abort ends the wait. */
  async wait(signal: AbortSignal): Promise<void> {
    const isFailing = this.failures > 0
    const delay = isFailing ? toDelay(failing, this.failures - 1) : toDelay(polling, this.waits)
    this.waits += 1
    await this.clock.sleep(jitter(delay) * 1000, signal)
  }

  /** Polls, and records failures. Undefined after one. */
  async look<T>(work: () => Promise<T>, onFailure: (reason: string) => void): Promise<T | undefined> {
    try {
      const found = await work()
      this.failures = 0
      return found
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      this.failures += 1
      if (this.failures === 1) onFailure(error.message)
      return undefined
    }
  }
}
