import type { Three } from '../text/three-way.ts'
import type { Member } from './member.ts'
import type { MemberDecision } from './merge-members.ts'
import { trySortLike } from './sorted.ts'

/**
 * Merges members that list names, as sets: those of the base, without removals, with all additions. Members that both sides added
 * become one, unless the file has several of their kind anyway.
 */
export function decideNames([base, ours, theirs]: Three<Member | undefined>): MemberDecision | undefined {
  const present = [base, ours, theirs].filter(member => member !== undefined)
  if (present.some(member => member.names === undefined)) return undefined
  const [before, left, right] = [base, ours, theirs].map(
    member => member?.names?.names ?? [],
  ) as unknown as Three<readonly string[]>
  const names = mergeNames([before, left, right])
  const isSeparate = names.length === left.length + right.length && hasSeveral(ours)
  if (base === undefined && ours !== undefined && theirs !== undefined && isSeparate)
    return { member: { gap: ours.gap, lines: [...ours.lines, ...theirs.lines] }, override: undefined }
  if (names.length === 0) return { member: undefined, override: undefined }
  const model = [ours, theirs]
    .filter(member => member !== undefined)
    .toSorted((a, b) => b.lines.length - a.lines.length)[0]
  const lines = model?.names?.tryPrint(names)
  return model === undefined || lines === undefined
    ? undefined
    : { member: { gap: model.gap, lines }, override: undefined }
}

/** Whether a member is the second with its name. */
function hasSeveral(member: Member | undefined): boolean {
  return / \(\d+\)$/.test(member?.key ?? '')
}

/** Ours first; sorted if both sides are. */
function mergeNames([base, ours, theirs]: Three<readonly string[]>): string[] {
  const isKept = (name: string) => !base.includes(name) || (ours.includes(name) && theirs.includes(name))
  const names = [...new Set([...ours, ...theirs])].filter(isKept)
  return (base.length < 2 ? undefined : trySortLike(names, [ours, theirs])) ?? names
}
