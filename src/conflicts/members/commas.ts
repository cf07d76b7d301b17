import { toLines } from '../text/lines.ts'
import type { MemberList } from './member.ts'

/** Lines of a member with the preceding blank ones. */
export interface MergedMember {
  readonly gap: readonly string[]
  readonly lines: readonly string[]
}

/** Whether a list has a trailing comma. */
export function endsWithComma({ members }: MemberList): boolean {
  return /,\s*$/.test(members.at(-1)?.lines.join('') ?? '')
}

/** Adds a comma after each member, and after the last one if the list has a trailing comma. */
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
