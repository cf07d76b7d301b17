import type { Node } from '@vscode/tree-sitter-wasm'
import { toComparableText } from '../members/member.ts'
import {
  fieldText,
  findTrailing,
  type ImportStatement,
  type LanguageRules,
  listIdentifiers,
  printBraces,
} from './rules.ts'

const containers = new Set([
  'program',
  'class_body',
  'interface_body',
  'object_type',
  'enum_body',
  'object',
  'switch_body',
])

const values = new Set([
  'function_declaration',
  'generator_function_declaration',
  'class_declaration',
  'abstract_class_declaration',
  'enum_declaration',
])
const types = new Set(['interface_declaration', 'type_alias_declaration'])
const suites = /^(describe|context|suite)\b/
const testCalls =
  /^(describe|context|suite|it|test|specify|before|after|beforeEach|afterEach|beforeAll|afterAll|bench)\b/

function toSignature(node: Node): string | undefined {
  if (values.has(node.type)) return `value ${fieldText(node, 'name')}`
  if (types.has(node.type)) return `type ${fieldText(node, 'name')}`
  switch (node.type) {
    case 'export_statement':
      return toExportSignature(node)
    case 'import_statement':
      return `import ${toComparableText(node.text)}`
    case 'lexical_declaration':
    case 'variable_declaration':
      return `value ${declaredNames(node).join(' ')}`
    case 'expression_statement':
      return toExpressionSignature(node.namedChild(0))
    case 'internal_module':
    case 'module':
      return `module ${fieldText(node, 'name')}`
    default:
      return toMemberSignature(node)
  }
}

function toExportSignature(node: Node): string | undefined {
  const declaration = node.childForFieldName('declaration')
  if (declaration !== null) return toSignature(declaration)
  if (node.childForFieldName('value') !== null) return 'default'
  return `export ${toComparableText(node.text)}`
}

function declaredNames(node: Node): string[] {
  return node.namedChildren.flatMap(child =>
    child?.type === 'variable_declarator' ? toDeclared(child.childForFieldName('name')) : [],
  )
}

/** All names of a pattern such as `{ a, b: [c] }`. */
function toDeclared(name: Node | null): string[] {
  return name === null ? [] : name.type === 'identifier' ? [name.text] : listIdentifiers(name)
}

/** `app.get = …` is identified by its target, `it('works', …)` by its title. */
function toExpressionSignature(expression: Node | null): string | undefined {
  if (expression?.type === 'assignment_expression') {
    const left = fieldText(expression, 'left')
    return left?.includes('.') ? `value ${left}` : undefined
  }
  if (expression?.type !== 'call_expression') return undefined
  const name = fieldText(expression, 'function') ?? ''
  const title = expression.childForFieldName('arguments')?.namedChild(0)
  if (!testCalls.test(name) || title === null || title === undefined) return undefined
  const kind = name.replace(/\.(only|skip|todo|failing|concurrent|fails)\b/g, '')
  return title.type === 'string' || title.type === 'template_string' ? `${kind} ${title.text}` : undefined
}

function toMemberSignature(node: Node): string | undefined {
  const name = fieldText(node, 'name') ?? fieldText(node, 'key')
  switch (node.type) {
    case 'method_definition':
      return `member ${modifiersOf(node)}${name}`
    case 'public_field_definition':
    case 'field_definition':
      return `member ${modifiersOf(node)}${name ?? fieldText(node, 'property')}`
    case 'property_signature':
      return `member ${name}`
    case 'method_signature':
    case 'function_signature':
    case 'abstract_method_signature':
      return `overload ${toComparableText(node.text)}`
    case 'pair':
      return `member ${name?.replace(/^(['"])(.*)\1$/, '$2')}`
    case 'shorthand_property_identifier':
      return `member ${node.text}`
    case 'switch_case':
      return `case ${fieldText(node, 'value')}`
    default:
      return undefined
  }
}

function modifiersOf(node: Node): string {
  const words = node.children
    .map(child => child?.type ?? '')
    .filter(type => ['static', 'get', 'set'].includes(type))
  return words.map(word => `${word} `).join('')
}

