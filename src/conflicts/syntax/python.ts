import type { Node } from '@vscode/tree-sitter-wasm'
import { toComparableText } from '../members/member.ts'
import { fieldText, findTrailing, type ImportStatement, type LanguageRules } from './rules.ts'

const containers = new Set(['module', 'block', 'dictionary'])

function toSignature(node: Node): string | undefined {
  switch (node.type) {
    case 'function_definition':
    case 'class_definition':
      return `value ${fieldText(node, 'name')}`
    case 'decorated_definition':
      return toDecoratedSignature(node)
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      return `import ${toComparableText(node.text)}`
    case 'expression_statement':
      return toAssignmentSignature(node.namedChild(0))
    case 'pair':
      return `member ${fieldText(node, 'key')?.replace(/^(['"])(.*)\1$/, '$2')}`
    default:
      return undefined
  }
}

/** A property and its setter have one name and different decorators. */
function toDecoratedSignature(node: Node): string {
  const definition = node.childForFieldName('definition')
  const accessors = node.namedChildren
    .filter(child => child?.type === 'decorator')
    .map(child => toComparableText(child?.text ?? ''))
    .filter(text => /^@(\w+\.(setter|deleter|getter)|(typing\.)?overload)$/.test(text))
  const name = definition === null ? '' : fieldText(definition, 'name')
  const isOverload = accessors.some(text => text.endsWith('overload'))
  return ['value', name, ...accessors, ...(isOverload ? [toComparableText(node.text)] : [])].join(' ')
}

function toAssignmentSignature(expression: Node | null): string | undefined {
  if (expression?.type !== 'assignment') return undefined
  const left = expression.childForFieldName('left')
  return left?.type === 'identifier' ? `value ${left.text}` : undefined
}

/** Only class bodies and dictionaries: the order of statements in a function matters. */
function findContainer(member: Node): Node | undefined {
  const definition = member.type === 'decorated_definition' ? member.childForFieldName('definition') : member
  if (definition?.type === 'class_definition') return definition.childForFieldName('body') ?? undefined
  return member.type === 'expression_statement' ? findTrailing(member, new Set(['dictionary'])) : undefined
}

function isImport(node: Node): boolean {
  return ['import_statement', 'import_from_statement', 'future_import_statement'].includes(node.type)
}

function toImport(node: Node): ImportStatement | undefined {
  if (node.namedChildren.some(child => child?.type === 'comment')) return undefined
  if (node.type === 'import_statement') return { source: toComparableText(node.text), specifiers: [] }
  const module =
    node.type === 'future_import_statement' ? '__future__' : (fieldText(node, 'module_name') ?? '')
  const names = node.childrenForFieldName('name').map(name => toComparableText(name?.text ?? ''))
  return { source: names.length === 0 ? toComparableText(node.text) : `from ${module}`, specifiers: names }
}

/** The name itself, its alias, or the first part of `a.b`. */
function toNames(node: Node): string[] {
  return node
    .childrenForFieldName('name')
    .flatMap(name => (name === null ? [] : (fieldText(name, 'alias') ?? name.text.split('.')[0] ?? [])))
}

/** `import a.b` only introduces `a`, and is compatible with `import a.c`. */
function toBindings(node: Node): string[] {
  return node
    .childrenForFieldName('name')
    .flatMap(name => (name === null ? [] : (fieldText(name, 'alias') ?? name.text)))
    .filter(name => !name.includes('.'))
}

function print(like: string, { specifiers }: ImportStatement): string | undefined {
  const [head, tail] = like.split(/\bimport\b/)
  if (head === undefined || tail === undefined || tail.includes('#')) return undefined
  if (!tail.includes('(')) return `${head}import ${specifiers.join(', ')}`
  if (!tail.includes('\n')) return `${head}import (${specifiers.join(', ')})`
  const indent = /\n([ \t]*)\S/.exec(tail)?.[1] ?? '    '
  const comma = /,\s*\)\s*$/.test(tail) ? ',' : ''
  return `${head}import (\n${specifiers.map(name => indent + name).join(',\n')}${comma}\n)`
}

export const pythonRules: LanguageRules = {
  grammar: 'python',
  extensions: ['.py', '.pyi'],
  containers,
  commaSeparated: new Set(['dictionary']),
  comments: new Set(['comment']),
  toSignature,
  findContainer,
  imports: { isImport, toImport, toNames, toBindings, print },
}
