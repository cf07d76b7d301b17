import { declined, type Resolution } from '../text/text-conflict.ts'
import { mapThree, mergeLines, type Three, tryJoin } from '../text/three-way.ts'
import type { Container } from './member.ts'
import { type MergeRules, mergeMembers } from './merge-members.ts'

/** Reads the members of a text; undefined if the text does not fit its file name, or if members share a line. */
export type Reader = (text: string) => Container | undefined

/** Merges the three versions of a text member by member, with our formatting. */
export function mergeTexts(texts: Three<string>, read: Reader, rules: MergeRules): Resolution {
  const [base, ours, theirs] = mapThree(texts, read)
  if (base === undefined || ours === undefined || theirs === undefined)
    return declined('a version cannot be split into its members line by line')
  const containers: Three<Container> = [base, ours, theirs]
  const merged = mergeMembers(
    mapThree(containers, ({ list }) => list),
    rules,
  )
  if (merged.kind === 'clash') return declined(merged.reason)
  const around = (part: 'head' | 'tail') =>
    tryJoin(mergeLines(...mapThree(containers, container => container[part].join(''))))
  const [head, tail] = [around('head'), around('tail')]
  if (head === undefined || tail === undefined)
    return declined('both sides changed the text around the members')
  return { kind: 'resolved', text: head + merged.lines.join('') + tail, overrides: merged.overrides }
}
