import { toHunks } from '../text/lines.ts'
import type { TokenChunk } from './merge-tokens.ts'
import { isSameToken, isWordToken, type Token } from './tokens.ts'

/** The side whose change contains the other's: it adds the same words in one piece, and removes at least as much. */
export function tryContaining({ base, ours, theirs }: TokenChunk): readonly Token[] | undefined {
  if (contains(base, ours, theirs)) return ours
  return contains(base, theirs, ours) ? theirs : undefined
}

function contains(base: readonly Token[], large: readonly Token[], small: readonly Token[]): boolean {
  const [big, little] = [toChange(base, large), toChange(base, small)]
  if (![...little.removed].every(index => big.removed.has(index))) return false
  if (little.added.length === 0) return big.added.length === 0 || base.length === 0
  const isReplacement = little.removed.size > 0
  return little.added.some(isWordToken) && isRun(little.added, big.added, isReplacement)
}

interface Change {
  readonly removed: ReadonlySet<number>
  readonly added: readonly Token[]
}

function toChange(base: readonly Token[], side: readonly Token[]): Change {
  const removed = new Set<number>()
  const added: Token[] = []
  for (const { baseStart, baseEnd, start, end } of toHunks(base, side, isSameToken)) {
    for (let index = baseStart; index < baseEnd; index++) removed.add(index)
    added.push(...side.slice(start, end))
  }
  return { removed, added }
}

/** Whether the words are a part of the others. A new value must be a whole item, or a path: `1` is no part of `-1`, nor of `1 * unit`. */
function isRun(small: readonly Token[], large: readonly Token[], isWhole: boolean): boolean {
  const last = large.length - small.length
  for (let start = 0; start <= last; start++) {
    const isHere = small.every((token, index) => isSameToken(token, large[start + index] as Token))
    if (isHere && (!isWhole || isItem(large, start, start + small.length))) return true
  }
  return false
}

function isItem(tokens: readonly Token[], start: number, end: number): boolean {
  return isBorder(tokens[start - 1], tokens[start]) && isBorder(tokens[end - 1], tokens[end])
}

/** Whether two words belong to different items: there is a separator or an unchanged word between them. */
function isBorder(before: Token | undefined, behind: Token | undefined): boolean {
  if (before === undefined || behind === undefined || behind.space.includes('\n')) return true
  if (before.offset + before.text.length + behind.space.length < behind.offset) return true
  const isPath = behind.space === '' && !/^\d/.test(before.text)
  return [before, behind].some(({ text }) => /^[,;]$/.test(text) || (text === '/' && isPath))
}
