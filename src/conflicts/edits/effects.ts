import type { SyntaxNode } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'
import type { AddedItems } from './added-items.ts'

const jumps = /^(return|throw|raise|break|continue|goto)_(statement|expression)$/

/** Whether code after it would be unreachable. */
export function endsBlock({ items }: AddedItems): boolean {
  return items.some(isJump)
}

export function isJump(node: SyntaxNode | null): boolean {
  if (node === null) return false
  return jumps.test(node.type) || (node.type === 'expression_statement' && isJump(node.namedChild(0)))
}

/** Whether they end a method of Ruby, which returns the value of its last statement. */
export function isResult({ container, behind }: AddedItems): boolean {
  return behind === undefined && /^(singleton_)?method$/.test(container.parent?.type ?? '')
}

/** Whether conditions of both sides that leave the block name the same thing, so that both may be true: the first one decides. */
export function areGuardsOfOneThing(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const known = new Set(left.flatMap(toGuarded))
  return right.flatMap(toGuarded).some(name => known.has(name))
}

function toGuarded(item: SyntaxNode): string[] {
  if (!/^if_(statement|expression)$/.test(item.type)) return []
  const condition = item.childForFieldName('condition')
  const body = item.childForFieldName('consequence') ?? item.childForFieldName('body')
  const leaves = isJump(body) || (body !== null && isJump(namedChildren(body).at(-1) ?? null))
  return condition !== null && leaves ? [...toNames([condition])] : []
}

/** Whether both sides say something else about one thing: two expectations of a value, two calls with the same first string. */
export function shareSubject(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const known = new Set(left.flatMap(toSubject))
  return right.some(item => toSubject(item).some(subject => known.has(subject)))
}

function toSubject({ text }: SyntaxNode): string[] {
  const patterns = [
    /^assert\s+(.*?)\s*==/,
    /^(expect\(.*\)\.to\w*)\(/,
    /^((?:\w+\.)*assert\w*[Ee]quals?\([^,]+),/,
    /^((?:\w+\.)*\w+\(\s*["'][^"'{}$%]+["']),/,
    /^(\w+ +(?::[\w?!]+|"[^"#]*"|'[^']*'))\s*(?:,|$)/,
    /^((?:\w+\.)+Add\w+<\s*[\w.]+)\s*[,>]/,
  ]
  return patterns.flatMap(pattern => pattern.exec(text)?.[1] ?? []).slice(0, 1)
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
  'const_spec',
  'type_spec',
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
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    if (/function|method|lambda|closure|class/.test(at.type)) return true
    if (roots.some(({ id }) => id === at?.id)) return false
  }
  return false
}
