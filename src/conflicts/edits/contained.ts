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
  return little.added.some(isWordToken) && isRun(little.added, big.added)
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

function isRun(small: readonly Token[], large: readonly Token[]): boolean {
  const last = large.length - small.length
  for (let start = 0; start <= last; start++)
    if (small.every((token, index) => isSameToken(token, large[start + index] as Token))) return true
  return false
}
