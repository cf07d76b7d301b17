import { tryListAnnotations } from '../items/annotations.ts'
import type { SyntaxNode } from '../syntax/parsers.ts'
import type { AddedItems } from './added-items.ts'

/** What the order of items means in a container. */
export type ItemKind =
  /** Named, unordered items: entries of an object, members of a union. */
  | 'set'
  /** Ordered values: elements of an array, parameters. */
  | 'sequence'
  /** Arguments of a call. */
  | 'arguments'
  /** Elements of a page. */
  | 'elements'
  /** Names with values in one declaration. */
  | 'definitions'
  /** Statements and declarations. */
  | 'statements'
  /** Cases of a decision, tried in order. */
  | 'cases'
  /** Annotations of a declaration, whose order does not matter. */
  | 'annotations'
  /** Operands of an operator whose order does not matter, such as `&&`. */
  | 'operands'

const kinds: readonly (readonly [ItemKind, RegExp])[] = [
  [
    'set',
    /^(object|dictionary|set|object_type|object_pattern|interface_body|interface_type|enum_body|enum_variant_list|enumerator_list|field_declaration_list|field_initializer_list|named_imports|export_clause|use_list|union_type|intersection_type|type_list|super_interfaces|interface_type_list|implements_clause|trait_bounds|where_clause|derive|hash|literal_value|import_spec_list|block_mapping|flow_mapping|type_parameters|base_clause|base_list|throws|super_interfaces|extends_interfaces|class_interface_clause|anonymous_object_creation_expression|with_expression|dictionary_literal|tag_set|start_tag|self_closing_tag|jsx_opening_element|jsx_self_closing_element)$/,
  ],
  [
    'sequence',
    /^(array|list|tuple|array_initializer|array_expression|tuple_expression|parameters|formal_parameters|parameter_list|lambda_parameters|expression_list|array_creation_expression|initializer_list|initializer_expression|element_binding_expression|primary_constructor|function_value_parameters|array_literal|string_array|symbol_array|method_parameters|element_value_array_initializer|tuple_type|token_tree)$/,
  ],
  [
    'arguments',
    /^(arguments|argument_list|value_arguments|annotation_argument_list|attribute_argument_list)$/,
  ],
  ['elements', /^(element|document|jsx_element)$/],
  [
    'definitions',
    /^(lexical_declaration|variable_declaration|const_declaration|var_spec_list|type_declaration)$/,
  ],
  [
    'statements',
    /^(block|statement_block|program|module|class_body|source_file|declaration_list|compound_statement|body_statement|translation_unit|compilation_unit|stylesheet|static_block|suite|then|else|do_block|decorated_definition|rule_set|statement_list)$/,
  ],
  [
    'cases',
    /^(if_statement|if_expression|switch_body|match_block|match_statement|switch_block|case_statement|switch_statement|switch_expression|expression_switch_statement|select_statement|type_switch_statement|try_statement|case|when|when_expression)$/,
  ],
]

export function tryKind({ container, items, signs }: AddedItems): ItemKind | undefined {
  if (tryListAnnotations(items) !== undefined && signs.every(sign => sign === ',')) return 'annotations'
  if (items.length > 0 && items.every(isBase)) return signs.every(sign => sign === ',') ? 'set' : undefined
  if (isCollection(container) || areParameters(items)) return 'sequence'
  if (/^(binary_expression|boolean_operator|logical_expression|binary_operator)$/.test(container.type)) {
    const operator = container.childForFieldName('operator')?.text
    return operator !== undefined && commutative.has(operator) ? 'operands' : undefined
  }
  return kinds.find(([, types]) => types.test(container.type))?.[0]
}

/** A base of a class of Kotlin or Swift, which is a child of the declaration itself. */
function isBase({ type }: SyntaxNode): boolean {
  return /^(delegation_specifier|inheritance_specifier)$/.test(type)
}

/** Parameters of a function of Swift, which are children of the function itself. */
function areParameters(items: readonly SyntaxNode[]): boolean {
  const holder = items[0]?.parent?.type ?? ''
  return /^(function|init|protocol_function)_declaration$/.test(holder) && items.every(isParameter)
}

function isParameter({ type }: SyntaxNode): boolean {
  return type === 'parameter'
}

/** The arguments of `listOf` and its like, and of `List.of`. */
function isCollection({ type, parent }: SyntaxNode): boolean {
  const isMade = /^(Immutable)?(List|Set|Stream)\.of\(|^Arrays\.asList\(/.test(parent?.text ?? '')
  if (type === 'argument_list' && isMade && parent?.childForFieldName('arguments') !== null) return true
  const callee = type === 'value_arguments' ? parent?.parent?.namedChild(0)?.text : undefined
  return callee !== undefined && /^[a-z]*(list|set|map|array)of(notnull)?$/i.test(callee)
}

const commutative = new Set(['&&', '||', 'and', 'or', '|'])

/** Whether a node is a chain of calls, which can take further links. */
export function isChain(container: SyntaxNode): boolean {
  return /^(call_expression|call|member_expression|field_expression|attribute|method_invocation|selector_expression|navigation_expression|member_access_expression|invocation_expression|member_call_expression)$/.test(
    container.type,
  )
}

/** Whether a node is a text or a comment, with lines and no items. */
export function isProse(container: SyntaxNode): boolean {
  return /comment|string(?!_array)|heredoc|text/.test(container.type)
}
