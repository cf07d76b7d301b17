import { listAddedLines, type MergedText, toTrimmedLines } from './merged-text.ts'

/**
 * Numbers that both sides gave to new things: the next one of an enumeration, of error codes, of annotations. Lines of one shape
 * with different numbers count as an enumeration.
 */
export function findSharedNumbers({ base, ours, theirs }: MergedText): string[] {
  const before = toSeries(toTrimmedLines(base))
  const [left, right] = [toSeries(listAddedLines(base, ours)), toSeries(listAddedLines(base, theirs))]
  return [...left].flatMap(([shape, entries]) => {
    const known = before.get(shape) ?? []
    const numbers = new Set(known.map(({ number }) => number))
    if (numbers.size === 0 || numbers.size < known.length) return []
    const others = right.get(shape) ?? []
    const isShared = ({ number, line }: Entry) =>
      !numbers.has(number) && others.some(other => other.number === number && other.line !== line)
    return entries.filter(isShared).map(({ number }) => String(number))
  })
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
