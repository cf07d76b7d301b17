import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, parse, parseAllDocuments } from 'yaml'
import { type Container, type MemberPlace, toComparableText, tryToMembers } from '../members/member.ts'
import { toLines } from '../text/lines.ts'
import { decideValue } from './decide-value.ts'
import { decideInlineList } from './inline-lists.ts'
import type { KeyFormat } from './key-format.ts'
import { isSet } from './list-items.ts'
import { toRowFinder } from './rows.ts'

export const yamlFormat: KeyFormat = {
  read: tryReadYaml,
  decide: (name, versions) => decideInlineList(versions) ?? decideValue(name, versions),
  areLinesUnique: true,
  parses: isYaml,
  toValue: parse,
}

function isYaml(text: string): boolean {
  const documents = parseAllDocuments(text)
  return !Array.isArray(documents) || documents.every(document => document.errors.length === 0)
}

/** The keys and items of a YAML text with one document. Undefined otherwise. */
function tryReadYaml(text: string): Container | undefined {
  const documents = parseAllDocuments(text, { keepSourceTokens: false })
  const document = Array.isArray(documents) && documents.length === 1 ? documents[0] : undefined
  if (document === undefined || document.errors.length > 0 || document.contents === null) return undefined
  const lines = toLines(text)
  return tryOpen(
    document.contents,
    { lines, rowOf: toRowFinder(lines) },
    { first: 0, end: lines.length, start: 0, name: '' },
  )
}

interface Source {
  readonly lines: readonly string[]
  readonly rowOf: (offset: number) => number
}

interface Range {
  /** The first row of the node, and the first that can be inside it. */
  readonly first: number
  readonly start: number
  readonly end: number
  /** The node's key. */
  readonly name: string
}

function tryOpen(node: Node, source: Source, { name, first, end }: Range): Container | undefined {
  if (!isCollection(node) || node.flow === true || node.items.length === 0) return undefined
  const places = isMap(node)
    ? node.items.map(pair => toPairPlace(pair as Pair<Node, Node | null>, source))
    : isSeq(node)
      ? toItemPlaces(node.items as Node[], source, name)
      : []
  const known = places.filter(place => place !== undefined)
  if (known.length < node.items.length) return undefined
  const start = known[0]?.first ?? first
  const members = tryToMembers(source.lines, { start, end }, known)
  if (members === undefined) return undefined
  return { head: source.lines.slice(first, start), list: { isCommaSeparated: false, ...members }, tail: [] }
}

function toPairPlace({ key, value }: Pair<Node, Node | null>, source: Source): MemberPlace | undefined {
  if (!isScalar(key) || key.range == null) return undefined
  const first = source.rowOf(key.range[0])
  const last = Math.max(first, value === null ? first : lastRow(value, source))
  const name = String(key.value)
  return {
    first,
    last,
    signature: `key ${name}`,
    commutes: true,
    value: toValue(value),
    tryNames: () => undefined,
    open: () => {
      const inner =
        value === null ? undefined : tryOpen(value, source, { first, start: first + 1, end: last + 1, name })
      return inner !== undefined && inner.head.length > 0 ? inner : undefined
    },
  }
}

function toItemPlaces(items: readonly Node[], source: Source, name: string): (MemberPlace | undefined)[] {
  const isFree = isSet(
    name,
    items.map(item => (isScalar(item) ? String(item.value) : '-')),
  )
  return items.map(item => toItemPlace(item, source, isFree))
}

/** @param isFree Whether the order of items is free; that of structured ones (the steps of a job) matters. */
function toItemPlace(item: Node, source: Source, isFree: boolean): MemberPlace | undefined {
  if (item.range == null) return undefined
  const first = source.rowOf(item.range[0])
  const last = lastRow(item, source)
  const name = isMap(item) ? toIdentity(item) : undefined
  const signature = isScalar(item) ? `item ${toComparableText(String(item.value))}` : name && `item ${name}`
  return {
    first,
    last,
    signature,
    commutes: isFree,
    value: undefined,
    tryNames: () => undefined,
    open: () => undefined,
  }
}

function toIdentity(item: { readonly items: readonly Pair[] }): string | undefined {
  const first = item.items.find(({ key }) => isScalar(key) && (key.value === 'id' || key.value === 'name'))
  return first !== undefined && isScalar(first.value) ? String(first.value.value) : undefined
}

function toValue(node: Node | null): string | undefined {
  return isScalar(node) ? (node.source ?? undefined) : undefined
}

/** The last row of a node, without trailing blank lines and comments. */
function lastRow(node: Node, source: Source): number {
  if (node.range == null) return 0
  let row = source.rowOf(Math.max(node.range[0], node.range[1] - 1))
  const first = source.rowOf(node.range[0])
  while (row > first && /^\s*(#.*)?$/.test(source.lines[row] ?? '')) row--
  return row
}
