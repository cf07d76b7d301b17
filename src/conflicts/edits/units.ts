import type { SyntaxNode, SyntaxTree } from '../syntax/parsers.ts'
import type { Hunk } from '../text/lines.ts'
import type { Token } from './tokens.ts'

/** Nodes with independent children: statements of a block, arguments, entries, members of a union. The grammars share these names. */
const lists =
  /(^|_)(block|body|program|module|source_file|compilation_unit|translation_unit|stylesheet|document|script|list|arguments|parameters|array|tuple|object|dictionary|set|union_type|intersection_type|object_type|named_imports|export_clause|literal_value|match_block|pattern_list|expression_list|switch_body|enum_body|case|clause|statements|interface_type|suite|interpolation|jsx_opening_element|jsx_self_closing_element)$/

function isListNode(node: SyntaxNode): boolean {
  return lists.test(node.type)
}

/** What a change touches: the innermost statements or items that it modifies. An addition between two items touches none. */
export type UnitFinder = (hunk: Hunk) => readonly string[]

/** By the grammar of the base. */
export function toSyntaxUnits({ root, text }: SyntaxTree, tokens: readonly Token[]): UnitFinder {
  const edges = toEdges(text, tokens)
  const offsetAt = (index: number) =>
    index < 0 ? edges.before : tokens[index]?.text ? tokens[index].offset : edges.behind
  return ({ baseStart, baseEnd }) => {
    const isAddition = baseStart === baseEnd
    const first = offsetAt(isAddition ? baseStart - 1 : baseStart)
    const last = isAddition ? offsetAt(baseStart) : endOf(tokens[baseEnd - 1], edges.behind)
    const node = root.descendantForIndex(first, Math.max(first, last))
    if (node === null) return []
    if (isAddition) return isListNode(node) ? [] : [toUnit(node)]
    return isListNode(node) ? toItems(node, first, last) : [toUnit(node)]
  }
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

/** The nearest list item around a node. */
function toUnit(node: SyntaxNode): string {
  let unit = node
  while (unit.parent !== null && !isListNode(unit.parent)) unit = unit.parent
  return toName(unit)
}

function toName(node: SyntaxNode): string {
  return `${node.startIndex}-${node.endIndex}`
}

/** Without a grammar, each line is an item. */
export function toLineUnits(tokens: readonly Token[]): UnitFinder {
  const rows: number[] = []
  for (const { space } of tokens) rows.push((rows.at(-1) ?? 0) + (space.includes('\n') ? 1 : 0))
  return ({ baseStart, baseEnd }) => {
    const isAddition = baseStart === baseEnd
    if (isAddition) return rows[baseStart - 1] === rows[baseStart] ? [`${rows[baseStart]}`] : []
    return [...new Set(rows.slice(baseStart, baseEnd))].map(String)
  }
}
