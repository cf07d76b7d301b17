import type { MemberList } from './member.ts'

/** The imports at the head of a file, and their lines: from `start` to before `end`, from 0. */
export interface ImportBlock {
  readonly list: MemberList
  readonly start: number
  readonly end: number
}
