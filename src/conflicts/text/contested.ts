import { toLines } from './lines.ts'
import type { Override, TextConflict } from './text-conflict.ts'
import { type Region, toRegions } from './three-way.ts'
import { toWords } from './words.ts'

/** A claimed override. */
export interface ClaimedOverride {
  readonly sentence: string
  /** Lines or words. */
  readonly dropped: readonly string[]
}

/**
 * The overrides of an untrusted resolver: claimed words count only where both sides changed the very same place, and only if part of
 * a side's additions remains there.
 */
export function toContestedOverrides(conflict: TextConflict, claims: readonly ClaimedOverride[]): Override[] {
  const { base = '', ours, theirs } = conflict
  const regions = toRegions(toLines(base), toLines(ours), toLines(theirs)).filter(isContested)
  const claimed = new Set(claims.flatMap(({ dropped }) => dropped.flatMap(toWords)))
  const there = toSet(regions.filter(region => leavesSome(region, claimed)).flatMap(toSides))
  const before = toSet(regions.flatMap(region => region.base))
  return claims.map(({ sentence, dropped }) => {
    const words = dropped.flatMap(toWords)
    return {
      sentence,
      dropped: words.filter(word => there.has(word)),
      kept: words.filter(word => before.has(word)),
    }
  })
}

function isContested({ base, ours, theirs }: Region<string>): boolean {
  return ours.join() !== base.join() && theirs.join() !== base.join()
}

/** Whether the claims leave a word that a side added, if any side added one. */
function leavesSome(region: Region<string>, claimed: ReadonlySet<string>): boolean {
  const before = toSet(region.base)
  const added = [...toSet(toSides(region))].filter(word => !before.has(word))
  return added.length === 0 || added.some(word => !claimed.has(word))
}

function toSides({ ours, theirs }: Region<string>): string[] {
  return [...ours, ...theirs]
}

function toSet(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap(toWords))
}
