import type { Member } from '../members/member.ts'
import type { MemberDecision } from '../members/merge-members.ts'
import type { Three } from '../text/three-way.ts'
import { toWords } from '../text/words.ts'
import { isVersion, tryCompareVersions } from './versions.ts'

/** Files whose values are versions if they look like one. Elsewhere `10.0.0.1` or `0.5` may be anything. */
const manifests =
  /^(package|composer|bower|deno)\.json$|^(Cargo|pyproject)\.toml$|^(Chart|pubspec)\.ya?ml$|^go\.mod$|(requirements|constraints).*\.(txt|in)$/

/**
 * Of two versions the higher one wins. An entry that one side dropped while the other only raised its version is removed.
 *
 * @param name The file of the members, without its folder.
 */
export function decideValue(name: string, versions: Three<Member | undefined>): MemberDecision | undefined {
  const [base, ours, theirs] = versions
  const key = (ours ?? theirs)?.key ?? ''
  if (!manifests.test(name) && !/(^key |[a-z_-])version$/i.test(key)) return undefined
  if (ours !== undefined && theirs !== undefined) return decideVersion(base, ours, theirs)
  const left = ours ?? theirs
  return base === undefined || left === undefined ? undefined : decideRemoval(base, left)
}

function decideVersion(base: Member | undefined, ours: Member, theirs: Member): MemberDecision | undefined {
  if (!differsInValueOnly(ours, theirs)) return undefined
  const order = tryCompareVersions(ours.value ?? '', theirs.value ?? '')
  if (order === undefined || order === 0) return undefined
  const [winner, loser] = order > 0 ? [ours, theirs] : [theirs, ours]
  const isLowered = base?.value !== undefined && (tryCompareVersions(loser.value ?? '', base.value) ?? 0) < 0
  if (isLowered || isPinned(base, ours, theirs)) return undefined
  const sentence = `${toName(winner)}: the higher version ${winner.value} was chosen over ${loser.value}`
  return { member: winner, override: { sentence, dropped: toWords(loser.value ?? ''), kept: [] } }
}

/** Whether just one side pinned a range to an exact version: then it accepts no other. */
function isPinned(...members: readonly (Member | undefined)[]): boolean {
  const [base, ours, theirs] = members.map(member => /^[\^~>]/.test(member?.value?.trim() ?? ''))
  return base === true && ours !== theirs
}

function decideRemoval(base: Member, left: Member): MemberDecision | undefined {
  if (base.value === undefined || left.value === undefined || !differsInValueOnly(base, left))
    return undefined
  if (!isVersion(base.value) || !isVersion(left.value)) return undefined
  const sentence = `${toName(left)}: removed on one side, so its new version ${left.value} on the other was dropped`
  return { member: undefined, override: { sentence, dropped: toWords(left.value), kept: [] } }
}

function differsInValueOnly(a: Member, b: Member): boolean {
  if (a.value === undefined || b.value === undefined) return false
  const withoutValue = ({ lines, value = '' }: Member) =>
    lines
      .join('')
      .replace(value, '')
      .replace(/,?\s*$/, '')
      .trim()
  return withoutValue(a) === withoutValue(b)
}

function toName({ key }: Member): string {
  return `\`${key.replace(/^\w+ /, '')}\``
}
