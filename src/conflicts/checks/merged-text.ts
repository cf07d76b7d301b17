import { countItems } from '../text/count-items.ts'

/** A merged file, and its three versions. */
export interface MergedText {
  readonly path: string
  /** Empty if both sides added the file. */
  readonly base: string
  readonly ours: string
  readonly theirs: string
  readonly result: string
}

/** Lines that a side has more often than the base, trimmed. */
export function listAddedLines(base: string, side: string): string[] {
  const left = countItems(toTrimmedLines(base))
  return toTrimmedLines(side).filter(line => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return line !== '' && count <= 0
  })
}

export function toTrimmedLines(text: string): string[] {
  return text.split('\n').map(line => line.trim())
}
