import { toLines } from '../text/lines.ts'
import type { MemberList } from './member.ts'

/** Lines of a member with the blank ones before it. */
export interface MergedMember {
  readonly gap: readonly string[]
  readonly lines: readonly string[]
}

/** Whether a list has the custom of a comma behind its last member. */
export function endsWithComma({ members }: MemberList): boolean {
  return /,\s*$/.test(members.at(-1)?.lines.join('') ?? '')
}

/** Puts a comma behind each member, and behind the last one if that is the custom. */
export function withCommas(members: readonly MergedMember[], onLast: boolean): MergedMember[] {
  return members.map((member, index) => {
    const needsComma = onLast || index < members.length - 1
    return { ...member, lines: toLines(withComma(member.lines.join(''), needsComma)) }
  })
}

function withComma(text: string, needsComma: boolean): string {
  const hasComma = /,\s*$/.test(text)
  if (hasComma === needsComma || endsWithComment(text)) return text
  return needsComma ? text.replace(/(\s*)$/, ',$1') : text.replace(/,(\s*)$/, '$1')
}

function endsWithComment(text: string): boolean {
  const last = text.trimEnd().split('\n').at(-1) ?? ''
  return /(^|\s)\/\/|\*\/$/.test(last)
}
