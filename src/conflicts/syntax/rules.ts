import type { Node } from '@vscode/tree-sitter-wasm'

/** What resolvers need to know about a language. */
export interface LanguageRules {
  /** File name of the grammar. */
  readonly grammar: string
  readonly extensions: readonly string[]
  /** Nodes whose children are members: declarations, properties, cases, tests. */
  readonly containers: ReadonlySet<string>
  /** Containers whose members are separated by commas. */
  readonly commaSeparated: ReadonlySet<string>
  readonly comments: ReadonlySet<string>
  /**
   * The identity of a member among its siblings, for example `value parse` or `method static get size`. A member with a signature
   * commutes with others that have one, and must be unique. Undefined: its position matters.
   */
  readonly toSignature: (member: Node) => string | undefined
  /** The container of a member whose own members can be merged separately. */
  readonly findContainer: (member: Node) => Node | undefined
  readonly imports: ImportRules | undefined
}

/** One imported thing: its module, its name, and its local name. */
export interface ImportRules {
  /** Whether a top-level node is an import. */
  readonly isImport: (node: Node) => boolean
  /** Its imports; undefined for unsupported syntax. */
  readonly toImport: (node: Node) => ImportStatement | undefined
  /** The names that it introduces in the file, and perhaps more. */
  readonly toNames: (node: Node) => readonly string[]
  /** The names that it introduces in the file, and `export x` for re-exports; things that may be imported twice are left out. */
  readonly toBindings: (node: Node) => readonly string[]
  /** The statement with other specifiers, in the same style; undefined if impossible. */
  readonly print: (like: string, statement: ImportStatement) => string | undefined
}

export interface ImportStatement {
  /** The module, with everything except the specifiers that distinguishes statements (such as `import type`). */
  readonly source: string
  /** In text order; empty: imported for its effects, or as a whole. */
  readonly specifiers: readonly string[]
}

/** The first node of the given types, from outside in, that ends where the member ends. */
export function findTrailing(member: Node, types: ReadonlySet<string>): Node | undefined {
  const line = member.endPosition.row
  const waiting: Node[] = [member]
  for (const node of waiting) {
    if (node !== member && types.has(node.type) && node.endPosition.row === line) return node
    waiting.push(...namedChildren(node).filter(child => child.endPosition.row === line))
  }
  return undefined
}

export function namedChildren(node: Node): Node[] {
  return node.namedChildren.filter(child => child !== null)
}

export function fieldText(node: Node, field: string): string | undefined {
  return node.childForFieldName(field)?.text
}

/** The default line width of formatters. */
const maxWidth = 80

/**
 * A statement with names in braces, with other names: on one line, or one a line, as before. Undefined if there are comments between
 * them, which have no clear place.
 */
export function printBraces(like: string, names: readonly string[], space: string): string | undefined {
  const open = like.indexOf('{')
  const close = like.lastIndexOf('}')
  if (open === -1 || close === -1) return undefined
  const inner = like.slice(open + 1, close)
  if (/\/[/*]/.test(inner)) return undefined
  const line = names.join(', ')
  const isWide = like.length - inner.length + line.length > Math.max(maxWidth, like.length)
  if (isWide && !inner.includes('\n')) {
    const block = names.map(name => `  ${name},\n`).join('')
    return `${like.slice(0, open + 1)}\n${block}${like.slice(close)}`
  }
  if (!inner.includes('\n')) {
    const gap = inner === '' || /^\s/.test(inner) ? space : ''
    return `${like.slice(0, open + 1)}${gap}${line}${gap}${like.slice(close)}`
  }
  const indent = /\n([ \t]*)\S/.exec(inner)?.[1] ?? ''
  const comma = /,\s*$/.test(inner) ? ',' : ''
  const end = /\n[ \t]*$/.exec(inner)?.[0] ?? '\n'
  return `${like.slice(0, open + 1)}\n${names.map(name => indent + name).join(',\n')}${comma}${end}${like.slice(close)}`
}

/** The last name of each import: its alias, or the name itself. */
export function lastIdentifier(node: Node): string[] {
  return listIdentifiers(node).slice(-1)
}

/** All names in an import, including modules and packages. */
export function listIdentifiers(node: Node): string[] {
  return node
    .descendantsOfType(['identifier', 'type_identifier', 'shorthand_property_identifier_pattern'])
    .flatMap(name => name?.text ?? [])
}
