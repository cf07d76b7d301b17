import { areOtherValues, tryEquality } from '../items/equalities.ts'
import { areUnequal, type Constant, tryLiteral } from '../items/literals.ts'
import type { SyntaxNode } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'
import type { AddedItems } from './added-items.ts'
import { isJump } from './effects.ts'

/** Cases that go on with the next one unless they jump; some grammars keep them in an ordinary block. */
const falling =
  /^(switch_case|switch_default|case_statement|default_statement|switch_block_statement_group|switch_section)$/

/** Cases that end by themselves. */
const closed =
  /^(match_arm|case_clause|switch_expression_arm|switch_rule|expression_case|when_entry|switch_entry|when|match_conditional_expression)$/

export function isCase({ type }: SyntaxNode): boolean {
  return falling.test(type) || type === 'case_clause'
}

/** Cases whose order does not matter: no two can be true at once, and none is a catch-all or falls through. */
export function areExclusive(left: AddedItems, right: AddedItems): boolean {
  const items = [...left.items, ...right.items]
  if (items.some(item => /^(else|default|finally|case _|_)\b(?! if\b)/.test(item.text))) return false
  if (items.every(({ type }) => falling.test(type)))
    return areClosed(left, right) && haveOtherPatterns(left, right) && declareOtherNames(left, right)
  if (items.every(({ type }) => closed.test(type)))
    return ![left.before, ...items].some(fallsThrough) && haveOtherPatterns(left, right)
  if (items.some(item => item.type === 'case_item')) return items.every(isPlainPattern)
  return areOtherValues(left.items.map(tryEquality), right.items.map(tryEquality))
}

/** Whether neither the additions nor the case before them go on with the next one. */
function areClosed({ before, items }: AddedItems, right: AddedItems): boolean {
  const isOpen = before !== undefined && falling.test(before.type) && !endsInJump(before)
  return !isOpen && [...items, ...right.items].every(endsInJump)
}

/** The cases of a `switch` are one scope. */
function declareOtherNames(left: AddedItems, right: AddedItems): boolean {
  const known = new Set(left.items.flatMap(toDeclared))
  return !right.items.flatMap(toDeclared).some(name => known.has(name))
}

function toDeclared(item: SyntaxNode): string[] {
  return namedChildren(item)
    .filter(({ type }) =>
      /^(lexical_|local_(variable_)?|class_|function_)?declaration(_statement)?$/.test(type),
    )
    .flatMap(node => [node, ...node.descendantsOfType(['variable_declarator', 'init_declarator'])])
    .flatMap(node => ['name', 'declarator'].map(field => node?.childForFieldName(field)?.text ?? ''))
    .filter(name => name !== '')
}

function fallsThrough(item: SyntaxNode | undefined): boolean {
  return item !== undefined && /\bfallthrough\s*$/.test(item.text)
}

function haveOtherPatterns(left: AddedItems, right: AddedItems): boolean {
  return areUnequal(left.items.flatMap(toConstants), right.items.flatMap(toConstants))
}

/** What a case matches, one for each alternative. Undefined: possibly something else, too. */
function toConstants(item: SyntaxNode): (Constant | undefined)[] {
  const patterns = hasGuard(item) ? [] : toPatterns(item)
  const name = constantNames[item.type]
  return patterns.length === 0
    ? [undefined]
    : patterns.flatMap(toAlternatives).map(text => tryLiteral(text) ?? tryName(text, name))
}

function hasGuard(item: SyntaxNode): boolean {
  const parts = namedChildren(item)
  const labels = parts.filter(({ type }) => type === 'switch_label').flatMap(namedChildren)
  return [...parts, ...labels].some(({ type }) =>
    /^(guard|when_clause|where_keyword|if_clause|when_guard)$/.test(type),
  )
}

function toPatterns(item: SyntaxNode): SyntaxNode[] {
  const children = namedChildren(item)
  const first = children.slice(0, 1)
  switch (item.type) {
    case 'switch_case':
    case 'case_statement':
      return [item.childForFieldName('value')].filter(value => value !== null)
    case 'switch_expression_arm':
    case 'switch_section':
      return item.text.startsWith('default') ? [] : first
    case 'switch_rule':
    case 'switch_block_statement_group':
    case 'match_conditional_expression':
    case 'expression_case':
      return first.flatMap(namedChildren)
    default:
      return children.filter(({ type }) =>
        /^(match_pattern|case_pattern|when_condition|switch_pattern|pattern)$/.test(type),
      )
  }
}

function toAlternatives(pattern: SyntaxNode): string[] {
  const hasParts = /^(match|case|or|union)_pattern$/.test(pattern.type) && pattern.namedChildCount > 0
  return hasParts ? namedChildren(pattern).flatMap(toAlternatives) : [pattern.text.trim()]
}

/**
 * How a name of a variant or constant is written, by the type of the case; elsewhere a name may be a variable, or a class, which may
 * be derived from another one.
 */
const constantNames: Readonly<Record<string, RegExp>> = {
  match_arm: /^(?:\w+::)*([A-Z]\w*)\s*(?:[({].*)?$/s,
  case_clause: /^(?:\w+\.)+(\w+)$/,
  switch_case: /^(?:[\w$]+\.)*([A-Z][A-Z0-9_]*|(?<=\.)[\w$]+)$/,
  case_statement: /^(?:[\w\\]+(?:::|\.))*([A-Za-z_]\w*)$/,
  switch_section: /^(?:\w+\.)+(\w+)$|^([A-Z][A-Z0-9_]+)$/,
  switch_expression_arm: /^(?:\w+\.)+(\w+)$|^([A-Z][A-Z0-9_]+)$/,
  switch_block_statement_group: /^(?:\w+\.)*([A-Z]\w*)$/,
  switch_rule: /^(?:\w+\.)*([A-Z]\w*)$/,
  expression_case: /^(?:\w+\.)?([A-Z]\w*)$/,
  when_entry: /^(?:\w+\.)*([A-Z]\w*)$/,
  switch_entry: /^\w*\.(\w+)(?:\(.*\))?$/s,
  match_conditional_expression: /^[\w\\]+::(\w+)$/,
}

function tryName(text: string, pattern: RegExp | undefined): Constant | undefined {
  const [, first, second] = pattern?.exec(text) ?? []
  const value = first ?? second
  return value === undefined ? undefined : { kind: 'name', value }
}

/** A shell case whose patterns are words. */
function isPlainPattern(item: SyntaxNode): boolean {
  const patterns = item.childrenForFieldName('value').map(value => value?.text ?? '')
  return item.text.trimEnd().endsWith(';;') && patterns.every(text => /^[\w.,:/=+'"-]+$/.test(text))
}

/** Whether the last statement always leaves the case. */
function endsInJump(item: SyntaxNode): boolean {
  const last = namedChildren(item).findLast(({ type }) => !/comment/.test(type))
  if (last === undefined) return false
  return /^(block|statement_block|compound_statement)$/.test(last.type) ? endsInJump(last) : isJump(last)
}
