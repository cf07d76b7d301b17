export type RunId = string

const pattern = /^\d{8}-\d{6}-[0-9a-f]{4}$/

/** A new id: the time in UTC and four random hexadecimal digits, for example `20261120-101500-ab12`. */
export function toRunId(now: Date, random: number): RunId {
  const digits = now.toISOString().replace(/\D/g, '')
  const suffix = Math.floor(random * 0x10000)
    .toString(16)
    .padStart(4, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${suffix}`
}

export function isRunId(text: string): boolean {
  return pattern.test(text)
}
