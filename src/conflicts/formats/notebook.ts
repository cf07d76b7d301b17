import type { Member } from '../members/member.ts'
import type { MemberDecision } from '../members/merge-members.ts'
import type { Three } from '../text/three-way.ts'
import { toWords } from '../text/words.ts'
import { jsonFormat } from './json.ts'
import type { KeyFormat } from './key-format.ts'

export const notebookFormat: KeyFormat = {
  ...jsonFormat,
  decide: (_, versions) => decideRecorded(versions),
  areLinesUnique: false,
}

/** Recorded values of a notebook, which the next run replaces: ours win. */
function decideRecorded([base, ours, theirs]: Three<Member | undefined>): MemberDecision | undefined {
  if (ours === undefined || theirs === undefined) return undefined
  const name = /^key (outputs|execution_count)$/.exec(ours.key)?.[1]
  if (name === undefined) return undefined
  const toMemberWords = (member: Member | undefined) => toWords(member?.lines.join('') ?? '')
  return {
    member: ours,
    override: {
      sentence: `\`${name}\` of a cell is taken from ours: rerun the notebook`,
      dropped: toMemberWords(theirs),
      kept: [...toMemberWords(base), ...toMemberWords(ours)],
    },
  }
}
