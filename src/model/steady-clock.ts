/**
 * Milliseconds since 1970 by the clock as it was when this process was started: it continues evenly when the system's clock is set, so
 * that differences are durations. Times of other processes may be off by what the clock was set by.
 */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now()
}

/** The same as an ISO 8601 text. */
export function steadyTime(): string {
  return new Date(steadyNow()).toISOString()
}

/** Seconds from an ISO 8601 time until now; never negative, whatever clock the time comes from. */
export function secondsSince(time: string): number {
  return Math.max(0, steadyNow() - Date.parse(time)) / 1000
}
