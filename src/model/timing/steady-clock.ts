/**
 * Milliseconds since 1970, by the clock when this process started: changes of the system clock do not affect it, so differences are
 * durations. Times of other processes may differ by such a change.
 */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now()
}

/** The same as an ISO 8601 text. */
export function steadyTime(): string {
  return new Date(steadyNow()).toISOString()
}
