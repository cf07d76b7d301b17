import { toTag } from '../items/identity.ts'
import type { SyntaxNode } from '../syntax/parsers.ts'
import type { AddedItems } from './added-items.ts'

/** Entries of lists, tables and heads, which readers and browsers take one by one. */
const entries: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  menu: ['li'],
  nav: ['a'],
  table: ['tr', 'tbody'],
  thead: ['tr'],
  tbody: ['tr'],
  select: ['option', 'optgroup'],
  optgroup: ['option'],
  datalist: ['option'],
  dl: ['dt', 'dd'],
  head: ['meta', 'link', 'script'],
  body: ['script'],
}

/**
 * Whether both sides' elements may follow each other: they are entries, or have ids of their own. Anything else is a text whose order
 * an author chose, and steps of an `ol` depend on each other.
 */
export function mayFollow({ container, items }: AddedItems): boolean {
  const allowed = entries[toTag(container)] ?? []
  const elements = items.filter(({ type }) => type !== 'comment')
  if (toTag(container) === 'dl' && !(isTag(elements[0], 'dt') && isTag(elements.at(-1), 'dd'))) return false
  return elements.every(item => hasId(item) || (allowed.includes(toTag(item)) && !isInlineScript(item)))
}

function isTag(element: SyntaxNode | undefined, tag: string): boolean {
  return element !== undefined && toTag(element) === tag
}

function hasId(element: SyntaxNode): boolean {
  return element.type === 'element' && /^<[^>]*\sid\s*=/.test(element.text)
}

/** It may use what the one before it declares. */
function isInlineScript({ type, text }: SyntaxNode): boolean {
  return type === 'script_element' && !/^<script[^>]*\ssrc\s*=/.test(text)
}
