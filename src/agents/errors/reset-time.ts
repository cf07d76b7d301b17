/**
 * Reads the end of a limit from its message, in milliseconds since 1970; undefined if it is not given. Supported are epoch seconds
 * (`limit reached|1764345600`), ISO times, durations (`reset after 1h2m3s`, `try again in 20 seconds`) and times of day, with or
 * without a date and a time zone (`try again at Dec 1st, 2026 4:01 PM`, `resets 3pm (Europe/Berlin)`).
 */
export function tryResetTime(text: string, now: number): number | undefined {
  return tryEpoch(text) ?? tryIso(text) ?? tryDuration(text, now) ?? tryClock(text, now)
}

/** Epoch seconds or milliseconds, in milliseconds. */
export function toMilliseconds(epoch: number): number {
  return epoch < 1e11 ? epoch * 1000 : epoch
}

function tryEpoch(text: string): number | undefined {
  const found = /\|\s*(\d{10}(?:\d{3})?)\b/.exec(text)?.[1]
  return found === undefined ? undefined : toMilliseconds(Number(found))
}

function tryIso(text: string): number | undefined {
  const found = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)/.exec(text)?.[0]
  const time = found === undefined ? Number.NaN : Date.parse(found)
  return Number.isNaN(time) ? undefined : time
}

const unitSeconds: readonly (readonly [RegExp, number])[] = [
  [/^ms|^millis/, 0.001],
  [/^d/, 86_400],
  [/^h/, 3600],
  [/^m/, 60],
  [/^s/, 1],
]

function tryDuration(text: string, now: number): number | undefined {
  const header = /retry-after\W{1,3}(\d+)/i.exec(text)?.[1]
  if (header !== undefined) return now + Number(header) * 1000
  const part = String.raw`\d+(?:\.\d+)?\s*(?:ms|milliseconds?|d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)(?![a-z])`
  const pattern = new RegExp(String.raw`\b(?:in|after|for|within)\s+((?:${part}[\s,]*(?:and\s+)?)+)`, 'i')
  const found = pattern.exec(text)?.[1]
  if (found === undefined) return undefined
  const parts = [...found.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/gi)]
  const seconds = parts.map(
    ([, amount, unit]) =>
      Number(amount) * (unitSeconds.find(([name]) => name.test(String(unit).toLowerCase()))?.[1] ?? 0),
  )
  return now + seconds.reduce((total, value) => total + value, 0) * 1000
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const dayMs = 86_400_000

const clock =
  /\b(?:at|resets?|until|on)\s+(?:(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?,?\s+(?:at\s+)?)?(?<hour>\d{1,2})(?::(?<minute>\d\d))?\s*(?<half>[ap]m)?(?:\s*\((?<zone>[A-Za-z]+(?:\/[\w+-]+)*)\)|\s*(?<utc>UTC|GMT)\b)?/i

function tryClock(text: string, now: number): number | undefined {
  const found = clock.exec(text)?.groups
  if (found === undefined || (found.minute === undefined && found.half === undefined)) return undefined
  const zone = found.zone ?? (found.utc === undefined ? undefined : 'UTC')
  const today = toLocal(now, zone)
  if (today === undefined) return undefined
  const hour =
    (Number(found.hour) % (found.half === undefined ? 24 : 12)) + (/p/i.test(found.half ?? '') ? 12 : 0)
  const day = {
    year: Number(found.year ?? today.year),
    month: found.month === undefined ? today.month : months.indexOf(found.month.toLowerCase()),
    day: Number(found.day ?? today.day),
  }
  const time = toInstant({ ...day, hour, minute: Number(found.minute ?? 0) }, zone)
  // A time of day in the past means tomorrow. One that has just passed means now: clocks differ.
  return found.month === undefined && time < now - 60_000 ? time + dayMs : time
}

interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

/** Undefined for an unknown time zone. */
function toLocal(instant: number, timeZone: string | undefined): LocalTime | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      ...(timeZone === undefined ? {} : { timeZone }),
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }).formatToParts(instant)
    const part = (type: string) => Number(parts.find(found => found.type === type)?.value)
    const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map(part)
    return { year, month: (month ?? 1) - 1, day, hour, minute } as LocalTime
  } catch {
    return undefined // not a time zone
  }
}

function toInstant(local: LocalTime, zone: string | undefined): number {
  const asUtc = ({ year, month, day, hour, minute }: LocalTime) => Date.UTC(year, month, day, hour, minute)
  const guess = asUtc(local)
  const seen = toLocal(guess, zone)
  return seen === undefined ? guess : guess - (asUtc(seen) - guess)
}
