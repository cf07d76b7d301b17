/** A member of a container, as whole lines: a declaration, a property, a key with its value, an item. */
export interface Member {
  /** Its signature, or its text without one; a repeated key gets a number. */
  readonly key: string
  /** Whether its position among commuting members does not matter. */
  readonly commutes: boolean
  /** Blank lines before it, and its lines with the comments directly above. All end with `\n`. */
  readonly gap: readonly string[]
  readonly lines: readonly string[]
  /** Its value, if that is a single word or text. */
  readonly value: string | undefined
  /** The names in it, if it is just a set of names (an import). */
  readonly names: NameSet | undefined
  /** Its content; undefined if it has no separately mergeable members. */
  readonly open: () => Container | undefined
}

export interface NameSet {
  readonly names: readonly string[]
  /** The lines with other names, in the same style; undefined if impossible. */
  readonly tryPrint: (names: readonly string[]) => string[] | undefined
}

/** The content of a container, and the lines around it. */
export interface Container {
  readonly head: readonly string[]
  readonly list: MemberList
  readonly tail: readonly string[]
}

export interface MemberList {
  readonly isCommaSeparated: boolean
  readonly members: readonly Member[]
  /** Lines after the last member that are still inside. */
  readonly rest: readonly string[]
}

/** The position of a member in its text. */
export interface MemberPlace {
  /** Its first and last row, from 0. */
  readonly first: number
  readonly last: number
  /** Its identity; undefined: its text, and its position matters. */
  readonly signature: string | undefined
  readonly commutes: boolean
  readonly value: string | undefined
  readonly tryNames: (lines: readonly string[]) => NameSet | undefined
  readonly open: () => Container | undefined
}

/**
 * Cuts the lines from `start` to before `end` into members. Comments before a place become part of it. Undefined if two places share
 * a line.
 */
export function tryToMembers(
  lines: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
  places: readonly MemberPlace[],
): { readonly members: readonly Member[]; readonly rest: readonly string[] } | undefined {
  const members: Member[] = []
  const counts = new Map<string, number>()
  let at = start
  for (const { first, last, signature, commutes, value, tryNames, open } of places) {
    if (first < at || last >= end) return undefined
    const before = lines.slice(at, first)
    const blank = countBlank(before)
    const own = [...before.slice(blank), ...lines.slice(first, last + 1)]
    const name = signature ?? `text ${toComparableText(own.join(''))}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    const key = count === 1 ? name : `${name} (${count})`
    members.push({
      key,
      commutes,
      gap: before.slice(0, blank),
      lines: own,
      value,
      names: tryNames(own),
      open,
    })
    at = last + 1
  }
  return { members, rest: lines.slice(at, end) }
}

function countBlank(lines: readonly string[]): number {
  const index = lines.findIndex(line => line.trim() !== '')
  return index === -1 ? lines.length : index
}

/** Text without irrelevant differences: white space, and a trailing separator. */
export function toComparableText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[,;]\s*$/, '')
    .trim()
}
