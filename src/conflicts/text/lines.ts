import { diffArrays } from 'diff'

/** Splits a text into lines with their line ends, so that joining them restores the text. */
export function toLines(text: string): string[] {
  return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? [])
}

/** A range of items of the base that one side replaced. Both ranges may be empty. */
export interface Hunk {
  readonly baseStart: number
  readonly baseEnd: number
  readonly start: number
  readonly end: number
}

/** Above this many added and removed items, everything between the first and the last change counts as replaced. */
const maxEdits = 2000

/** One side's replacements, in order (Myers 1986, by the package `diff`). */
export function toHunks<T>(
  base: readonly T[],
  side: readonly T[],
  isSame: (a: T, b: T) => boolean = Object.is,
): Hunk[] {
  const parts = diffArrays([...base], [...side], { comparator: isSame, maxEditLength: maxEdits })
  if (parts === undefined) return [toOneHunk(base, side, isSame)]
  const hunks: Hunk[] = []
  let baseAt = 0
  let at = 0
  for (const { added, removed, value } of parts) {
    const baseEnd = added ? baseAt : baseAt + value.length
    const end = removed ? at : at + value.length
    if (added || removed) addHunk(hunks, { baseStart: baseAt, baseEnd, start: at, end })
    baseAt = baseEnd
    at = end
  }
  return hunks
}

/** A removal and an addition at the same place are one hunk. */
function addHunk(hunks: Hunk[], hunk: Hunk): void {
  const last = hunks.at(-1)
  if (last === undefined || last.baseEnd !== hunk.baseStart || last.end !== hunk.start) hunks.push(hunk)
  else hunks[hunks.length - 1] = { ...hunk, baseStart: last.baseStart, start: last.start }
}

function toOneHunk<T>(base: readonly T[], side: readonly T[], isSame: (a: T, b: T) => boolean): Hunk {
  const start = commonStart([base, side], isSame)
  const after = commonStart([base.slice(start).reverse(), side.slice(start).reverse()], isSame)
  return { baseStart: start, baseEnd: base.length - after, start, end: side.length - after }
}

/** Number of common items at the start of all sequences. */
export function commonStart<T>(
  [first = [], ...others]: readonly (readonly T[])[],
  isSame: (a: T, b: T) => boolean,
): number {
  const isCommon = (item: T, index: number) =>
    others.every(items => index < items.length && isSame(items[index] as T, item))
  const end = first.findIndex((item, index) => !isCommon(item, index))
  return end === -1 ? first.length : end
}
