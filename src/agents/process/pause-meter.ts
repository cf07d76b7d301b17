import { setTimeout as sleep } from 'node:timers/promises'

/** A timer is later than this only if nothing runs: after SIGSTOP, or in a paused virtual machine or container. */
const longestDelayMilliseconds = 2000

/** Measures how long this process, and with it what it supervises, was paused. */
export class PauseMeter {
  pausedMilliseconds = 0

  /** Sleeps, and returns the extra time in which nothing ran. Never throws: a signal wakes it early. */
  async sleep(milliseconds: number, signal: AbortSignal): Promise<number> {
    const before = performance.now()
    await sleep(milliseconds, undefined, { signal }).catch(() => {}) // woken early
    const late = performance.now() - before - milliseconds
    const paused = late > longestDelayMilliseconds ? late : 0
    this.pausedMilliseconds += paused
    return paused
  }
}
