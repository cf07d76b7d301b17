/**
 * Reads the end of a limit from its message, in milliseconds since 1970; undefined if it is not given. Supported are epoch seconds
 * (`limit reached|1764345600`), ISO times, durations (`reset after 1h2m3s`, `try again in 20 seconds`) and times of day, with or
 * without a date or weekday and a time zone (`try again at Dec 1st, 2026 4:01 PM`, `resets 3pm (Europe/Berlin)`).
 */
export function tryResetTime(text: string, now: number): number | undefined {
  return tryEpoch(text) ?? tryIso(text) ?? tryDuration(text, now) ?? tryClock(text, now)
}

/** Epoch seconds or milliseconds, in milliseconds. */
export function toMilliseconds(epoch: number): number {
  return epoch < 1e11 ? epoch * 1000 : epoch
}

function tryEpoch(text: string): number | undefined {
  const found = /(?:\||reset(?:s_at|s?At)?"?\s*[:=])\s*"?(\d{10}(?:\d{3})?)\b/i.exec(text)?.[1]
  return found === undefined ? undefined : toMilliseconds(Number(found))
}

function tryIso(text: string): number | undefined {
  const found = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)/.exec(text)?.[0]
  const time = found === undefined ? tryIsoDate(text) : Date.parse(found)
  return Number.isNaN(time) ? undefined : time
}

/** A day without a time begins in UTC, as the quotas of services do. NaN: there is none. */
function tryIsoDate(text: string): number {
  const day =
    /\b(?:resets?|access|again|more|until|at)\s+(?:on\s+)?(\d{4}-\d\d-\d\d)(?:,?\s+(?:at\s+)?(\d\d:\d\d))?/i.exec(
      text,
    )
  return day === null ? Number.NaN : Date.parse(`${day[1]}T${day[2] ?? '00:00'}Z`)
}

const unitSeconds: readonly (readonly [RegExp, number])[] = [
  [/^ms|^millis/, 0.001],
  [/^d/, 86_400],
  [/^h/, 3600],
  [/^m/, 60],
  [/^s/, 1],
]

function tryDuration(text: string, now: number): number | undefined {
  const header =
    /(?:retry-after(?<ms>-ms)?\W{1,3}|resets_in_seconds\W{1,3}|retryDelay\W{1,5})(?<amount>\d+(?:\.\d+)?)/i.exec(
      text,
    )
  if (header !== null)
    return now + Number(header.groups?.amount) * (header.groups?.ms === undefined ? 1000 : 1)
  const part = String.raw`\d+(?:\.\d+)?\s*(?:ms|milliseconds?|d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)(?![a-z])`
  const pattern = new RegExp(
    String.raw`\b(?:in|after|for|within|wait)\s+((?:${part}[\s,]*(?:and\s+)?)+)`,
    'i',
  )
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
  /\b(?:at|resets?|until|on)\s+(?:(?<weekday>sun|mon|tue|wed|thu|fri|sat)[a-z]*,?\s+(?:at\s+)?)?(?:(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?,?\s+(?:at\s+)?)?(?<hour>\d{1,2})(?::(?<minute>\d\d))?\s*(?<half>[ap]m)?(?:\s*\((?<zone>[A-Za-z]+(?:\/[\w+-]+)*)\)|\s*(?<utc>UTC|GMT)\b)?/i

type Clock = NonNullable<RegExpExecArray['groups']>

function tryClock(text: string, now: number): number | undefined {
  const found = clock.exec(text)?.groups
  if (found === undefined || (found.minute === undefined && found.half === undefined)) return undefined
  const zone = found.zone ?? (found.utc === undefined ? undefined : 'UTC')
  const today = toLocal(now, zone)
  if (today === undefined) return undefined
  const local = toLocalReset(found, today)
  const time = toInstant(local, zone)
  // A time in the past means the next day, week or year. One that has just passed means now: clocks differ.
  if (time >= now - 60_000) return time
  if (found.weekday !== undefined) return time + 7 * dayMs
  if (found.month === undefined) return time + dayMs
  const isNextYear = found.year === undefined && now - time > 180 * dayMs
  return isNextYear ? toInstant({ ...local, year: local.year + 1 }, zone) : time
}

function toLocalReset(found: Clock, today: LocalTime): LocalTime {
  const { month, half, minute = 0 } = found
  return {
    year: Number(found.year ?? today.year),
    month: month === undefined ? today.month : months.indexOf(month.toLowerCase()),
    day: Number(found.day ?? today.day) + toDaysAhead(found.weekday, today),
    hour: (Number(found.hour) % (half === undefined ? 24 : 12)) + (/p/i.test(half ?? '') ? 12 : 0),
    minute: Number(minute),
  }
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** Days until the next such weekday: none for today's, or without one. */
function toDaysAhead(weekday: string | undefined, { year, month, day }: LocalTime): number {
  if (weekday === undefined) return 0
  const today = new Date(Date.UTC(year, month, day)).getUTCDay()
  return (weekdays.indexOf(weekday.toLowerCase()) - today + 7) % 7
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
