import { listAddedLines, type MergedText, toTrimmedLines } from './merged-text.ts'

/**
 * Numbers that both sides gave to new things: the next one of an enumeration, of error codes, of annotations. Lines of one shape
 * with different numbers count as an enumeration.
 */
export function findSharedNumbers({ path, base, ours, theirs }: MergedText): string[] {
  if (path.endsWith('.sql')) return findSharedKeys([base, ours, theirs])
  const before = toSeries(toTrimmedLines(base))
  const [left, right] = [toSeries(listAddedLines(base, ours)), toSeries(listAddedLines(base, theirs))]
  return [...left].flatMap(([shape, entries]) => {
    const known = before.get(shape) ?? []
    const numbers = new Set(known.map(({ number }) => number))
    if (numbers.size === 0 || numbers.size < known.length) return []
    const others = right.get(shape) ?? []
    const isShared = ({ number, line }: Entry) =>
      isNext(number, numbers) && others.some(other => other.number === number && other.line !== line)
    return entries.filter(isShared).map(({ number }) => String(number))
  })
}

/** Whether a number continues a series: 3 after 1 and 2, 30 after 10 and 20, 8 after 2 and 4. Others are just values. */
function isNext(number: number, known: ReadonlySet<number>): boolean {
  const [last = 0, previous = last - 1] = [...known].sort((a, b) => b - a)
  return !known.has(number) && number > last && [1, last, last - previous].includes(number - last)
}

/** Keys of rows that both sides inserted with SQL. */
function findSharedKeys(texts: readonly [base: string, ours: string, theirs: string]): string[] {
  const toKeys = (lines: readonly string[]) =>
    lines.flatMap(line => {
      const [, key] = /^(?:insert\b.*\bvalues\s*)?\(\s*(\d+)\s*,/i.exec(line) ?? []
      return key === undefined ? [] : [{ key, line }]
    })
  const [base, ours, theirs] = texts
  const known = toKeys(toTrimmedLines(base)).map(({ key }) => key)
  if (known.length === 0 || new Set(known).size < known.length) return []
  const others = toKeys(listAddedLines(base, theirs))
  const isShared = (entry: { readonly key: string; readonly line: string }) =>
    !known.includes(entry.key) && others.some(({ key, line }) => key === entry.key && line !== entry.line)
  return toKeys(listAddedLines(base, ours))
    .filter(isShared)
    .map(({ key }) => key)
}

interface Entry {
  readonly number: number
  readonly line: string
}

/** A line that assigns a number to a name: `A = 1`, `a: 1,`, `const A = 1`, `string a = 1;`, `@Order(1)`. */
const numbering = /^(?!\.)(?:[\w.]+\s+)*[@"'\w.-]+\s*(?:=>|:=|[=:(])\s*(?:1\s*<<\s*)?(\d+)\s*[,;)]*$/

/** A bit of C: `#define A (1 << 0)`. */
const bit = /^#\s*define\s+\w+\s+\(?1[UuLl]*\s*<<\s*(\d+)\)?$/

function toSeries(lines: readonly string[]): Map<string, Entry[]> {
  const series = new Map<string, Entry[]>()
  for (const line of lines) {
    const number = (numbering.exec(line) ?? bit.exec(line))?.[1]
    if (number === undefined) continue
    const shape = line.replace(/,$/, '').replace(/[\w"'-]+/g, word => (/^\d+$/.test(word) ? '0' : 'w'))
    series.set(shape, [...(series.get(shape) ?? []), { number: Number(number), line }])
  }
  return series
}
