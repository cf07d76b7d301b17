import type { Three } from '../text/three-way.ts'
import type { MemberList } from './member.ts'

/** Finds the blank lines between two members of a merged list; the first of the list has no member before it. */
export type GapFinder = (before: string | undefined, key: string) => readonly string[]

/**
 * Neighbours keep the blank lines that they have on a side, or that both sides have made of them. Between members that are new neighbours stand
 * as many as mostly between two of their kinds, or as many as either has had there.
 */
export function toGapFinder(lists: Three<MemberList>): GapFinder {
  const [base, ours, theirs] = lists.map(toNeighbours) as unknown as Three<Neighbours>
  const usual = countGaps([ours, theirs])
  return (before, key) => {
    const [start, left, right] = [base, ours, theirs].map(list => list.between.get(toPair(before, key)))
    if (left !== undefined && right !== undefined) return isSameGap(left, start) ? right : left
    const onOneSide = left ?? right
    if (onOneSide !== undefined) return onOneSide
    if (before === undefined) return ours.first ?? theirs.first ?? []
    const sides = [ours, theirs].flatMap(list => [list.above.get(key) ?? [], list.below.get(before) ?? []])
    return usual.get(toPair(toKind(before), toKind(key))) ?? toLongest(sides)
  }
}

type Gap = readonly string[]

interface Neighbours {
  /** By the keys of two that stand beside each other. */
  readonly between: ReadonlyMap<string, Gap>
  readonly first: Gap | undefined
  /** By the key of the lower one, and of the upper one. */
  readonly above: ReadonlyMap<string, Gap>
  readonly below: ReadonlyMap<string, Gap>
  readonly pairs: readonly (readonly [kinds: string, gap: Gap])[]
}

function toNeighbours({ members }: MemberList): Neighbours {
  const pairs = members.map(({ key, gap }, index) => ({ before: members[index - 1]?.key, key, gap }))
  const inner = pairs.filter(({ before }) => before !== undefined)
  return {
    between: new Map(pairs.map(({ before, key, gap }) => [toPair(before, key), gap])),
    first: members[0]?.gap,
    above: new Map(inner.map(({ key, gap }) => [key, gap])),
    below: new Map(inner.map(({ before, gap }) => [before as string, gap])),
    pairs: inner.map(({ before, key, gap }) => [toPair(toKind(before as string), toKind(key)), gap]),
  }
}

/** For each two kinds the gap that is most frequent between them, the longer one of several. */
function countGaps(lists: readonly Neighbours[]): Map<string, Gap> {
  const counts = new Map<string, Map<number, { readonly gap: Gap; readonly count: number }>>()
  for (const [kinds, gap] of lists.flatMap(({ pairs }) => pairs)) {
    const known = counts.get(kinds) ?? new Map()
    counts.set(kinds, known.set(gap.length, { gap, count: (known.get(gap.length)?.count ?? 0) + 1 }))
  }
  return new Map([...counts].map(([kinds, gaps]) => [kinds, toMostFrequent([...gaps.values()])]))
}

function toMostFrequent(gaps: readonly { readonly gap: Gap; readonly count: number }[]): Gap {
  return gaps.toSorted((a, b) => b.count - a.count || b.gap.length - a.gap.length)[0]?.gap ?? []
}

function toLongest(gaps: readonly Gap[]): Gap {
  return gaps.toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** The first word of a key: `value`, `key`, `entry`. */
function toKind(key: string): string {
  return key.split(' ', 1)[0] ?? ''
}

function toPair(before: string | undefined, key: string): string {
  return JSON.stringify([before, key])
}

function isSameGap(a: Gap, b: Gap | undefined): boolean {
  return b !== undefined && a.join('') === b.join('')
}
