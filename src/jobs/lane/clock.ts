import { setTimeout as sleep } from 'node:timers/promises'

/** The time that jobs spend on waiting for each other. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number
  /** Returns early on abort. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** @param speed Its seconds per real second: tests of waiting use more than 1. */
export function startClock(speed: number): Clock {
  return {
    now: () => performance.now() * speed,
    sleep: (milliseconds, signal) =>
      sleep(milliseconds / speed, undefined, signal === undefined ? {} : { signal }).catch(() => {}), // the caller checks the signal
  }
}
