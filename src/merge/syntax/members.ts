import { toLines } from '../lines.ts'
import type { SyntaxNode, SyntaxTree } from './parsers.ts'
import { type LanguageRules, namedChildren, toPlainText } from './rules.ts'

/** A member of a container, as whole lines. */
export interface Member {
  /** Its signature, or its text where it has none; the same key twice is told apart by a number. */
  readonly key: string
  /** Whether its place among others that commute does not matter. */
  readonly commutes: boolean
  /** Blank lines in front of it, and its lines with the comments right above. */
  readonly gap: readonly string[]
  readonly lines: readonly string[]
  /** Row of its first line. */
  readonly row: number
  readonly node: SyntaxNode | undefined
}

/** A container with its members, as whole lines. */
export interface MemberList {
  readonly isCommaSeparated: boolean
  /** Rows of the first and of one behind the last line that is inside. */
  readonly start: number
  readonly end: number
  readonly members: readonly Member[]
  /** Lines behind the last member that are still inside. */
  readonly rest: readonly string[]
}

/** The members of the whole file; undefined when two of them share a line. */
export function tryFileMembers({ rules, root, text }: SyntaxTree): MemberList | undefined {
  const lines = toLines(text)
  return tryReadMembers(rules, root, lines, 0, lines.length)
}

/** The members of a container inside a file; undefined when they do not stand on lines of their own. */
export function tryMembers(
  rules: LanguageRules,
  container: SyntaxNode,
  lines: readonly string[],
): MemberList | undefined {
  // Where nothing closes a container (a block in Python), it begins with its first member and ends with its last.
  const isOpen = !/^[{[(]/.test(container.text)
  const start = isOpen ? container.startPosition.row : container.startPosition.row + 1
  const end = isOpen ? container.endPosition.row + 1 : container.endPosition.row
  return start <= end ? tryReadMembers(rules, container, lines, start, end) : undefined
}

function tryReadMembers(
  rules: LanguageRules,
  container: SyntaxNode,
  lines: readonly string[],
  start: number,
  end: number,
): MemberList | undefined {
  const members: Member[] = []
  const seen = new Map<string, number>()
  let at = start
  for (const part of joinComments(rules, namedChildren(container))) {
    if (part.first < at || part.last >= end) return undefined
    const gap = lines.slice(at, part.first)
    if (gap.some(line => line.trim() !== '')) return undefined
    const own = lines.slice(part.first, part.last + 1)
    const signature = part.node === undefined ? undefined : rules.toSignature(part.node)
    const plain = signature ?? `text ${toPlainText(own.join(''))}`
    const count = seen.get(plain) ?? 0
    seen.set(plain, count + 1)
    const key = count === 0 ? plain : `${plain} (${count + 1})`
    members.push({
      key,
      commutes: signature !== undefined,
      gap,
      lines: own,
      row: part.first,
      node: part.node,
    })
    at = part.last + 1
  }
  const rest = lines.slice(at, end)
  if (rest.some(line => line.trim() !== '')) return undefined
  return { isCommaSeparated: rules.commaSeparated.has(container.type), start, end, members, rest }
}

interface Part {
  readonly first: number
  readonly last: number
  /** Undefined for a comment that belongs to nothing. */
  readonly node: SyntaxNode | undefined
}

/** Puts comments to what follows right below, and what stands behind something on its line to that. */
function joinComments(rules: LanguageRules, children: readonly SyntaxNode[]): Part[] {
  const parts: Part[] = []
  let comment: { first: number; last: number } | undefined
  for (const child of children) {
    const first = child.startPosition.row
    const last =
      child.endPosition.column === 0 && child.endPosition.row > first
        ? child.endPosition.row - 1
        : child.endPosition.row
    const before = parts.at(-1)
    if (rules.comments.has(child.type)) {
      if (comment === undefined && before !== undefined && before.last === first) {
        parts[parts.length - 1] = { ...before, last }
      } else if (comment !== undefined && comment.last + 1 >= first) comment = { first: comment.first, last }
      else {
        if (comment !== undefined) parts.push({ ...comment, node: undefined })
        comment = { first, last }
      }
      continue
    }
    const isAttached = comment !== undefined && comment.last + 1 >= first
    if (comment !== undefined && !isAttached) parts.push({ ...comment, node: undefined })
    parts.push({ first: isAttached ? (comment?.first ?? first) : first, last, node: child })
    comment = undefined
  }
  if (comment !== undefined) parts.push({ ...comment, node: undefined })
  return parts
}
