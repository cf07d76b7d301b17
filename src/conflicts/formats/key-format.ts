import type { Member } from '../members/member.ts'
import type { Reader } from '../members/merge-containers.ts'
import type { MemberDecision } from '../members/merge-members.ts'
import type { Three } from '../text/three-way.ts'

/** How files of keys and values in one format are merged, and how a merged one is checked. */
export interface KeyFormat {
  readonly read: Reader
  /**
   * Decides a member that both sides changed; undefined: it stays a conflict.
   *
   * @param name The file of the members, without its folder.
   */
  readonly decide: (name: string, versions: Three<Member | undefined>) => MemberDecision | undefined
  /** Whether a line has no second meaning elsewhere in the file, so that both sides may have added it in different places. */
  readonly areLinesUnique: boolean
  /** Whether a text is valid; left out: it is not checked. */
  readonly parses?: (text: string) => boolean
  /** The contents of a text, independent of its formatting; left out: they are not compared. */
  readonly toValue?: (text: string) => unknown
}

/** Whether a parser accepts a text. */
export function isAccepted(text: string, parse: (text: string) => unknown): boolean {
  try {
    parse(text)
    return true
  } catch {
    // Unparsable is the answer.
    return false
  }
}
