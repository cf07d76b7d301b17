/** `05:02`, or `1:05:02` from an hour on. */
export function toClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [Math.floor((whole % 3600) / 60), whole % 60].map(part => String(part).padStart(2, '0'))
  const hours = Math.floor(whole / 3600)
  return hours === 0 ? parts.join(':') : `${hours}:${parts.join(':')}`
}

/** `48 s`, `28 min`, `3 h 20 min`: for people who want to know how long. */
export function toSpan(seconds: number): string {
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 100) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}
