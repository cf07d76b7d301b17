import { tryBranches } from '../items/branches.ts'
import { areFreeLinks } from '../items/chain-links.ts'
import { areSeparateClasses, isClassList } from '../items/class-words.ts'
import { areOtherValues } from '../items/equalities.ts'
import type { SyntaxNode, SyntaxTree } from '../syntax/parsers.ts'
import { type AddedItems, findHolder, tryFindItems, tryOpenClause } from './added-items.ts'
import { type ItemKind, isChain, isProse, tryKind } from './item-kinds.ts'
import { mayStandTogether } from './item-rules.ts'
import type { TokenChunk } from './merge-tokens.ts'
import { tryKeepLines } from './prose-lines.ts'
import type { Token } from './tokens.ts'

export interface Trees {
  readonly ours: SyntaxTree
  readonly theirs: SyntaxTree
}

/** Keeps both sides' additions of whole items at one place if no rule of their list forbids it; ours first, or sorted. */
export function tryKeepBoth({ base, ours, theirs }: TokenChunk, trees: Trees): readonly Token[] | undefined {
  if (base.length > 0 || ours.length === 0 || theirs.length === 0) return undefined
  const holders = [findHolder(trees.ours, ours), findHolder(trees.theirs, theirs)]
  if (holders.every(holder => holder !== undefined && isClassList(holder)))
    return tryJoinClasses(ours, theirs, trees)
  if (holders.every(holder => holder !== undefined && isProse(holder))) return tryKeepLines(ours, theirs)
  if (holders.every(holder => holder !== undefined && isChain(holder)))
    return tryLengthenChain(ours, theirs, trees)
  const [mine, other] = [tryBranches(trees.ours, ours), tryBranches(trees.theirs, theirs)]
  if (mine !== undefined && other !== undefined && ours[0]?.text === theirs[0]?.text)
    return areOtherValues(mine, other) ? [...ours, ...theirs] : undefined
  const left = tryFindItems(trees.ours, ours)
  const right = tryFindItems(trees.theirs, theirs)
  if (left === undefined || right === undefined || left.container.type !== right.container.type)
    return undefined
  const clause = tryJoinClauses(left, right, [ours, theirs])
  if (clause !== undefined) return clause
  const kind = tryKind(left)
  if (kind === undefined || kind !== tryKind(right) || !mayStandTogether(kind, left, right)) return undefined
  return tryJoin(kind, { left, right, ours, theirs })
}

