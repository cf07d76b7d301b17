import type { Three } from '../text/three-way.ts'
import type { MemberList } from './member.ts'

/** Finds the blank lines between two members of a merged list; the first has no predecessor. */
export type GapFinder = (before: string | undefined, key: string) => readonly string[]

/**
 * Neighbours keep the blank lines between them from a side, or merged from both. New neighbours get those above the lower one, or
 * below the upper one if the lower one was the first.
 */
export function toGapFinder(lists: Three<MemberList>): GapFinder {
  const [base, ours, theirs] = lists.map(toNeighbours) as unknown as Three<Neighbours>
  return (before, key) => {
    const [start, left, right] = [base, ours, theirs].map(list => list.between.get(toPair(before, key)))
    if (left !== undefined && right !== undefined) return isSameGap(left, start) ? right : left
    const onOneSide = left ?? right
    if (onOneSide !== undefined) return onOneSide
    if (before === undefined) return ours.first ?? theirs.first ?? []
    const above = ours.above.get(key) ?? theirs.above.get(key)
    return above ?? ours.below.get(before) ?? theirs.below.get(before) ?? []
  }
}

type Gap = readonly string[]

interface Neighbours {
  /** By the keys of two neighbours. */
  readonly between: ReadonlyMap<string, Gap>
  readonly first: Gap | undefined
  /** By the key of the lower one, and of the upper one. */
  readonly above: ReadonlyMap<string, Gap>
  readonly below: ReadonlyMap<string, Gap>
}

function toNeighbours({ members }: MemberList): Neighbours {
  const pairs = members.map(({ key, gap }, index) => ({ before: members[index - 1]?.key, key, gap }))
  const inner = pairs.filter(({ before }) => before !== undefined)
  return {
    between: new Map(pairs.map(({ before, key, gap }) => [toPair(before, key), gap])),
    first: members[0]?.gap,
    above: new Map(inner.map(({ key, gap }) => [key, gap])),
    below: new Map(inner.map(({ before, gap }) => [before as string, gap])),
  }
}

function toPair(before: string | undefined, key: string): string {
  return JSON.stringify([before, key])
}

function isSameGap(a: Gap, b: Gap | undefined): boolean {
  return b !== undefined && a.join('') === b.join('')
}
