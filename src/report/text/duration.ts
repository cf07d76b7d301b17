/** `05:02`, or `1:05:02` from an hour on. */
export function toClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [Math.floor((whole % 3600) / 60), whole % 60].map(part => String(part).padStart(2, '0'))
  const hours = Math.floor(whole / 3600)
  return hours === 0 ? parts.join(':') : `${hours}:${parts.join(':')}`
}

/** The local time of day, `16:05`, with the date if it is more than a day away. */
export function toTimeOfDay(instant: string, now: number): string {
  const time = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}`
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return time.getTime() - now > 86_400_000 ? `${date} ${clock}` : clock
}

/** `48 s`, `28 min`, `3 h 20 min`: a duration for people. */
export function toSpan(seconds: number): string {
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 100) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}
