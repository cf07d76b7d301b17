import type { Node } from '@vscode/tree-sitter-wasm'
import { toComparableText } from '../members/member.ts'
import { fieldText, findTrailing, type LanguageRules, lastIdentifier } from './rules.ts'

const containers = new Set([
  'program',
  'class_body',
  'interface_body',
  'enum_body_declarations',
  'annotation_type_body',
])

const typesOf = new Set([
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
  'annotation_type_declaration',
])

function toSignature(node: Node): string | undefined {
  if (typesOf.has(node.type)) return `type ${fieldText(node, 'name')}`
  switch (node.type) {
    case 'method_declaration':
    case 'constructor_declaration':
      return `method ${fieldText(node, 'name')}(${parameterTypes(node)})`
    case 'field_declaration':
      return `field ${node
        .childrenForFieldName('declarator')
        .map(child => (child === null ? '' : fieldText(child, 'name')))
        .join(' ')}`
    case 'import_declaration':
      return `import ${toComparableText(node.text)}`
    default:
      return undefined
  }
}

/** Methods with the same name are distinguished by the types of their parameters. */
function parameterTypes(node: Node): string {
  const parameters = node.childForFieldName('parameters')?.namedChildren ?? []
  return parameters
    .map(parameter =>
      toComparableText(parameter === null ? '' : (fieldText(parameter, 'type') ?? parameter.text)),
    )
    .join(', ')
}

function findContainer(member: Node): Node | undefined {
  const body = findTrailing(
    member,
    new Set([...containers, 'block', 'constructor_body', 'array_initializer', 'enum_body']),
  )
  return body !== undefined && containers.has(body.type) ? body : undefined
}

export const javaRules: LanguageRules = {
  grammar: 'java',
  extensions: ['.java'],
  containers,
  commaSeparated: new Set(),
  comments: new Set(['line_comment', 'block_comment']),
  toSignature,
  findContainer,
  imports: {
    isImport: node => node.type === 'import_declaration',
    toImport: node => ({ source: toComparableText(node.text), specifiers: [] }),
    toNames: node => (node.text.includes('*') ? [] : lastIdentifier(node)),
    toBindings: node => (/\bstatic\b|\*/.test(node.text) ? [] : lastIdentifier(node)),
    print: () => undefined,
  },
}
