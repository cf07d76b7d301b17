import { listAddedLines, type MergedText, toTrimmedLines } from './merged-text.ts'

/**
 * Lines with a count that both sides changed by the same amount, while each also made other changes: one more on each side should be
 * two more together.
 */
export function findSharedCounts({ base, ours, theirs }: MergedText): string[] {
  const [left, right] = [listAddedLines(base, ours), listAddedLines(base, theirs)]
  const shared = left.filter(line => right.includes(line) && counts.test(line))
  const isChanged = (lines: readonly string[]) => lines.some(line => !shared.includes(line))
  if (!isChanged(left) || !isChanged(right)) return []
  const before = toTrimmedLines(base)
  const isNew = (line: string) =>
    !before.includes(line) && before.some(other => toShape(other) === toShape(line))
  return [...new Set(shared)].filter(isNew)
}

/** A whole number beside a word for what is counted, and not a version. */
const counts =
  /^(?!.*(?:version|\d\.\d))(?:.*(?:count|total|files|tests|items|entries|length|\blen\b|size|expected|limit|threshold|max|toBe|equal).*\b\d+\b|.*\b\d+ (?:count|total|files|tests|items|entries|passed|commands|rules))/i

function toShape(line: string): string {
  return line.replace(/\d+/g, '0')
}
