import { setTimeout as sleep } from 'node:timers/promises'

/** Timers cannot be longer, and clocks get adjusted: the time is checked again after this. */
const longestSleepMs = 60_000

/** @param until In milliseconds since 1970. An abort ends the wait. */
export async function sleepUntil(until: number, signal: AbortSignal): Promise<void> {
  while (Date.now() < until && !signal.aborted) {
    const left = Math.min(until - Date.now(), longestSleepMs)
    await sleep(left, undefined, { signal }).catch(() => {}) // woken early
  }
}
