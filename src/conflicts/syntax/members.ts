import {
  type Container,
  type MemberList,
  type MemberPlace,
  type NameSet,
  tryToMembers,
} from '../members/member.ts'
import { toLines } from '../text/lines.ts'
import type { SyntaxNode, SyntaxTree } from './parsers.ts'
import { type LanguageRules, namedChildren } from './rules.ts'

/** The members of the whole file; undefined if two share a line. */
export function tryFileMembers(tree: SyntaxTree, lines: readonly string[]): MemberList | undefined {
  return tryReadMembers({ rules: tree.rules, lines }, tree.root, { start: 0, end: lines.length })
}

interface Source {
  readonly rules: LanguageRules
  readonly lines: readonly string[]
}

function tryOpen(source: Source, node: SyntaxNode, first: number, end: number): Container | undefined {
  const container = source.rules.findContainer(node)
  if (container === undefined) return undefined
  // A container without a closing token (a block in Python) begins with its first member and ends with its last.
  const isOpen = !/^[{[(]/.test(container.text)
  const range = {
    start: container.startPosition.row + (isOpen ? 0 : 1),
    end: container.endPosition.row + (isOpen && container.endPosition.column > 0 ? 1 : 0),
  }
  if (range.start > range.end || range.start < first || range.end > end) return undefined
  const list = tryReadMembers(source, container, range)
  if (list === undefined) return undefined
  return { head: source.lines.slice(first, range.start), list, tail: source.lines.slice(range.end, end) }
}

function tryReadMembers(
  source: Source,
  container: SyntaxNode,
  range: { readonly start: number; readonly end: number },
): MemberList | undefined {
  const parts = toParts(source.rules, namedChildren(container))
  const places = parts.map(part => toPlace(source, part))
  const members = tryToMembers(source.lines, range, places)
  return members && { isCommaSeparated: source.rules.commaSeparated.has(container.type), ...members }
}

function toPlace(source: Source, { node, first, last }: Part): MemberPlace {
  const signature = node === undefined ? undefined : toKey(source.rules, node)
  return {
    first,
    last,
    signature,
    commutes: signature !== undefined,
    value: undefined,
    tryNames: lines => (node === undefined ? undefined : tryNameSet(source.rules, node, lines)),
    open: () => (node === undefined ? undefined : tryOpen(source, node, first, last + 1)),
  }
}

/** Imports from the same source are one member, whatever they import. */
function toKey(rules: LanguageRules, node: SyntaxNode): string | undefined {
  const statement = rules.imports?.isImport(node) ? rules.imports.toImport(node) : undefined
  return statement === undefined ? rules.toSignature(node) : `import ${statement.source}`
}

/** The names of an import, and how to print it with other names: comments above it stay. */
function tryNameSet(
  { imports }: LanguageRules,
  node: SyntaxNode,
  lines: readonly string[],
): NameSet | undefined {
  const statement = imports?.isImport(node) ? imports.toImport(node) : undefined
  const text = lines.join('')
  const own = node.text
  const start = text.indexOf(own)
  if (imports === undefined || statement === undefined || statement.specifiers.length === 0 || start === -1)
    return undefined
  const tryPrint = (names: readonly string[]) => {
    const printed = imports.print(own, { ...statement, specifiers: names })
    return printed === undefined ? undefined : toLines(text.replace(own, () => printed))
  }
  return { names: statement.specifiers, tryPrint }
}

interface Part {
  readonly first: number
  readonly last: number
  /** Undefined for a comment that belongs to nothing. */
  readonly node: SyntaxNode | undefined
}

/** Attaches comments to the next member directly below, or to the member on the same line. */
function toParts(rules: LanguageRules, children: readonly SyntaxNode[]): Part[] {
  const parts: Part[] = []
  for (const child of children) {
    const part = toPart(rules, child)
    const before = parts.at(-1)
    if (before === undefined) parts.push(part)
    else if (part.node === undefined && before.node !== undefined && before.last === part.first)
      parts[parts.length - 1] = { ...before, last: part.last }
    else if (before.node === undefined && before.last + 1 >= part.first)
      parts[parts.length - 1] = { ...part, first: before.first }
    else parts.push(part)
  }
  return parts
}

function toPart(rules: LanguageRules, node: SyntaxNode): Part {
  const { row, column } = node.endPosition
  const first = node.startPosition.row
  const last = column === 0 && row > first ? row - 1 : row
  return { first, last, node: rules.comments.has(node.type) ? undefined : node }
}
