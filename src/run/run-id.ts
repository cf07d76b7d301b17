export type RunId = string

const pattern = /^\d{8}-\d{6}-[0-9a-f]{4}$/

/**
 * A new id: the time in UTC and four hexadecimal digits, for example `20261120-101500-ab12`. It sorts after all known
 * ids, also those of the same second, or of a clock that was set back since.
 *
 * @param random From 0 to 1, without 1.
 */
export function toRunId(now: Date, random: number, known: readonly RunId[]): RunId {
  const second = [toSecond(now), ...known.map(id => id.slice(0, -5))].sort().at(-1) as string
  const taken = known.filter(id => id.startsWith(`${second}-`)).map(id => Number.parseInt(id.slice(-4), 16))
  const first = Math.max(-1, ...taken) + 1
  if (first > last) return toRunId(new Date(toTime(second) + 1000), random, known)
  const suffix = first + Math.floor(random * (last + 1 - first))
  return `${second}-${suffix.toString(16).padStart(4, '0')}`
}

const last = 0xffff

/** The second of a time, as ids begin: `20261120-101500`. */
function toSecond(time: Date): string {
  const digits = time.toISOString().replace(/\D/g, '')
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}`
}

/** The milliseconds since 1970 of a second. */
function toTime(second: string): number {
  return Date.parse(second.replace(/(....)(..)(..)-(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z'))
}

export function isRunId(text: string): boolean {
  return pattern.test(text)
}
