import { countItems } from '../text/count-items.ts'
import { toHunks } from '../text/lines.ts'
import type { Region } from '../text/three-way.ts'

/** How often an item (a line or a word) may occur in a merged text. */
export interface Expected {
  baseCount: number
  low: number
  high: number
  /** How many more each side has than the base. */
  oursGrowth: number
  theirsGrowth: number
  /** How often each side added it somewhere. */
  addedByOurs: number
  addedByTheirs: number
  isRemoved: boolean
}

/**
 * Counts how often each item must be in the result of a merge: as often as in the base, minus each side's removals, plus each side's
 * additions. What both added at one place may appear once or twice.
 */
export class Tally {
  private readonly items = new Map<string, Expected>()

  constructor(base: readonly string[]) {
    for (const item of base) {
      const expected = this.at(item)
      expected.baseCount++
      expected.low++
      expected.high++
    }
  }

  /** A place that one side or both changed. */
  add({ base, ours, theirs }: Pick<Region<string>, 'base' | 'ours' | 'theirs'>): void {
    const [left, right] = [toChange(base, ours), toChange(base, theirs)]
    for (const index of new Set([...left.removed, ...right.removed])) {
      const expected = this.at(base[index] as string)
      expected.low--
      expected.high--
      expected.isRemoved = true
    }
    for (const index of left.removed) this.at(base[index] as string).oursGrowth--
    for (const index of right.removed) this.at(base[index] as string).theirsGrowth--
    for (const item of new Set([...left.added.keys(), ...right.added.keys()]))
      this.addItem(item, left.added.get(item) ?? 0, right.added.get(item) ?? 0)
  }

  private addItem(item: string, byOurs: number, byTheirs: number): void {
    const expected = this.at(item)
    expected.low += Math.max(byOurs, byTheirs)
    expected.high += byOurs + byTheirs
    expected.oursGrowth += byOurs
    expected.theirsGrowth += byTheirs
    expected.addedByOurs += byOurs
    expected.addedByTheirs += byTheirs
  }

  at(item: string): Expected {
    const found = this.items.get(item)
    if (found !== undefined) return found
    const none = {
      baseCount: 0,
      low: 0,
      high: 0,
      oursGrowth: 0,
      theirsGrowth: 0,
      addedByOurs: 0,
      addedByTheirs: 0,
    }
    const created = { ...none, isRemoved: false }
    this.items.set(item, created)
    return created
  }

  entries(): Iterable<[string, Expected]> {
    return this.items
  }
}

interface Change {
  /** Positions in the base. */
  readonly removed: readonly number[]
  readonly added: ReadonlyMap<string, number>
}

function toChange(base: readonly string[], side: readonly string[]): Change {
  const removed: number[] = []
  const added: string[] = []
  for (const hunk of toHunks(base, side)) {
    for (let index = hunk.baseStart; index < hunk.baseEnd; index++) removed.push(index)
    added.push(...side.slice(hunk.start, hunk.end))
  }
  return { removed, added: countItems(added) }
}

/** The deviation of a count from the expectation: negative if too few, positive if a removed item is still there. */
export function toExcess(count: number, expected: Expected): number {
  if (isMoved(count, expected)) return 0
  if (count < expected.low) return count - expected.low
  return count > expected.high && expected.isRemoved ? count - expected.high : 0
}

/** If one side moved an item and the other changed it, only the sum tells how often it remains. */
function isMoved(count: number, { baseCount, oursGrowth, theirsGrowth }: Expected): boolean {
  return oursGrowth * theirsGrowth <= 0 && count === baseCount + oursGrowth + theirsGrowth
}
