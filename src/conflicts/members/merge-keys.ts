import { toHunks } from '../text/lines.ts'
import { type Chunk, mapThree, mergeSequences, type Three } from '../text/three-way.ts'
import type { Member } from './member.ts'
import { trySortLike } from './sorted.ts'

/** The members of a list by key, in order. */
export type Members = ReadonlyMap<string, Member>

export type MergedKeys =
  | { readonly kind: 'merged'; readonly keys: readonly string[] }
  | { readonly kind: 'clash'; readonly reason: string }

/** Which members may be in the result, in order: ours first, and sorted if both sides are. */
export function mergeKeys(maps: Three<Members>): MergedKeys {
  const keys: string[] = []
  const segments = mergeSequences(...mapThree(maps, map => [...map.keys()]))
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'merged') {
      keys.push(...segment.items)
      continue
    }
    const reason = findClash(segment, maps)
    if (reason !== undefined) return { kind: 'clash', reason }
    const behind = segments[index + 1]
    const around = { before: keys.at(-1), behind: behind?.kind === 'merged' ? behind.items[0] : undefined }
    keys.push(...toSortedChunk(interleave(segment.ours, segment.theirs), segment, around))
  }
  const found = new Set(keys.filter(key => isKept(key, maps)))
  for (const key of [...maps[1].keys(), ...maps[2].keys()]) if (isKept(key, maps)) found.add(key)
  return { kind: 'merged', keys: [...found] }
}

function findClash({ base, ours, theirs }: Chunk<string>, maps: Three<Members>): string | undefined {
  const involved = new Set([...base, ...ours, ...theirs])
  const fixed = [...involved].find(key => maps.some(map => map.get(key)?.commutes === false))
  if (fixed !== undefined) return `both sides changed items whose order matters: ${quote(fixed)}`
  const replaced = base.find(key => !maps[1].has(key) && !maps[2].has(key))
  const hasNew = (side: Members) => [...involved].some(key => side.has(key) && !maps[0].has(key))
  return replaced !== undefined && hasNew(maps[1]) && hasNew(maps[2])
    ? `${quote(replaced)} was replaced differently on both sides`
    : undefined
}

/** Common parts once, and before each the parts of only one side, ours first. */
function interleave(ours: readonly string[], theirs: readonly string[]): string[] {
  const keys: string[] = []
  let at = 0
  for (const hunk of toHunks(ours, theirs)) {
    keys.push(...ours.slice(at, hunk.baseEnd), ...theirs.slice(hunk.start, hunk.end))
    at = hunk.baseEnd
  }
  return [...new Set([...keys, ...ours.slice(at)])]
}

/** Sorted if both sides sorted their additions like the surrounding ones. */
function toSortedChunk(
  keys: readonly string[],
  { ours, theirs }: { readonly ours: readonly string[]; readonly theirs: readonly string[] },
  { before, behind }: { readonly before: string | undefined; readonly behind: string | undefined },
): readonly string[] {
  const inPlace = (side: readonly string[]) =>
    [before, ...side, behind].filter(key => key !== undefined).map(toName)
  const sides = [inPlace(ours), inPlace(theirs)]
  if (sides.some(side => side.length < 3)) return keys
  const byName = new Map(keys.map(key => [toName(key), key]))
  if (byName.size < keys.length) return keys
  return trySortLike([...byName.keys()], sides)?.map(name => byName.get(name) as string) ?? keys
}

/** A key without its kind. */
function toName(key: string): string {
  return key.replace(/^\w+ /, '')
}

/** Whether a member may stay: it is new, on both sides, or deleted on one and changed on the other. */
function isKept(key: string, [base, ours, theirs]: Three<Members>): boolean {
  const [before, left, right] = [base.get(key), ours.get(key), theirs.get(key)]
  if (before === undefined || (left !== undefined && right !== undefined)) return true
  const only = left ?? right
  return only !== undefined && !isSameText(only, before)
}

/** Being the last of its list, and so without a comma, is no difference. */
export function isSameText(a: Member, b: Member): boolean {
  return toComparable(a.lines) === toComparable(b.lines)
}

function toComparable(lines: readonly string[]): string {
  return lines.join('').replace(/,?\s*$/, '')
}

export function quote(key: string): string {
  const text = key.replace(/^(text|value|member|key) /, '')
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}
