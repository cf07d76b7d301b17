import type { SyntaxNode } from '../syntax/parsers.ts'
import type { AddedItems } from './added-items.ts'

const jumps = /^(return|throw|raise|break|continue|goto)_(statement|expression)$/

/** Whether code after it would be unreachable. */
export function endsBlock({ items }: AddedItems): boolean {
  const isJump = (node: SyntaxNode | undefined | null): boolean =>
    node != null &&
    (jumps.test(node.type) || (node.type === 'expression_statement' && isJump(node.namedChild(0))))
  return items.some(isJump)
}

const names = [
  ...['identifier', 'type_identifier', 'shorthand_property_identifier_pattern'],
  ...['name', 'simple_identifier', 'constant', 'instance_variable', 'global_variable'],
]
const writers = [
  'assignment',
  'assignment_expression',
  'augmented_assignment',
  'augmented_assignment_expression',
  'compound_assignment_expr',
  'update_expression',
  'variable_declarator',
  'let_declaration',
  'short_var_declaration',
  'var_spec',
  'assignment_statement',
  'init_declarator',
  'operator_assignment',
  'property_declaration',
  'postfix_expression',
  'prefix_expression',
  'postfix_unary_expression',
  'prefix_unary_expression',
]

/** Whether one side's statements use nothing that the other's set. */
export function areIndependent(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const [mine, other] = [toWritten(left), toWritten(right)]
  const [myNames, otherNames] = [toNames(left), toNames(right)]
  return ![...mine].some(name => otherNames.has(name)) && ![...other].some(name => myNames.has(name))
}

function toNames(nodes: readonly SyntaxNode[]): Set<string> {
  return new Set(nodes.flatMap(node => node.descendantsOfType(names)).flatMap(node => node?.text ?? []))
}

/** Names that are declared or assigned, at any depth outside of nested functions. */
function toWritten(nodes: readonly SyntaxNode[]): Set<string> {
  const writing = nodes.flatMap(item => item.descendantsOfType(writers))
  return new Set(writing.flatMap(node => (node === null || isInFunction(node, nodes) ? [] : toTargets(node))))
}

/** The target of an assignment: a variable, or the place that a longer expression names. */
function toTargets(writer: SyntaxNode): string[] {
  const fields = ['left', 'name', 'pattern', 'declarator']
  const target = fields.map(field => writer.childForFieldName(field)).find(node => node !== null)
  const node = target ?? writer.namedChild(0)
  if (node === null) return []
  if (/^(attribute|member_expression|field_expression|selector_expression|subscript)/.test(node.type))
    return [node.text]
  return node.descendantsOfType(names).flatMap(name => name?.text ?? [])
}

function isInFunction(node: SyntaxNode, roots: readonly SyntaxNode[]): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (/function|method|lambda|closure|class/.test(at.type)) return true
    if (roots.some(root => root.id === at.id)) return false
  }
  return false
}
