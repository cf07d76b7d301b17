import { toLines } from './lines.ts'
import type { NamedChoice, TextConflict } from './text-conflict.ts'
import { type Region, toRegions } from './three-way.ts'
import { toWords } from './words.ts'

/** An override as it was claimed. */
export interface Claim {
  readonly sentence: string
  /** Lines or words. */
  readonly dropped: readonly string[]
}

/**
 * The choices of an untrusted resolver: of what is claimed, only words count that stand where both sides have changed
 * the very same place, and only as long as something is left of what a side has put there.
 */
export function toContestedChoices(conflict: TextConflict, claims: readonly Claim[]): NamedChoice[] {
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

/** Whether the claims leave a word that a side has added; where no side has added any, there is none to leave. */
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
