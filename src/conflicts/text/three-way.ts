import { commonStart, type Hunk, toHunks, toLines } from './lines.ts'

/** Base, ours, theirs. */
export type Three<T> = readonly [T, T, T]

export function mapThree<T, U>([base, ours, theirs]: Three<T>, map: (item: T) => U): Three<U> {
  return [map(base), map(ours), map(theirs)]
}

/** A part of a three-way merge: a merged segment, or one that both sides changed. */
export type Segment<T> = MergedSegment<T> | Chunk<T>

export interface MergedSegment<T> {
  readonly kind: 'merged'
  readonly items: readonly T[]
}

/** Items of the base that both sides replaced, differently. */
export interface Chunk<T> {
  readonly kind: 'chunk'
  readonly base: readonly T[]
  readonly ours: readonly T[]
  readonly theirs: readonly T[]
}

/**
 * Merges two sequences with a common base (diff3; Khanna, Kunal and Pierce 2007). Changes that touch belong to one chunk, as in git;
 * a chunk that both sides changed alike is merged.
 */
export function mergeSequences<T>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  isSame: (a: T, b: T) => boolean = Object.is,
): Segment<T>[] {
  const segments: Segment<T>[] = []
  let baseAt = 0
  for (const region of toRegions(base, ours, theirs, isSame)) {
    push(segments, base.slice(baseAt, region.start))
    pushRegion(segments, region, isSame)
    baseAt = region.end
  }
  push(segments, base.slice(baseAt))
  return segments
}

export function mergeLines(base: string, ours: string, theirs: string): Segment<string>[] {
  return mergeSequences(toLines(base), toLines(ours), toLines(theirs))
}

/** The merged text, or undefined if a chunk is left. */
export function tryJoin(segments: readonly Segment<string>[]): string | undefined {
  return segments.every(segment => segment.kind === 'merged')
    ? segments.flatMap(segment => segment.items).join('')
    : undefined
}

/** A range of the base that one side or both replaced, with the replacements. */
export interface Region<T> {
  readonly start: number
  readonly end: number
  /** Its start on each side. */
  readonly oursStart: number
  readonly theirsStart: number
  readonly base: readonly T[]
  readonly ours: readonly T[]
  readonly theirs: readonly T[]
}

/** All places that a side changed, in order; changes that touch are one region. */
export function toRegions<T>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  isSame: (a: T, b: T) => boolean = Object.is,
): Region<T>[] {
  const hunks = [
    ...toHunks(base, ours, isSame).map(hunk => ({ hunk, side: 'ours' as const })),
    ...toHunks(base, theirs, isSame).map(hunk => ({ hunk, side: 'theirs' as const })),
  ].sort((a, b) => a.hunk.baseStart - b.hunk.baseStart || a.hunk.baseEnd - b.hunk.baseEnd)
  const shift = { ours: 0, theirs: 0 }
  return toGroups(hunks).map(group => {
    const start = Math.min(...group.map(({ hunk }) => hunk.baseStart))
    const end = Math.max(...group.map(({ hunk }) => hunk.baseEnd))
    const before = { ...shift }
    for (const { hunk, side } of group) shift[side] += hunk.end - hunk.start - (hunk.baseEnd - hunk.baseStart)
    return {
      start,
      end,
      oursStart: start + before.ours,
      theirsStart: start + before.theirs,
      base: base.slice(start, end),
      ours: ours.slice(start + before.ours, end + shift.ours),
      theirs: theirs.slice(start + before.theirs, end + shift.theirs),
    }
  })
}

/** Groups hunks that touch, directly or through others; the hunks come in the order of the base. */
function toGroups<T extends { readonly hunk: Hunk }>(hunks: readonly T[]): T[][] {
  const groups: T[][] = []
  let end = -1
  for (const item of hunks) {
    const last = groups.at(-1)
    if (last !== undefined && item.hunk.baseStart <= end) last.push(item)
    else groups.push([item])
    end = Math.max(end, item.hunk.baseEnd)
  }
  return groups
}

function pushRegion<T>(
  segments: Segment<T>[],
  { base, ours, theirs }: Region<T>,
  isSame: (a: T, b: T) => boolean,
): void {
  if (isEqual(ours, theirs, isSame) || isEqual(theirs, base, isSame)) push(segments, ours)
  else if (isEqual(ours, base, isSame)) push(segments, theirs)
  else {
    const before = commonStart([base, ours, theirs], isSame)
    const ends = [base, ours, theirs].map(items => items.slice(before).reverse())
    const after = commonStart(ends, isSame)
    const cut = (items: readonly T[]) => items.slice(before, items.length - after)
    push(segments, ours.slice(0, before))
    segments.push({ kind: 'chunk', base: cut(base), ours: cut(ours), theirs: cut(theirs) })
    push(segments, ours.slice(ours.length - after))
  }
}

function isEqual<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((item, index) => isSame(item, b[index] as T))
}

function push<T>(segments: Segment<T>[], items: readonly T[]): void {
  if (items.length === 0) return
  const last = segments.at(-1)
  if (last?.kind === 'merged')
    segments[segments.length - 1] = { kind: 'merged', items: last.items.concat(items) }
  else segments.push({ kind: 'merged', items })
}
