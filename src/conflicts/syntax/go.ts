import type { Node } from '@vscode/tree-sitter-wasm'
import { toComparableText } from '../members/member.ts'
import { fieldText, findTrailing, type LanguageRules } from './rules.ts'

const containers = new Set(['source_file', 'field_declaration_list', 'interface_type', 'literal_value'])

function toSignature(node: Node): string | undefined {
  switch (node.type) {
    case 'function_declaration':
      return fieldText(node, 'name') === 'init' ? undefined : `value ${fieldText(node, 'name')}`
    case 'method_declaration':
      return `method ${toReceiver(node)}.${fieldText(node, 'name')}`
    case 'type_declaration':
    case 'const_declaration':
    case 'var_declaration':
      return toDeclarationSignature(node)
    case 'import_declaration':
      return `import ${toComparableText(node.text)}`
    case 'field_declaration':
      return `member ${namesOf(node).join(' ') || fieldText(node, 'type')}`
    case 'method_elem':
      return `member ${fieldText(node, 'name')}`
    case 'keyed_element':
      return `member ${fieldText(node, 'key')}`
    default:
      return undefined
  }
}

/** The type of a method, independent of the receiver's name. */
function toReceiver(node: Node): string {
  const receiver = node.childForFieldName('receiver')?.namedChild(0)
  return toComparableText(
    receiver === null || receiver === undefined ? '' : (fieldText(receiver, 'type') ?? ''),
  ).replace(/^\*/, '')
}

/** Names that a declaration introduces; the blank name does not count. */
function toDeclarationSignature(node: Node): string | undefined {
  const lists = node.namedChildren.flatMap(child =>
    child?.type.endsWith('_spec_list') ? child.namedChildren : [child],
  )
  const names = lists.flatMap(spec => (spec === null || spec === undefined ? [] : namesOf(spec)))
  return names.length === 0 || names.includes('_') ? undefined : `value ${names.join(' ')}`
}

function namesOf(node: Node): string[] {
  return node
    .childrenForFieldName('name')
    .flatMap(name => (name === null || name.text === ',' ? [] : [name.text]))
}

function findContainer(member: Node): Node | undefined {
  const body = findTrailing(member, new Set([...containers, 'block']))
  return body?.type === 'block' ? undefined : body
}

export const goRules: LanguageRules = {
  grammar: 'go',
  extensions: ['.go'],
  containers,
  commaSeparated: new Set(['literal_value']),
  comments: new Set(['comment']),
  toSignature,
  findContainer,
  imports: {
    isImport: node => node.type === 'import_declaration',
    toImport: node => {
      const specs = node.namedChildren.flatMap(child =>
        child?.type === 'import_spec_list' ? child.namedChildren : [child],
      )
      if (specs.some(spec => spec?.type !== 'import_spec')) return undefined
      const isList = node.namedChildren.some(child => child?.type === 'import_spec_list')
      const names = specs.map(spec => toComparableText(spec?.text ?? ''))
      return isList
        ? { source: 'import ()', specifiers: names }
        : { source: toComparableText(node.text), specifiers: [] }
    },
    toNames: node =>
      node.descendantsOfType('import_spec').flatMap(spec => (spec === null ? [] : toPackageName(spec))),
    toBindings: node =>
      node
        .descendantsOfType('import_spec')
        .flatMap(spec => (spec === null ? [] : toPackageName(spec)))
        .filter(name => name !== '_' && name !== '.'),
    print: printImports,
  },
}

/** Keeps the groups between blank lines: a new path joins the most similar group. */
function printImports(
  like: string,
  { specifiers }: { readonly specifiers: readonly string[] },
): string | undefined {
  if (!like.includes('\n') || /\/[/*]/.test(like.replace(/"[^"]*"/g, ''))) return undefined
  const wanted = new Set(specifiers)
  const lines = like.split('\n')
  const groups: string[][] = [[]]
  for (const line of lines.slice(1, -1)) {
    if (line.trim() === '') groups.push([])
    else if (wanted.delete(toComparableText(line))) groups.at(-1)?.push(toComparableText(line))
  }
  for (const name of wanted) nearestGroup(groups, name).push(name)
  const indent = /^[ \t]*/.exec(lines[1] ?? '\t')?.[0] ?? '\t'
  const blocks = groups
    .filter(group => group.length > 0)
    .map(group =>
      group
        .toSorted(byPath)
        .map(name => indent + name)
        .join('\n'),
    )
  return [lines[0], blocks.join('\n\n'), lines.at(-1)].join('\n')
}

function nearestGroup(groups: string[][], name: string): string[] {
  const host = (text: string) => toPath(text).split('/')[0] ?? ''
  const isStandard = (text: string) => !host(text).includes('.')
  const same = groups.find(group => group.some(other => host(other) === host(name)))
  const alike = groups.find(group => group.some(other => isStandard(other) === isStandard(name)))
  const group = same ?? alike ?? groups.at(-1)
  return group as string[]
}

function toPath(spec: string): string {
  return /"([^"]*)"/.exec(spec)?.[1] ?? spec
}

function byPath(a: string, b: string): number {
  return toPath(a) < toPath(b) ? -1 : 1
}

/** The alias, or the last part of the path that is not a major version. */
function toPackageName(spec: Node): string[] {
  const alias = fieldText(spec, 'name')
  if (alias !== undefined) return [alias]
  const parts = toPath(spec.text)
    .split('/')
    .filter(part => !/^v\d+$/.test(part))
  return [(parts.at(-1) ?? '').replace(/^go-|[.-]go$|\.v\d+$/g, '')]
}
