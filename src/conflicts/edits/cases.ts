import type { SyntaxNode } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'
import type { AddedItems } from './added-items.ts'
import { isJump } from './effects.ts'

const cases =
  /^(switch_case|switch_default|case_statement|default_statement|switch_block_statement_group|switch_section|case_clause)$/

/** Cases of a `switch`, which some grammars keep in an ordinary block. */
export function isCase({ type }: SyntaxNode): boolean {
  return cases.test(type)
}

/** Cases whose order does not matter: no two can be true at once, and none is a catch-all or falls through. */
export function areExclusive(left: AddedItems, right: AddedItems): boolean {
  const items = [...left.items, ...right.items]
  if (items.some(item => /^(else|default|finally|case _|_)\b(?! if\b)/.test(item.text))) return false
  if (items.some(item => /^(match_arm|case_clause)$/.test(item.type)))
    return !items.some(hasGuard) && areApart(left.items, right.items)
  if (items.some(isCase)) return items.every(item => isCase(item) && endsInJump(item))
  if (items.some(item => item.type === 'case_item')) return items.every(isPlainPattern)
  const subjects = new Set(items.map(item => tryEquality(item)))
  return subjects.size === 1 && !subjects.has(undefined)
}

function hasGuard(item: SyntaxNode): boolean {
  return /^[^{]*\bif\b/.test(item.text.split(/=>|:\n/)[0] ?? '')
}

/** Whether no value can match patterns of both sides: all are literals, or all are names of variants, and none occurs twice. */
function areApart(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const mine = left.flatMap(toSubjects)
  const others = right.flatMap(toSubjects)
  const all = [...mine, ...others]
  const isLiteral = (subject: string | undefined) => subject !== undefined && /^["'\d-]/.test(subject)
  if (all.includes(undefined) || !(all.every(isLiteral) || !all.some(isLiteral))) return false
  return !mine.some(subject => others.includes(subject))
}

type Subjects = readonly (string | undefined)[]

/** What a case matches, one for each alternative: a literal or the name of a variant. Undefined: possibly something else, too. */
function toSubjects(item: SyntaxNode): Subjects {
  const isPython = item.type === 'case_clause'
  const patterns = namedChildren(item).filter(({ type }) => /^(match_pattern|case_pattern)$/.test(type))
  return patterns.length === 0
    ? [undefined]
    : patterns.flatMap(toAlternatives).map(text => toSubject(text, isPython))
}

function toAlternatives(pattern: SyntaxNode): string[] {
  return /^(match|case|or|union)_pattern$/.test(pattern.type) && pattern.namedChildCount > 0
    ? namedChildren(pattern).flatMap(toAlternatives)
    : [pattern.text]
}

/** In Python, a name in brackets is a class, which may be derived from another one. */
function toSubject(text: string, isPython: boolean): string | undefined {
  if (/^(-?\d[\w.]*|"[^"]*"|'[^']*')$/.test(text) && !/\d\.\./.test(text)) return text
  const variant = isPython ? /^(?:\w+\.)+(\w+)$/ : /^(?:\w+::)*([A-Z]\w*)\s*(?:[({].*)?$/s
  return variant.exec(text)?.[1]
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

/** A comparison with a constant; undefined for any other condition. */
function tryEquality(item: SyntaxNode): string | undefined {
  const condition = item.childForFieldName('condition')?.text ?? item.text
  const match =
    /^(?:else\s+if\s*)?\(?\s*([\w.]+(?:\(\))?)\s*={2,3}\s*(?:["'][^"']*["']|-?[\d.]+|[A-Z][\w.]*)\s*\)?(?:\s*[{:]|$)/.exec(
      condition,
    )
  return match?.[1]
}
