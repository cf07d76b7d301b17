import { findNodeAtLocation, type Node, type ParseError, parse, parseTree } from 'jsonc-parser'
import {
  type Container,
  type MemberList,
  type MemberPlace,
  toComparableText,
  tryToMembers,
} from '../members/member.ts'
import { toLines } from '../text/lines.ts'
import { decideValue } from './decide-value.ts'
import { decideInlineList } from './inline-lists.ts'
import { isAccepted, type KeyFormat } from './key-format.ts'
import { isSet } from './list-items.ts'
import { toRowFinder } from './rows.ts'

export const jsonFormat: KeyFormat = {
  read: tryReadJson,
  decide: (name, versions) => decideInlineList(versions) ?? decideValue(name, versions),
  areLinesUnique: true,
  parses: text => isAccepted(text, JSON.parse),
  toValue: parse,
}

export const commentedJsonFormat: KeyFormat = {
  ...jsonFormat,
  parses: text => tryParse(text) !== undefined,
}

const options = { disallowComments: false, allowTrailingComma: true }

/** Comments and trailing commas are allowed. */
function tryParse(text: string): Node | undefined {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, options)
  return errors.length === 0 ? root : undefined
}

/** The members of the object or list in a JSON text. Undefined if it is not JSON, or if members share a line. */
function tryReadJson(text: string): Container | undefined {
  const root = tryParse(text)
  if (root === undefined) return undefined
  const lines = toLines(text)
  return tryOpen(root, { lines, rowOf: toRowFinder(lines) }, { first: 0, end: lines.length, name: '' })
}

interface Source {
  readonly lines: readonly string[]
  readonly rowOf: (offset: number) => number
}

interface Holder {
  /** The first row of the node's content; `end` is the row after the last. */
  readonly first: number
  readonly end: number
  /** The node's key. */
  readonly name: string
}

function tryOpen(node: Node, source: Source, { first, end, name }: Holder): Container | undefined {
  if (node.type !== 'object' && node.type !== 'array') return undefined
  const range = { start: source.rowOf(node.offset) + 1, end: source.rowOf(node.offset + node.length - 1) }
  const children = node.children ?? []
  const isFree = isSet(
    name,
    children.map(child => (child.type === 'string' ? String(child.value) : '-')),
  )
  const places = children.map(child => toPlace(child, source, isFree || areFreeKeys(children)))
  const inner = range.start <= range.end ? tryToMembers(source.lines, range, places) : undefined
  if (inner === undefined) return undefined
  const list: MemberList = { isCommaSeparated: true, ...inner }
  return { head: source.lines.slice(first, range.start), list, tail: source.lines.slice(range.end, end) }
}

/** Conditions of exports in a `package.json` are tried in order. */
function areFreeKeys(properties: readonly Node[]): boolean {
  const keys = properties.map(({ type, children }) => type === 'property' && String(children?.[0]?.value))
  const areConditions = keys.every(key => key !== false && conditions.test(key))
  return !keys.includes(false) && !(areConditions && keys.some(key => key !== 'node'))
}

const conditions =
  /^(import|require|default|types|node|browser|module|module-sync|development|production|worker|workerd|deno|bun|electron|react-native|react-server|edge-light|source|style|svelte)$/

/** @param isFree Whether items or keys have no order. */
function toPlace(node: Node, source: Source, isFree: boolean): MemberPlace {
  const first = source.rowOf(node.offset)
  const last = source.rowOf(node.offset + node.length - 1)
  const [key, value] = node.type === 'property' ? (node.children ?? []) : []
  const content = node.type === 'property' ? value : node
  const name = String(key?.value ?? '')
  return {
    first,
    last,
    signature: toSignature(node),
    commutes: isFree,
    value: content?.type === 'string' ? String(content.value) : undefined,
    tryNames: () => undefined,
    open: () =>
      content === undefined ? undefined : tryOpen(content, source, { first, end: last + 1, name }),
  }
}

/** A property is identified by its name, a list item by its value, a notebook cell by its `id`. */
function toSignature(node: Node): string | undefined {
  if (node.type === 'property') return `key ${node.children?.[0]?.value}`
  const isCell = node.type === 'object' && findNodeAtLocation(node, ['cell_type']) !== undefined
  const id = isCell ? findNodeAtLocation(node, ['id']) : undefined
  if (id !== undefined) return `cell ${id.value}`
  return node.children === undefined ? `item ${toComparableText(JSON.stringify(node.value))}` : undefined
}

/** Each key of each object, with its parent keys; empty if the text is not JSON. */
export function listJsonKeys(text: string): string[] {
  const root = tryParse(text)
  const keys: string[] = []
  if (root !== undefined) collect(root, '')
  return keys

  function collect(node: Node, path: string): void {
    for (const [index, child] of (node.children ?? []).entries()) {
      const [name, value] = child.type === 'property' ? (child.children ?? []) : []
      const place = `${path}/${name === undefined ? index : String(name.value)}`
      if (name !== undefined) keys.push(place)
      collect(value ?? child, place)
    }
  }
}
