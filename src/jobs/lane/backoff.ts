import { jitter } from '../../model/jitter.ts'
import { TransportError } from '../transport/transport.ts'
import type { Clock } from './clock.ts'

/** Time between two polls of other jobs, in seconds. */
const first = 2
const growth = 1.6
const longest = 20
/** The maximum after a server has refused or failed. */
const longestAfterFailure = 120

/** Spaces out requests: longer and longer, with jitter, and far apart while a server fails. */
export class Backoff {
  private readonly clock: Clock
  private seconds = first
  private failures = 0

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** Waits before the next poll; an abort ends the wait. */
  async wait(signal: AbortSignal): Promise<void> {
    const base =
      this.failures === 0 ? this.seconds : Math.min(longestAfterFailure, first * 2 ** this.failures)
    this.seconds = Math.min(longest, this.seconds * growth)
    await this.clock.sleep(jitter(base) * 1000, signal)
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
