import { steadyNow } from './steady-clock.ts'

/** Measures work that several processes do one after another: the time between them does not count. */
export interface Stopwatch {
  /** Seconds before this process went on with it. */
  readonly before: number
  /** When this process did, by the steady clock. */
  readonly since: number
}

export function startStopwatch(before = 0): Stopwatch {
  return { before, since: steadyNow() }
}

export function readStopwatch({ before, since }: Stopwatch): number {
  return before + Math.max(0, steadyNow() - since) / 1000
}