/** Whole words behind others. */
function tryJoinClasses(
  ours: readonly Token[],
  theirs: readonly Token[],
  trees: Trees,
): readonly Token[] | undefined {
  const toText = (tokens: readonly Token[]) => tokens.map(({ space, text }) => space + text).join('')
  const isWhole = (tokens: readonly Token[], { text }: SyntaxTree) => {
    const last = tokens.at(-1)
    const next = last && text[last.offset + last.text.length]
    return tokens[0]?.space !== '' && next !== undefined && /[\s"']/.test(next)
  }
  const areWhole = isWhole(ours, trees.ours) && isWhole(theirs, trees.theirs)
  return areWhole && areSeparateClasses(toText(ours), toText(theirs)) ? [...ours, ...theirs] : undefined
}

/** The lists of two new clauses, such as `: IA` and `: IB`, in one. */
function tryJoinClauses(
  left: AddedItems,
  right: AddedItems,
  [ours, theirs]: readonly [readonly Token[], readonly Token[]],
): readonly Token[] | undefined {
  const [mine, other] = [tryOpenClause(left), tryOpenClause(right)]
  if (mine === undefined || other === undefined || mine.container.type !== other.container.type)
    return undefined
  if (ours[0]?.text !== theirs[0]?.text || !mayStandTogether('set', mine, other)) return undefined
  return [...ours, { text: ',', space: '', offset: -1 }, ...withSpace(theirs.slice(1))]
}

/** The same without the list's rules: one of several answers that only tests can select. */
export function tryJoinItems(
  { base, ours, theirs }: TokenChunk,
  trees: Trees | undefined,
  isTheirsFirst: boolean,
): readonly Token[] | undefined {
  if (base.length > 0 || ours.length === 0 || theirs.length === 0) return undefined
  const [left, right] = [trees && tryFindItems(trees.ours, ours), trees && tryFindItems(trees.theirs, theirs)]
  const kind = left && tryKind(left)
  const [first, second] = isTheirsFirst ? [theirs, ours] : [ours, theirs]
  if (left === undefined || right === undefined || kind === undefined) return [...first, ...second]
  return joinWithComma(kind, left.container, [first, second])
}

/** Links that both sides added to a chain of calls. */
function tryLengthenChain(
  ours: readonly Token[],
  theirs: readonly Token[],
  trees: Trees,
): readonly Token[] | undefined {
  if (trees.ours.rules.grammar === 'swift') return undefined
  const holder = findHolder(trees.ours, ours)
  const [first, last] = [ours[0], ours.at(-1)]
  if (holder === undefined || first === undefined || last === undefined) return undefined
  const at = first.offset - holder.startIndex
  const chain =
    holder.text.slice(0, at) + holder.text.slice(at + last.offset + last.text.length - first.offset)
  const toTexts = (tokens: readonly Token[]) => tokens.map(({ text }) => text)
  return areFreeLinks(toTexts(ours), toTexts(theirs), chain) ? [...ours, ...theirs] : undefined
}

interface Joined {
  readonly left: AddedItems
  readonly right: AddedItems
  readonly ours: readonly Token[]
  readonly theirs: readonly Token[]
}

function tryJoin(kind: ItemKind, added: Joined): readonly Token[] | undefined {
  const { left, right, ours, theirs } = added
  const isSorted = (kind === 'set' || kind === 'sequence') && areSorted(left) && areSorted(right)
  if (!isSorted) return joinWithComma(kind, left.container, [ours, theirs])
  const comesFirst = (right.items[0]?.text ?? '') < (left.items[0]?.text ?? '')
  return (
    tryInterleave(added) ?? joinWithComma(kind, left.container, comesFirst ? [theirs, ours] : [ours, theirs])
  )
}

function joinWithComma(
  kind: ItemKind,
  container: SyntaxNode,
  [first, second]: readonly [readonly Token[], readonly Token[]],
): readonly Token[] | undefined {
  const [before, after] = [toSeparators(kind, first), toSeparators(kind, second)]
  if (before.leads !== after.leads || before.trails !== after.trails) return undefined
  if (kind === 'statements' && mayRunOn(first, second)) return undefined
  const isSeparated = before.leads || before.trails || !isCommaList(kind, container)
  if (isSeparated)
    return [...first, ...(after.trails && first.at(-1)?.text === ',' ? withSpace(second) : second)]
  return [...first, { text: ',', space: '', offset: -1 }, ...withSpace(second)]
}

function withSpace([first, ...others]: readonly Token[]): Token[] {
  return first === undefined ? [] : [{ ...first, space: first.space === '' ? ' ' : first.space }, ...others]
}

/** Without a semicolon between them, JavaScript reads the second as a part of the first. */
function mayRunOn(first: readonly Token[], [next]: readonly Token[]): boolean {
  return !/^[;}]$/.test(first.at(-1)?.text ?? '') && /^[([`*/+-]$/.test(next?.text ?? '')
}

/** A semicolon ends a statement, whether or not the next one has one. */
function toSeparators(
  kind: ItemKind,
  tokens: readonly Token[],
): { readonly leads: boolean; readonly trails: boolean } {
  const signs = kind === 'statements' || kind === 'cases' ? /^[,|&+]$/ : /^[,|&;+]$/
  const isSeparator = (token: Token | undefined) => token !== undefined && signs.test(token.text)
  return { leads: isSeparator(tokens[0]), trails: isSeparator(tokens.at(-1)) }
}

function isCommaList(kind: ItemKind, container: SyntaxNode): boolean {
  if (kind === 'annotations')
    return /^(attribute_list\[|attribute_group#)/.test(container.type + container.text)
  if (!/^(set|sequence|arguments|definitions)$/.test(kind)) return false
  if (container.type === 'array' && container.text.startsWith('(')) return false
  return !/^(const_declaration|var_spec_list|type_declaration|string_array|symbol_array|interface_body|object_type|field_declaration_list|import_spec_list|class_body|start_tag|self_closing_tag|jsx_opening_element|jsx_self_closing_element)$/.test(
    container.type,
  )
}

/** Whether a side's items and their neighbours are sorted, so that others must be, too. */
function areSorted({ before, items, behind }: AddedItems): boolean {
  const texts = [before, ...items, behind].filter(item => item !== undefined).map(({ text }) => text)
  return texts.length > 2 && texts.every((text, index) => index === 0 || (texts[index - 1] as string) < text)
}

/** All items in order; undefined unless each has its own separator after it. */
function tryInterleave({ left, right, ours, theirs }: Joined): readonly Token[] | undefined {
  const pieces = [...toPieces(left.items, ours), ...toPieces(right.items, theirs)]
  const isSeparated = pieces.every(({ tokens }) => /^[,;|]$/.test(tokens.at(-1)?.text ?? ''))
  const count = pieces.reduce((sum, { tokens }) => sum + tokens.length, 0)
  if (!isSeparated || count < ours.length + theirs.length) return undefined
  return pieces.toSorted((a, b) => (a.text < b.text ? -1 : 1)).flatMap(({ tokens }) => tokens)
}

/** The words of each item, up to the next one. */
function toPieces(items: readonly SyntaxNode[], tokens: readonly Token[]) {
  return items.map(({ text, startIndex }, index) => {
    const end = items[index + 1]?.startIndex ?? Number.POSITIVE_INFINITY
    return { text, tokens: tokens.filter(({ offset }) => offset >= startIndex && offset < end) }
  })
}
