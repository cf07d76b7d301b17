import type { Node } from '@vscode/tree-sitter-wasm'

/** What a resolver must know of a language. */
export interface LanguageRules {
  /** Name of the grammar's file. */
  readonly grammar: string
  readonly extensions: readonly string[]
  /** Nodes whose children are members: declarations, properties, cases, tests. */
  readonly containers: ReadonlySet<string>
  /** Containers whose members are separated by commas. */
  readonly commaSeparated: ReadonlySet<string>
  readonly comments: ReadonlySet<string>
  /**
   * What a member is known by among its siblings, for example `value parse` or `method static get size`. A member with a
   * signature commutes with others that have one, and must be there only once. Undefined: its place matters.
   */
  readonly toSignature: (member: Node) => string | undefined
  /** The container that belongs to a member, if it is one whose members can be merged by themselves. */
  readonly findContainer: (member: Node) => Node | undefined
  readonly imports: ImportRules | undefined
}

/** One imported thing: where from, what, and how it is called here. */
export interface ImportRules {
  /** Whether a node of the top level imports something. */
  readonly isImport: (node: Node) => boolean
  /** What it imports; undefined when it is written in a way that is not understood. */
  readonly toImport: (node: Node) => ImportStatement | undefined
  /** The names that it makes known in the file, and perhaps some more. */
  readonly toNames: (node: Node) => readonly string[]
  /** The names that it introduces in the file, and `export x` for what it only passes on; what may be imported twice is left out. */
  readonly toBindings: (node: Node) => readonly string[]
  /** The statement with other specifiers, in the same style; undefined where that cannot be written. */
  readonly print: (like: string, statement: ImportStatement) => string | undefined
}

export interface ImportStatement {
  /** The module, with everything but the specifiers that tells statements apart (such as `import type`). */
  readonly source: string
  /** In the order of the text; empty: only for its effects, or as a whole. */
  readonly specifiers: readonly string[]
}

/** The first node of the given types, from outside in, that ends where its member ends. */
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

/** What formatters let a line have by default. */
const maxWidth = 80

/**
 * A statement whose names stand between braces, with other names: on one line, or one a line, as they were. Undefined when
 * there are comments between them, which could not be placed.
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

/** All names in an import, with those of modules and packages: none of them is used by chance. */
export function listIdentifiers(node: Node): string[] {
  return node
    .descendantsOfType(['identifier', 'type_identifier', 'shorthand_property_identifier_pattern'])
    .flatMap(name => name?.text ?? [])
}
