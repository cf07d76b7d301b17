import type { Node } from '@vscode/tree-sitter-wasm'
import { toComparableText } from '../members/member.ts'
import { fieldText, findTrailing, type ImportRules, type LanguageRules, namedChildren } from './rules.ts'

/** A language as data, from which its rules are built. */
export interface LanguageTable {
  readonly grammar: string
  readonly extensions: readonly string[]
  /** Nodes whose children are members. */
  readonly containers: readonly string[]
  /** Nodes that may end a member and have no members: function bodies. */
  readonly bodies: readonly string[]
  readonly commaSeparated?: readonly string[]
  readonly comments: readonly string[]
  /** The kinds of members, by node type: `value`, `type`, `member`, or `method`, which are distinguished by their parameters. */
  readonly members: Readonly<Record<string, readonly [kind: string, findName: NameFinder]>>
  /** Types of the nodes with a method's parameters. */
  readonly parameters?: readonly string[]
  /** Finds the container of a member whose body does not end with it. */
  readonly findBody?: (member: Node) => Node | undefined
  readonly imports?: ImportTable
}

/** The name of a member; undefined if it has none, so that its position matters. */
export type NameFinder = (member: Node) => string | undefined

export interface ImportTable {
  readonly isImport: (node: Node) => boolean
  /** For a node that holds all imports: the types of its entries. */
  readonly entries?: string
  /** The name that an import declares, if known. */
  readonly findName?: NameFinder
}

export function toRules(table: LanguageTable): LanguageRules {
  const { grammar, extensions } = table
  const containers = new Set(table.containers)
  const ends = new Set([...table.containers, ...table.bodies])
  return {
    grammar,
    extensions,
    containers,
    commaSeparated: new Set(table.commaSeparated),
    comments: new Set(table.comments),
    toSignature: member => toSignature(table, member),
    findContainer: member => {
      const body = table.findBody?.(member) ?? findTrailing(member, ends)
      return body !== undefined && containers.has(body.type) ? body : undefined
    },
    imports: table.imports && toImportRules(table.imports),
  }
}

function toSignature({ members, parameters, imports }: LanguageTable, member: Node): string | undefined {
  if (imports?.isImport(member)) return `import ${toComparableText(member.text)}`
  const [kind, findName] = members[member.type] ?? []
  const name = findName?.(member)
  if (kind === undefined || name === undefined || name === '') return undefined
  if (kind !== 'method') return `${kind} ${toComparableText(name)}`
  const body = member.childForFieldName('body') ?? firstChild(member, ['function_body'])
  const lists = member
    .descendantsOfType([...(parameters ?? [])])
    .filter(list => list !== null && list.startIndex < (body?.startIndex ?? Number.POSITIVE_INFINITY))
  return `method ${toComparableText(name)}(${lists.map(list => (list === null ? '' : toTypes(list))).join(', ')})`
}

function toImportRules({ isImport, entries, findName }: ImportTable): ImportRules {
  const list = (node: Node) =>
    entries === undefined ? [node] : namedChildren(node).filter(({ type }) => type === entries)
  const toNames = (node: Node) => list(node).flatMap(entry => findName?.(entry) ?? [])
  return {
    isImport,
    toImport: node =>
      entries === undefined
        ? { source: toComparableText(node.text), specifiers: [] }
        : { source: 'imports', specifiers: list(node).map(({ text }) => toComparableText(text)) },
    toNames,
    toBindings: toNames,
    print: (like, { specifiers }) =>
      entries === undefined || /\/[/*]/.test(like) ? undefined : `${specifiers.join('\n')}\n`,
  }
}

/** Whether a node has one of these types. */
export const isOf =
  (...types: readonly string[]) =>
  (node: Node) =>
    types.includes(node.type)

/** The text of a field. */
export const field =
  (name: string): NameFinder =>
  member =>
    fieldText(member, name)

/** The text of the first child of one of these types. */
export const child =
  (...types: readonly string[]): NameFinder =>
  member =>
    firstChild(member, types)?.text

/** The names of all that a member declares. */
export const names =
  (type: string, name: string): NameFinder =>
  member =>
    member
      .descendantsOfType(type)
      .flatMap(node => (node === null ? [] : (fieldText(node, name) ?? [])))
      .join(' ')

/** Everything before the body. */
export const head: NameFinder = member => {
  const body = member.childForFieldName('body') ?? member.namedChild(member.namedChildCount - 1)
  return body === null ? member.text : member.text.slice(0, body.startIndex - member.startIndex)
}

/** The name that a declaration of C declares, inside pointers, arrays and parameters. */
export const declared: NameFinder = member => {
  let node: Node | null = member.childForFieldName('declarator')
  while (node?.childForFieldName('declarator') != null) node = node.childForFieldName('declarator')
  return node?.text
}

/** Of a function of C++, its name and the types of its parameters, without its result; otherwise the declared name. */
export const prototype: NameFinder = member => {
  const declarator = member.childForFieldName('declarator')
  const list = declarator?.type === 'function_declarator' ? declarator.childForFieldName('parameters') : null
  if (declarator === null || list === null) return declared(member)
  return `${declared(member)}(${toTypes(list)})${declarator.text.slice(list.endIndex - declarator.startIndex)}`
}

/** Parameters without their names and default values, which do not distinguish two functions. */
function toTypes(list: Node): string {
  if (list.type !== 'parameter_list') return toComparableText(list.text)
  return namedChildren(list).map(toType).join(', ')
}

function toType(parameter: Node): string {
  let name = parameter.childForFieldName('name') ?? parameter.childForFieldName('declarator')
  while (name !== null && name.namedChildCount > 0)
    name = name.childForFieldName('declarator') ?? name.namedChild(0)
  const { text, startIndex } = parameter
  if (name === null || !/identifier/.test(name.type)) return withoutDefault(text)
  return withoutDefault(text.slice(0, name.startIndex - startIndex) + text.slice(name.endIndex - startIndex))
}

function withoutDefault(type: string): string {
  return toComparableText(type.replace(/\s*=.*/s, ''))
}

function firstChild(node: Node, types: readonly string[]): Node | undefined {
  return namedChildren(node).find(({ type }) => types.includes(type))
}
