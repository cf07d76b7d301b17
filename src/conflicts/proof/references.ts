import type { SyntaxNode } from '../syntax/parsers.ts'

const nameTypes = [
  'identifier',
  'type_identifier',
  'shorthand_property_identifier',
  'shorthand_property_identifier_pattern',
  'package_identifier',
  ...['name', 'simple_identifier', 'constant'],
]

/** All places where a name is a reference, and not a property or an argument name. */
export function listReferences(node: SyntaxNode): SyntaxNode[] {
  return node
    .descendantsOfType(nameTypes)
    .filter(name => name !== null && !isMemberName(name)) as SyntaxNode[]
}

/** Fields of nodes whose name is looked up in an object, not in the scope. */
const memberFields: Readonly<Record<string, string>> = {
  attribute: 'attribute',
  keyword_argument: 'name',
  field_access: 'field',
  member_expression: 'property',
  scoped_identifier: 'name',
  scoped_type_identifier: 'name',
  member_access_expression: 'name',
  member_call_expression: 'name',
  scoped_call_expression: 'name',
  class_constant_access_expression: 'name',
}

function isMemberName(node: SyntaxNode): boolean {
  const { parent } = node
  if (parent === null) return false
  if (parent.type === 'method_invocation')
    return parent.childForFieldName('object') !== null && isField(parent, 'name', node)
  if (parent.type === 'call' && parent.childForFieldName('receiver') !== null)
    return isField(parent, 'method', node)
  if (/^(navigation_suffix|value_argument|variable_name|named_argument)$/.test(parent.type))
    return (
      node.id === parent.namedChild(0)?.id && (parent.namedChildCount > 1 || parent.type !== 'value_argument')
    )
  const field = memberFields[parent.type]
  return field !== undefined && isField(parent, field, node)
}

function isField(parent: SyntaxNode, field: string, node: SyntaxNode): boolean {
  return parent.childForFieldName(field)?.id === node.id
}

/** Names of methods, fields and properties that are declared somewhere. */
export function listMemberNames(root: SyntaxNode): string[] {
  return root.descendantsOfType(memberTypes).flatMap(node => node?.childForFieldName('name')?.text ?? [])
}

const memberTypes = [
  'method_definition',
  'public_field_definition',
  'field_definition',
  'property_signature',
  'method_signature',
  'function_definition',
  'method_declaration',
  'function_item',
  'field_declaration',
]

/** Every name of a property, at every use. */
export function listPropertyNames(root: SyntaxNode): string[] {
  const properties = root.descendantsOfType(['property_identifier', 'field_identifier'])
  const attributes = root.descendantsOfType('identifier').filter(node => node !== null && isMemberName(node))
  return [...properties, ...attributes].flatMap(node => node?.text ?? [])
}

/** References without a declaration in a surrounding function. */
export function listFreeReferences(node: SyntaxNode): string[] {
  const references = listReferences(node)
  const scopes = new Map<string, SyntaxNode[]>()
  for (const reference of references) {
    const scope = isBinding(reference) ? findFunction(reference) : undefined
    if (scope !== undefined) scopes.set(reference.text, [...(scopes.get(reference.text) ?? []), scope])
  }
  const isInside = (inner: SyntaxNode, outer: SyntaxNode) =>
    inner.startIndex >= outer.startIndex && inner.endIndex <= outer.endIndex
  return references
    .filter(reference => !scopes.get(reference.text)?.some(scope => isInside(reference, scope)))
    .map(({ text }) => text)
}

const bindingFields: readonly (readonly [RegExp, string])[] = [
  [/^(variable_declarator|const_spec|var_spec)$/, 'name'],
  [/^(let_declaration|for_expression|let_condition)$/, 'pattern'],
  [
    /^(assignment|named_expression|short_var_declaration|range_clause|for_statement|for_in_statement|for_in_clause)$/,
    'left',
  ],
  [/^(function_declaration|function_definition|class_declaration|class_definition|function_item)$/, 'name'],
  [/^(aliased_import|as_pattern|use_as_clause)$/, 'alias'],
]
const bindingParents =
  /parameter|pattern|_clause|import_statement|import_from_statement|import_specifier|catch|closure|lambda|binding|dotted_name|use_list|scoped_use_list/

/** Whether a name is declared where it occurs; too often rather than too rarely, since missing declarations are reported. */
function isBinding(reference: SyntaxNode): boolean {
  for (
    let node = reference;
    node.parent !== null && !/block|body|suite|arguments$/.test(node.type);
    node = node.parent
  ) {
    const { parent } = node
    if (bindingParents.test(parent.type)) return true
    const field = bindingFields.find(([type]) => type.test(parent.type))
    if (field !== undefined) return isField(parent, field[1], node)
    if (/statement$|expression$|^call/.test(parent.type)) return false
  }
  return false
}

function findFunction(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at !== null; at = at.parent) {
    const isOwnName = /function|method/.test(at.type) && at.childForFieldName('name')?.id === node.id
    if (
      /function|method|lambda|closure|constructor|func_literal|comprehension|generator|macro|class/.test(
        at.type,
      ) &&
      !isOwnName
    )
      return at
  }
  return undefined
}
