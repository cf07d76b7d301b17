import { isOrderedName } from '../formats/list-items.ts'
import { toComparableText } from '../members/member.ts'
import type { SyntaxNode } from '../syntax/parsers.ts'
import type { AddedItems } from './added-items.ts'
import { areExclusive, isCase } from './cases.ts'
import { areGuardsOfOneThing, areIndependent, endsBlock, isResult, shareSubject } from './effects.ts'
import { mayFollow, toElementIdentity } from './html-items.ts'
import type { ItemKind } from './item-kinds.ts'
import { isPositional, isSpread } from './positions.ts'
import { overlapInStyle } from './style-items.ts'

/** Whether both sides' additions at one place may be combined, ours first. */
export function mayStandTogether(kind: ItemKind, left: AddedItems, right: AddedItems): boolean {
  const sides = [left, right]
  const items = sides.flatMap(side => side.items)
  if (kind === 'operands') return toOperator(left) === toOperator(right)
  if (sides.some(side => side.items.length === 0) || !areDistinct(left.items, right.items)) return false
  switch (kind) {
    case 'set':
      return !items.some(isSpread) && !sides.some(isPositional)
    case 'sequence':
      return sides.every(isFreeSequence) && !sides.some(isPositional)
    case 'arguments':
      return sides.every(areNamed)
    case 'elements':
      return sides.every(mayFollow)
    case 'statements':
      return items.some(isCase) ? areExclusive(left, right) : areFreeStatements(left, right)
    case 'cases':
      return areExclusive(left, right)
  }
}

function areFreeStatements(left: AddedItems, right: AddedItems): boolean {
  return (
    !endsBlock(left) &&
    !isResult(left) &&
    areIndependent(left.items, right.items) &&
    !areGuardsOfOneThing(left.items, right.items) &&
    !shareSubject(left.items, right.items) &&
    !overlapInStyle(left.items, right.items) &&
    ![...left.items, ...right.items].some(item => isOrderedDecorator(item) || isShellCommand(item))
  )
}

/** No two items share a name, value or title, or have names so similar that they may be two attempts at one thing (`file`, `files`). */
function areDistinct(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const known = new Set(left.map(toIdentity))
  return !right.some(item => known.has(toIdentity(item)))
}

/** The name of an item, or its text without one. */
function toIdentity(item: SyntaxNode): string {
  if (/^(script_|style_)?element$/.test(item.type)) return toElementIdentity(item)
  if (item.type === 'jsx_attribute') return item.firstChild?.text ?? item.text
  if (item.firstChild?.type === 'attribute_name') return item.firstChild.text.toLowerCase()
  const key = /^(array_element_initializer|element_initializer)$/.test(item.type) && /=>/.test(item.text)
  if (key) return toPlainName(item.namedChild(0)?.text ?? item.text)
  const name = ['name', 'key', 'field', 'pattern', 'value', 'condition', 'left']
    .map(field => item.childForFieldName(field)?.text)
    .find(text => text !== undefined)
  return toPlainName(name ?? item.text)
}

function toPlainName(text: string): string {
  return toComparableText(text)
    .toLowerCase()
    .replace(/^(["'])(.*)\1$/, '$2')
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

/** Decorators whose effect depends on their order. */
function isOrderedDecorator(item: SyntaxNode): boolean {
  return (
    item.type === 'decorator' &&
    /^@(\w+\.)*(staticmethod|classmethod|property|cached_property|wraps|route|command|setter|overload|contextmanager|(lru_)?cache|cached|memoize|\w+_required|patch|atomic|transactional|retry)\b/.test(
      item.text,
    )
  )
}

function toOperator({ container }: AddedItems): string | undefined {
  return container.childForFieldName('operator')?.text
}
