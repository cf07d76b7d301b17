import { toLines } from './lines.ts'
import { toWords } from './proof/words.ts'
import type { NamedChoice, TextConflict } from './text-conflict.ts'
import { toRegions } from './three-way.ts'

/**
 * A choice of somebody who is not trusted to make any: of what it names, only words count that stand where both sides have changed
 * the very same place.
 *
 * @param named Lines or words.
 */
export function toContestedChoice(
  conflict: TextConflict,
  sentence: string,
  named: readonly string[],
): NamedChoice {
  const { base = '', ours, theirs } = conflict
  const regions = toRegions(toLines(base), toLines(ours), toLines(theirs))
  const contested = regions.filter(
    region => region.ours.join() !== region.base.join() && region.theirs.join() !== region.base.join(),
  )
  const toSet = (lines: readonly string[]) => new Set(lines.flatMap(toWords))
  const there = toSet(contested.flatMap(region => [...region.ours, ...region.theirs]))
  const before = toSet(contested.flatMap(region => region.base))
  const words = named.flatMap(toWords)
  return {
    sentence,
    dropped: words.filter(word => there.has(word)),
    kept: words.filter(word => before.has(word)),
  }
}
