import { setTimeout as sleep } from 'node:timers/promises'

/** A timer is later than this only when nothing runs: after SIGSTOP, in a virtual machine or container that is paused. */
const longestDelayMilliseconds = 2000

/** Knows for how long this process, and with it what it supervises, has stood still. */
export class PauseMeter {
  pausedMilliseconds = 0

  /** Sleeps, and answers with how much longer it took because nothing ran. Never throws: a signal wakes it early. */
  async sleep(milliseconds: number, signal: AbortSignal): Promise<number> {
    const before = performance.now()
    await sleep(milliseconds, undefined, { signal }).catch(() => {}) // woken early
    const late = performance.now() - before - milliseconds
    const paused = late > longestDelayMilliseconds ? late : 0
    this.pausedMilliseconds += paused
    return paused
  }
}
