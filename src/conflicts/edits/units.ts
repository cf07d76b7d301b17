import type { SyntaxNode, SyntaxTree } from '../syntax/parsers.ts'
import type { Hunk } from '../text/lines.ts'
import type { Three } from '../text/three-way.ts'
import type { Token } from './tokens.ts'

/** Nodes with independent children: statements of a block, arguments, entries, members of a union. The grammars share these names. */
const lists =
  /(^|_)(block|body|program|module|source_file|compilation_unit|translation_unit|stylesheet|document|script|list|arguments|parameters|array|tuple|object|dictionary|set|union_type|intersection_type|object_type|named_imports|export_clause|literal_value|match_block|pattern_list|expression_list|switch_body|enum_body|case|clause|statements|interface_type|suite|interpolation|jsx_opening_element|jsx_self_closing_element)$/

function isListNode(node: SyntaxNode): boolean {
  // in shell, a list is an expression such as `a && b`
  if (node.type === 'list') return node.firstChild?.type === '['
  return lists.test(node.type) && !isSingleExpression(node)
}

/** One value, where the grammar of Go allows several. */
function isSingleExpression({ type, namedChildCount }: SyntaxNode): boolean {
  return type === 'expression_list' && namedChildCount < 2
}

export type SideIndex = 1 | 2

/**
 * What a side's change touches: the innermost statements or items that it modifies. An addition between two items touches none, unless
 * it continues the one before it or begins the one behind it.
 */
export type UnitFinder = (hunk: Hunk, side: SideIndex) => readonly string[]

/** By the grammar. */
export function toSyntaxUnits(trees: Three<SyntaxTree>, versions: Three<readonly Token[]>): UnitFinder {
  const [offsetAt, ...sides] = [0, 1, 2].map(index =>
    toOffsets((trees[index] as SyntaxTree).text, versions[index] as readonly Token[]),
  ) as unknown as Three<(index: number) => number>
  const { root } = trees[0]
  const toModified = ({ baseStart, baseEnd }: Hunk): readonly string[] => {
    const isAddition = baseStart === baseEnd
    const first = offsetAt(isAddition ? baseStart - 1 : baseStart)
    const last = isAddition ? offsetAt(baseStart) : endOf(versions[0][baseEnd - 1], offsetAt(baseEnd))
    const node = root.descendantForIndex(first, Math.max(first, last))
    if (node === null) return []
    if (isAddition) return isListNode(node) ? [] : [toUnit(node)]
    return isListNode(node) ? toItems(node, first, last) : [toUnit(node)]
  }
  return (hunk, side) => {
    const tree = trees[side].root
    const at = sides[side - 1] as (index: number) => number
    if (hunk.start === hunk.end) return toModified(hunk)
    const before = findEndingItem(tree, at(hunk.start - 1))
    const behind = findBeginningItem(tree, at(hunk.end))
    const continues = before !== undefined && before.endIndex > at(hunk.start)
    const begins = behind !== undefined && behind.startIndex < at(hunk.end - 1) + 1
    const touched = [
      continues ? findEndingItem(root, offsetAt(hunk.baseStart - 1)) : undefined,
      begins ? findBeginningItem(root, offsetAt(hunk.baseEnd)) : undefined,
    ]
    return [...toModified(hunk), ...touched.flatMap(node => (node === undefined ? [] : toName(node)))]
  }
}

/** The item that a word ends, if it is the closing bracket of a list: the item with that list. */
function findEndingItem(root: SyntaxNode, offset: number): SyntaxNode | undefined {
  const node = root.descendantForIndex(offset)
  return node === null ? undefined : toItem(!node.isNamed && node.nextSibling === null ? node.parent : node)
}

function findBeginningItem(root: SyntaxNode, offset: number): SyntaxNode | undefined {
  const node = root.descendantForIndex(offset)
  return node === null
    ? undefined
    : toItem(!node.isNamed && node.previousSibling === null ? node.parent : node)
}

function toOffsets(text: string, tokens: readonly Token[]): (index: number) => number {
  const edges = toEdges(text, tokens)
  return index => (index < 0 ? edges.before : tokens[index]?.text ? tokens[index].offset : edges.behind)
}

/** The nearest signs outside of a place. */
function toEdges(
  text: string,
  tokens: readonly Token[],
): { readonly before: number; readonly behind: number } {
  const start = (tokens[0]?.offset ?? 0) - (tokens[0]?.space.length ?? 0)
  const end = tokens.at(-1)?.offset ?? 0
  const next = text.slice(end).search(/\S/)
  return {
    before: Math.max(0, text.slice(0, start).trimEnd().length - 1),
    behind: next === -1 ? text.length : end + next,
  }
}

function endOf(token: Token | undefined, behind: number): number {
  return token === undefined || token.text === '' ? behind : token.offset + token.text.length - 1
}

function toItems(list: SyntaxNode, first: number, last: number): string[] {
  return list.children
    .filter(child => child?.isNamed && child.endIndex > first && child.startIndex <= last)
    .flatMap(item => (item === null ? [] : toName(item)))
}

function toUnit(node: SyntaxNode): string {
  return toName(toItem(node) as SyntaxNode)
}

/** The nearest list item around a node. */
function toItem(node: SyntaxNode | null): SyntaxNode | undefined {
  if (node === null) return undefined
  let item = node
  while (item.parent !== null && !isListNode(item.parent)) item = item.parent
  return item
}

function toName(node: SyntaxNode): string {
  return `${node.startIndex}-${node.endIndex}`
}

/** Without a grammar, each line is an item. */
export function toLineUnits([base, ...sides]: Three<readonly Token[]>): UnitFinder {
  const rows: number[] = []
  for (const token of base) rows.push((rows.at(-1) ?? 0) + (beginsLine(token) ? 1 : 0))
  return ({ baseStart, baseEnd, start, end }, side) => {
    const tokens = sides[side - 1] as readonly Token[]
    const touched = new Set(rows.slice(baseStart, baseEnd))
    const isWithinLine = baseStart === baseEnd && rows[baseStart - 1] === rows[baseStart]
    const continues = start < end && !beginsLine(tokens[start]) && !beginsSentence(tokens, start)
    if (isWithinLine || continues) touched.add(rows[baseStart - 1] ?? 0)
    if (start < end && !beginsLine(tokens[end])) touched.add(rows[baseEnd] ?? 0)
    return [...touched].map(String)
  }
}

function beginsLine(token: Token | undefined): boolean {
  return token === undefined || token.space.includes('\n')
}

/** A new sentence behind another does not change that one. */
function beginsSentence(tokens: readonly Token[], index: number): boolean {
  return /^[.!?]$/.test(tokens[index - 1]?.text ?? '') && tokens[index]?.space !== ''
}
