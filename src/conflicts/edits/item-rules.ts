import { areIndependentAnnotations, tryListAnnotations } from '../items/annotations.ts'
import { areFreeDecorators, withoutDecorators } from '../items/decorators.ts'
import { toIdentity } from '../items/identity.ts'
import { isOrderedList } from '../items/list-names.ts'
import { areOrderedCalls } from '../items/ordered-calls.ts'
import type { SyntaxNode } from '../syntax/parsers.ts'
import type { AddedItems } from './added-items.ts'
import { areExclusive, isCase } from './cases.ts'
import { areGuardsOfOneThing, areIndependent, endsBlock, isResult, shareSubject } from './effects.ts'
import { mayFollow } from './html-items.ts'
import type { ItemKind } from './item-kinds.ts'
import { haveOneForm, isPositional, isSpread } from './positions.ts'
import { overlapInStyle } from './style-items.ts'

/** Whether both sides' additions at one place may be combined, ours first. */
export function mayStandTogether(kind: ItemKind, left: AddedItems, right: AddedItems): boolean {
  const sides = [left, right]
  const items = sides.flatMap(side => side.items)
  if (kind === 'operands') return toOperator(left) === toOperator(right)
  if (kind === 'annotations') return areFreeAnnotations(left.items, right.items)
  if (sides.some(side => side.items.length === 0) || !areDistinct(left.items, right.items)) return false
  if (!areFreeDecorators(left.items, right.items)) return false
  switch (kind) {
    case 'set':
      return !items.some(isSpread) && !sides.some(isPositional) && sides.every(isFreeSet)
    case 'sequence':
      return haveOneForm(items) && sides.every(isFreeSequence) && !sides.some(isPositional)
    case 'arguments':
      return sides.every(areNamed)
    case 'definitions':
      return areIndependent(left.items, right.items) && !sides.some(isPositional)
    case 'elements':
      return sides.every(mayFollow)
    case 'statements':
      return items.some(isCase) ? areExclusive(left, right) : areFreeStatements(left, right)
    case 'cases':
      return areExclusive(left, right)
  }
}

function areFreeAnnotations(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const [mine, others] = [tryListAnnotations(left), tryListAnnotations(right)]
  return mine !== undefined && others !== undefined && areIndependentAnnotations(mine, others)
}

function areFreeStatements(left: AddedItems, right: AddedItems): boolean {
  return (
    !endsBlock(left) &&
    !isResult(left) &&
    areIndependent(left.items, right.items) &&
    !areGuardsOfOneThing(left.items, right.items) &&
    !shareSubject(left.items, right.items) &&
    !overlapInStyle(left.items, right.items) &&
    !areOrderedCalls(left.items.map(toText), right.items.map(toText)) &&
    ![...left.items, ...right.items].some(isShellCommand)
  )
}

function toText({ text }: SyntaxNode): string {
  return text
}

/** No two items share a name, value or title, or have names so similar that they may be two attempts at one thing (`file`, `files`). */
function areDistinct(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const known = new Set(withoutDecorators(left).map(toIdentity))
  return !withoutDecorators(right).some(item => known.has(toIdentity(item)))
}

/** Go writes lists and sets in one way. */
function isFreeSet(added: AddedItems): boolean {
  const isList =
    added.container.type === 'literal_value' && added.items.some(({ type }) => type !== 'keyed_element')
  return !isList || isFreeSequence(added)
}

/** In a list of options, commands or steps an item may belong to its neighbour. */
function isFreeSequence({ container, items }: AddedItems): boolean {
  if (items.some(item => /^['"`]?[-!]/.test(item.text))) return false
  return !isOrderedList(container, items)
}

/** A positional argument depends on its place, which another one may have taken. */
function areNamed({ container, items }: AddedItems): boolean {
  const callee = ['function', 'method', 'name'].map(field => container.parent?.childForFieldName(field))
  if (/(^|\.)(re_?)?(order|sort)(_?by)?$/i.test(callee.find(node => node != null)?.text ?? '')) return false
  return items.every(item => {
    if (/^(keyword_argument|named_argument|spread_element|element_value_pair|pair|labeled_)/.test(item.type))
      return true
    if (item.type === 'value_argument') return item.children.some(child => child?.type === '=')
    if (item.type === 'argument') return item.childForFieldName('name') !== null
    return item.type === 'attribute_argument' && item.namedChild(0)?.type === 'assignment_expression'
  })
}

/** A shell command may depend on every earlier one. */
function isShellCommand({ type }: SyntaxNode): boolean {
  return /^(command|declaration_command|unset_command|pipeline|list|redirected_statement|test_command|variable_assignments?|subshell)$/.test(
    type,
  )
}

function toOperator({ container }: AddedItems): string | undefined {
  return container.childForFieldName('operator')?.text
}
