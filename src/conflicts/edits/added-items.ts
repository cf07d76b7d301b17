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
  const named = children.filter(child => child.isNamed)
  return {
    container,
    items: named.filter(isInside),
    before: named.findLast(child => child.endIndex <= range.start),
    behind: named.find(child => child.startIndex >= range.end),
  }
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