function findContainer(member: Node): Node | undefined {
  const call = member.type === 'expression_statement' ? member.namedChild(0) : null
  if (call?.type === 'call_expression' && suites.test(fieldText(call, 'function') ?? '')) {
    return findTrailing(call, new Set(['statement_block']))
  }
  const body = findTrailing(member, new Set([...containers, 'statement_block']))
  return body?.type === 'statement_block' ? undefined : body
}

/** `export { a } from 'x'` counts as an import too: it is a set of names. */
function isImport(node: Node): boolean {
  return node.type === 'import_statement' || isReexport(node) || tryRequire(node) !== undefined
}

function isReexport(node: Node): boolean {
  return node.type === 'export_statement' && node.childForFieldName('source') !== null
}

function toNames(node: Node): readonly string[] {
  return isReexport(node) ? [] : toBindings(node)
}

/** Bound names, and exported ones: each must be unique. */
function toBindings(node: Node): string[] {
  if (node.type === 'export_statement') return toExportedNames(node).map(name => `export ${name}`)
  const required = tryRequire(node)
  if (required !== undefined) return declaredNames(node)
  return node
    .descendantsOfType(['import_clause'])
    .flatMap(clause => (clause === null ? [] : clause.namedChildren))
    .flatMap(part =>
      part === null ? [] : part.type === 'named_imports' ? toAliases(part) : listIdentifiers(part),
    )
}

function toExportedNames(node: Node): string[] {
  const clause = node.namedChildren.find(child => child?.type === 'export_clause')
  return clause == null ? [] : toAliases(clause)
}

function toAliases(list: Node): string[] {
  return list.namedChildren.flatMap(part =>
    part === null ? [] : (fieldText(part, 'alias') ?? fieldText(part, 'name') ?? []),
  )
}

/** `const { a, b } = require('x')` */
function tryRequire(node: Node): Node | undefined {
  if (node.type !== 'lexical_declaration' && node.type !== 'variable_declaration') return undefined
  const declarators = node.namedChildren.filter(child => child?.type === 'variable_declarator')
  const [declarator] = declarators
  if (declarators.length !== 1 || declarator == null) return undefined
  const value = declarator.childForFieldName('value')
  return value?.type === 'call_expression' && fieldText(value, 'function') === 'require'
    ? declarator
    : undefined
}

function toImport(node: Node): ImportStatement | undefined {
  const declarator = tryRequire(node)
  if (declarator !== undefined) {
    const name = declarator.childForFieldName('name')
    const source = `${fieldText(declarator, 'value')} ${name?.type === 'object_pattern' ? '{}' : name?.text}`
    return { source, specifiers: name?.type === 'object_pattern' ? namesIn(name) : [] }
  }
  const named = node.descendantsOfType(['named_imports', 'export_clause'])[0]
  const source = toComparableText(named == null ? node.text : node.text.replace(named.text, '{}'))
  return { source, specifiers: named == null ? [] : namesIn(named) }
}

function namesIn(list: Node): string[] {
  return list.namedChildren.flatMap(child =>
    child === null || child.type === 'comment' ? [] : [toComparableText(child.text)],
  )
}

const rules = {
  containers,
  commaSeparated: new Set(['object', 'enum_body']),
  comments: new Set(['comment', 'html_comment']),
  toSignature,
  findContainer,
  imports: {
    isImport,
    toImport,
    toNames,
    toBindings,
    print: (like: string, { specifiers }: ImportStatement) => printBraces(like, specifiers, ' '),
  },
}

export const javascriptRules: LanguageRules = {
  ...rules,
  grammar: 'javascript',
  extensions: ['.js', '.mjs', '.cjs', '.jsx'],
}
export const typescriptRules: LanguageRules = {
  ...rules,
  grammar: 'typescript',
  extensions: ['.ts', '.mts', '.cts'],
}
export const tsxRules: LanguageRules = { ...rules, grammar: 'tsx', extensions: ['.tsx'] }
