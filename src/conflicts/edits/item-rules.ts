import { isOrderedName } from '../formats/list-items.ts'
import { toComparableText } from '../members/member.ts'
import type { SyntaxNode } from '../syntax/parsers.ts'
import type { AddedItems } from './added-items.ts'
import { areIndependent, endsBlock } from './effects.ts'
import { mayFollow, toElementIdentity } from './html-items.ts'
import type { ItemKind } from './item-kinds.ts'

/** Whether both sides' additions at one place may be combined, ours first. */
export function mayStandTogether(kind: ItemKind, left: AddedItems, right: AddedItems): boolean {
  const isWhole = left.items.length > 0 && right.items.length > 0
  switch (kind) {
    case 'set':
      return isWhole && areDistinct(left.items, right.items)
    case 'sequence':
      return isWhole && areDistinct(left.items, right.items) && [left, right].every(isFreeSequence)
    case 'arguments':
      return isWhole && areDistinct(left.items, right.items) && [left, right].every(areNamed)
    case 'elements':
      return isWhole && areDistinct(left.items, right.items) && [left, right].every(mayFollow)
    case 'statements':
      return (
        isWhole &&
        areDistinct(left.items, right.items) &&
        !endsBlock(left) &&
        areIndependent(left.items, right.items) &&
        !overlapInStyle(left.items, right.items) &&
        ![...left.items, ...right.items].some(item => isOrderedDecorator(item) || isShellCommand(item))
      )
    case 'cases':
      return isWhole && areDistinct(left.items, right.items) && areExclusive(left, right)
    case 'operands':
      return toOperator(left) === toOperator(right)
  }
}

/** No two items share a name, value or title, or have names so similar that they may be two attempts at one thing (`file`, `files`). */
function areDistinct(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const known = new Set(left.map(toIdentity))
  return !right.some(item => known.has(toIdentity(item)))
}

/** The name of an item, or its text without one. */
function toIdentity(item: SyntaxNode): string {
  if (/^(script_|style_)?element$/.test(item.type)) return toElementIdentity(item)
  if (item.firstChild?.type === 'attribute_name') return item.firstChild.text.toLowerCase()
  const name = ['name', 'key', 'field', 'pattern', 'value', 'condition', 'left']
    .map(field => item.childForFieldName(field)?.text)
    .find(text => text !== undefined)
  return toComparableText(name ?? item.text)
    .toLowerCase()
    .replace(/[_-]|s$/g, '')
}

/** In a list of options, commands or steps an item may belong to its neighbour. */
function isFreeSequence({ container, items }: AddedItems): boolean {
  if (items.some(item => /^['"`]?[-!]/.test(item.text))) return false
  const holder = container.parent
  const name = ['key', 'name', 'left']
    .map(field => holder?.childForFieldName(field))
    .find(node => node != null)
  return name == null || !isOrderedName(name.text.replace(/\W/g, ''))
}

/** A positional argument depends on its place, which another one may have taken. */
function areNamed({ items }: AddedItems): boolean {
  return items.every(item => /^(keyword_argument|named_argument|spread_element|labeled_)/.test(item.type))
}

/** A shell command may depend on every earlier one. */
function isShellCommand({ type }: SyntaxNode): boolean {
  return /^(command|declaration_command|unset_command|pipeline|list|redirected_statement|test_command|variable_assignments?|subshell)$/.test(
    type,
  )
}

/** Whether one side sets a CSS property that is part of a shorthand of the other: `margin` and `margin-top`. */
function overlapInStyle(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const toProperties = (items: readonly SyntaxNode[]) =>
    items.flatMap(({ text }) => /^([a-z][a-z-]*)\s*:(?!:)/.exec(text)?.[1] ?? [])
  const isPart = (whole: string, part: string) => part === whole || part.startsWith(`${whole}-`)
  const others = toProperties(right)
  return toProperties(left).some(name => others.some(other => isPart(name, other) || isPart(other, name)))
}

/** Decorators whose effect depends on their order. */
function isOrderedDecorator(item: SyntaxNode): boolean {
  return (
    item.type === 'decorator' &&
    /^@(\w+\.)*(staticmethod|classmethod|property|cached_property|wraps|route|command|setter|overload|contextmanager)\b/.test(
      item.text,
    )
  )
}

/** Cases whose order does not matter: no two can be true at once, and none is a catch-all or falls through. */
function areExclusive(left: AddedItems, right: AddedItems): boolean {
  const items = [...left.items, ...right.items]
  if (items.some(item => /^(else|default|finally|case _|_)\b(?! if\b)/.test(item.text))) return false
  if (items.some(item => /^(match_arm|case_clause)$/.test(item.type))) return !items.some(hasGuard)
  if (items.some(item => /^(switch_case|switch_block_statement_group)$/.test(item.type)))
    return items.every(endsInJump)
  if (items.some(item => item.type === 'case_item')) return items.every(isPlainPattern)
  const subjects = new Set(items.map(item => tryEquality(item)))
  return subjects.size === 1 && !subjects.has(undefined)
}

function hasGuard(item: SyntaxNode): boolean {
  return /^[^{]*\bif\b/.test(item.text.split(/=>|:\n/)[0] ?? '')
}

/** A shell case whose patterns are words. */
function isPlainPattern(item: SyntaxNode): boolean {
  const patterns = item.childrenForFieldName('value').map(value => value?.text ?? '')
  return item.text.trimEnd().endsWith(';;') && patterns.every(text => /^[\w.,:/=+'"-]+$/.test(text))
}

function endsInJump(item: SyntaxNode): boolean {
  return /\b(break|return|throw|continue)\b[^;}]*;?\s*}?\s*$/.test(item.text)
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

function toOperator({ container }: AddedItems): string | undefined {
  return container.childForFieldName('operator')?.text
}
