import type { SyntaxNode } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'
import type { AddedItems } from './added-items.ts'

/** Whether the number and position of items have a meaning: results of a function, fields without names, values of a format. */
export function isPositional(added: AddedItems): boolean {
  return hasFixedSize(added.container) || isPositionalValue(added) || isPositionalDeclaration(added)
}

function isPositionalValue({ container, items }: AddedItems): boolean {
  const parent = container.parent?.type ?? ''
  switch (container.type) {
    case 'tuple_type':
    case 'expression_list':
      return true
    case 'tuple':
    case 'tuple_expression':
      return parent === 'return_statement'
    case 'element_binding_expression':
      return /^(assignment_expression|conditional_access_expression)$/.test(parent)
    case 'initializer_expression':
      return parent === 'initializer_expression'
    case 'literal_value':
      return !items.every(({ type }) => type === 'keyed_element') && !isGoList(container)
    case 'initializer_list':
      return !items.every(({ type }) => type === 'initializer_pair') && !isArray(container)
    case 'token_tree':
      return (
        parent !== 'attribute' &&
        !/^\w*(vec|set|map|list|array)$/i.test(container.parent?.childForFieldName('macro')?.text ?? '')
      )
    default:
      return false
  }
}

function isPositionalDeclaration({ container, items, before }: AddedItems): boolean {
  const parent = container.parent?.type ?? ''
  switch (container.type) {
    case 'class_declaration':
    case 'protocol_declaration':
      return !items.every(isInterfaceName) || before?.type !== items[0]?.type
    case 'base_list':
      return before === undefined && !items.every(isInterface)
    case 'method_parameters':
      return !items.every(({ type }) => type === 'keyword_parameter')
    case 'primary_constructor':
    case 'function_value_parameters':
      return items.some(isRest) || (container.type === 'primary_constructor' && isDestructured(container))
    case 'parameter_list':
      return isResults(container) || (parent === 'record_declaration' && isDestructured(container))
    case 'lexical_declaration':
    case 'variable_declaration':
      return /^(for|using|fixed)_statement$/.test(parent)
    case 'const_declaration':
      return /\biota\b/.test(container.text) || !namedChildren(container).every(hasValue)
    case 'type_parameters':
      return items.some(({ type }) => /^lifetime/.test(type))
    default:
      return false
  }
}

/** The results of a function of Go. */
function isResults({ id, parent }: SyntaxNode): boolean {
  return parent?.childForFieldName('result')?.id === id
}

/** A parameter of Kotlin that takes several arguments. */
function isRest({ type, text }: SyntaxNode): boolean {
  return type === 'parameter_modifiers' || /\bvararg\b/.test(text)
}

/** An array whose type says how many elements it has. */
function hasFixedSize(container: SyntaxNode): boolean {
  if (!/^(initializer_expression|initializer_list|literal_value)$/.test(container.type)) return false
  const { parent, startIndex } = container
  return parent !== null && /\[\s*\d+\s*\]/.test(parent.text.slice(0, startIndex - parent.startIndex))
}

/** Whether the file takes objects apart by the position of their fields. */
function isDestructured(container: SyntaxNode): boolean {
  let root = container
  while (root.parent !== null) root = root.parent
  return /\bva[lr]\s*\(|\(var\s/.test(root.text)
}

/** A constant of Go without a value repeats the one above it. */
function hasValue(spec: SyntaxNode): boolean {
  return /comment/.test(spec.type) || spec.childForFieldName('value') !== null
}

/** A base without arguments; the one with arguments is a class, of which there is one. */
function isInterfaceName({ text }: SyntaxNode): boolean {
  return /^[\w.<>, ?]+$/.test(text) && !/\bby\b/.test(text)
}

/** By the naming of C#: a class, which is none, must be the first base. */
function isInterface({ text }: SyntaxNode): boolean {
  return /^([\w:]+\.)*I[A-Z]/.test(text)
}

/** Whether all set a property, or none does: an object of C# has either properties or elements. */
export function haveOneForm(items: readonly SyntaxNode[]): boolean {
  return new Set(items.map(({ type }) => type === 'assignment_expression')).size === 1
}

function isGoList({ parent }: SyntaxNode): boolean {
  return /^(slice|array|map|implicit_length_array)_type$/.test(parent?.childForFieldName('type')?.type ?? '')
}

/** An array of C, or a container of C++. */
function isArray({ parent }: SyntaxNode): boolean {
  const declarator = parent?.childForFieldName('declarator')
  const type = (parent?.childForFieldName('type') ?? parent?.parent?.childForFieldName('type'))?.text ?? ''
  return declarator?.type === 'array_declarator' || /\b(\w*(vector|set|map|list|array))\b/i.test(type)
}

/** Entries that a spread object or dictionary may contain as well, so that the last one wins. */
export function isSpread({ text }: SyntaxNode): boolean {
  return /^(\{?\s*\.\.|\*\*)/.test(text)
}
