import type { Node } from '@vscode/tree-sitter-wasm'
import { toComparableText } from '../members/member.ts'
import {
  fieldText,
  findTrailing,
  type ImportStatement,
  type LanguageRules,
  namedChildren,
  printBraces,
} from './rules.ts'

const containers = new Set(['source_file', 'declaration_list', 'field_declaration_list', 'enum_variant_list'])

const named = new Set([
  'function_item',
  'struct_item',
  'enum_item',
  'union_item',
  'trait_item',
  'type_item',
  'const_item',
  'static_item',
  'mod_item',
  'function_signature_item',
  'associated_type',
])

function toSignature(node: Node): string | undefined {
  if (named.has(node.type))
    return `${node.type === 'mod_item' ? 'module' : 'value'} ${fieldText(node, 'name')}`
  switch (node.type) {
    case 'impl_item':
      return `impl ${toComparableText(node.text.slice(0, node.text.indexOf('{')))}`
    case 'use_declaration':
      return `import ${toComparableText(node.text)}`
    case 'macro_definition':
      return `macro ${fieldText(node, 'name')}`
    case 'field_declaration':
    case 'enum_variant':
      return `member ${fieldText(node, 'name')}`
    default:
      return undefined
  }
}

function findContainer(member: Node): Node | undefined {
  const body = findTrailing(member, new Set([...containers, 'block']))
  return body?.type === 'block' ? undefined : body
}

function toImport(node: Node): ImportStatement | undefined {
  const argument = node.childForFieldName('argument')
  const list = argument?.type === 'scoped_use_list' ? argument.childForFieldName('list') : null
  if (list === null || list === undefined) return { source: toComparableText(node.text), specifiers: [] }
  if (node.text.includes('//') || node.text.includes('/*')) return undefined
  const names = list.namedChildren.map(child => toComparableText(child?.text ?? ''))
  return { source: toComparableText(node.text.replace(list.text, '{}')), specifiers: names }
}

/** Globs introduce unknown names. */
function toBindings(node: Node): string[] {
  switch (node.type) {
    case 'use_declaration':
    case 'scoped_use_list':
    case 'use_list':
      return namedChildren(node)
        .filter(child => node.type !== 'scoped_use_list' || child.type === 'use_list')
        .flatMap(toBindings)
    case 'use_as_clause':
      return (fieldText(node, 'alias') ?? '_') === '_' ? [] : [fieldText(node, 'alias') ?? '']
    case 'identifier':
      return [node.text]
    case 'scoped_identifier':
      return [fieldText(node, 'name') ?? '']
    default:
      return []
  }
}

export const rustRules: LanguageRules = {
  grammar: 'rust',
  extensions: ['.rs'],
  containers,
  commaSeparated: new Set(['field_declaration_list', 'enum_variant_list']),
  comments: new Set(['line_comment', 'block_comment']),
  toSignature,
  findContainer,
  imports: {
    isImport: node => node.type === 'use_declaration',
    toImport,
    toNames: toBindings,
    toBindings,
    print: (like, { specifiers }) => printBraces(like, specifiers, ''),
  },
}
