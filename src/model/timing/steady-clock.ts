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

/** Seconds since an ISO 8601 time; never negative, whatever clock it comes from. */
export function secondsSince(time: string): number {
  return Math.max(0, steadyNow() - Date.parse(time)) / 1000
}
