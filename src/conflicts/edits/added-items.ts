import type { SyntaxNode, SyntaxTree } from '../syntax/parsers.ts'
import type { Token } from './tokens.ts'

/** A side's additions at one place: whole items of a container. */
export interface AddedItems {
  readonly container: SyntaxNode
  /** The added items, without separators. */
  readonly items: readonly SyntaxNode[]
  /** The nearest items before and after them. */
  readonly before: SyntaxNode | undefined
  readonly behind: SyntaxNode | undefined
  /** The added signs and keywords that belong to no item: separators. */
  readonly signs: readonly string[]
}

/** Undefined if the additions are not whole items. */
export function tryFindItems({ root }: SyntaxTree, added: readonly Token[]): AddedItems | undefined {
  const range = toRange(added)
  if (range === undefined) return undefined
  const container = findContainer(root, range)
  const children = container.children.filter(child => child !== null)
  const isInside = (child: SyntaxNode) => isWithin(child, range)
  const isOutside = (child: SyntaxNode) => child.startIndex >= range.end || child.endIndex <= range.start
  if (!children.every(child => isInside(child) || isOutside(child))) return undefined
  if (isFlat(container) && !areWholeEntries(children.filter(isInside))) return undefined
  const named = children.filter(child => child.isNamed && !(isFlat(container) && !beginsEntry(child)))
  return {
    container,
    items: named.filter(isInside),
    before: named.findLast(child => child.endIndex <= range.start),
    behind: named.find(child => child.startIndex >= range.end),
    signs: children.filter(child => !child.isNamed && isInside(child)).map(({ type }) => type),
  }
}

/** The entries of a single added clause that names types. */
export function tryOpenClause({ items: [clause, ...others] }: AddedItems): AddedItems | undefined {
  if (clause === undefined || others.length > 0 || !clauses.test(clause.type)) return undefined
  const list = clause.namedChildren.find(child => child?.type === 'type_list') ?? clause
  const items = list.namedChildren.filter(child => child !== null)
  return { container: clause, items, before: undefined, behind: undefined, signs: [] }
}

const clauses = /^(base_list|throws|super_interfaces|extends_interfaces|class_interface_clause)$/

/** Containers whose entries are no nodes of their own: `x: 1` is a name, a sign and a value. Functions of Swift hold their parameters. */
function isFlat({ type, children }: SyntaxNode): boolean {
  if (/^(function|init|protocol_function)_declaration$/.test(type))
    return children.some(child => child?.type === '(')
  return /^(anonymous_object_creation_expression|with_expression|dictionary_literal|function_value_parameters)$/.test(
    type,
  )
}

function beginsEntry({ previousSibling }: SyntaxNode): boolean {
  return /^[,([{]$/.test(previousSibling?.type ?? '')
}

/** Whether nothing of an entry is outside of the additions. */
function areWholeEntries(added: readonly SyntaxNode[]): boolean {
  const [first, last] = [added[0], added.at(-1)]
  const ends = last?.type === ',' || /^[,)\]}]$/.test(last?.nextSibling?.type ?? '')
  return first !== undefined && ends && (first.type === ',' || beginsEntry(first))
}

/** The smallest node that contains the additions and more. */
export function findHolder({ root }: SyntaxTree, added: readonly Token[]): SyntaxNode | undefined {
  const range = toRange(added)
  return range && findContainer(root, range)
}

interface Range {
  readonly start: number
  readonly end: number
}

function toRange(added: readonly Token[]): Range | undefined {
  const [first, last] = [added[0], added.at(-1)]
  return first && last && { start: first.offset, end: last.offset + last.text.length }
}

function findContainer(root: SyntaxNode, range: Range): SyntaxNode {
  let node = root.descendantForIndex(range.start, Math.max(range.start, range.end - 1)) ?? root
  while (node.parent !== null && isWithin(node, range)) node = node.parent
  return node
}

/** Some grammars count the white space behind a node that has no end of its own, such as a `<link>`. */
function isWithin(node: SyntaxNode, { start, end }: Range): boolean {
  if (node.startIndex < start || node.startIndex >= end) return false
  return node.endIndex <= end || node.startIndex + node.text.trimEnd().length <= end
}
