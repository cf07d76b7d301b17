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
export function mayFollow({ container, items, before, behind }: AddedItems): boolean {
  const hasSiblings = [before, behind].some(node => /^jsx_(self_closing_)?element$/.test(node?.type ?? ''))
  if (container.type === 'jsx_element') return hasSiblings && mayBeSiblings(container, items)
  const allowed = entries[toTag(container)] ?? []
  const elements = items.filter(({ type }) => type !== 'comment')
  if (toTag(container) === 'dl' && !(isTag(elements[0], 'dt') && isTag(elements.at(-1), 'dd'))) return false
  return elements.every(item => hasId(item) || (allowed.includes(toTag(item)) && !isInlineScript(item)))
}

/** The same in JSX, where components may follow others as well, unless text surrounds them or the first one that fits is shown. */
function mayBeSiblings(container: SyntaxNode, items: readonly SyntaxNode[]): boolean {
  const allowed = entries[toTag(container)] ?? []
  const hasText = container.namedChildren.some(
    child => child?.type === 'jsx_text' && child.text.trim() !== '',
  )
  if (
    hasText ||
    /^<(Switch|Choose|Match|Trans\w*|Stepper|Steps?|Carousel|Suspense|Show|When|ol|p|span|h\d)\b/.test(
      container.text,
    )
  )
    return false
  return items.every(
    ({ type, text }) =>
      /^jsx_(self_closing_)?element$/.test(type) &&
      (/^<[A-Z]/.test(text) || allowed.includes(/^<([a-z]+)/.exec(text)?.[1] ?? '')),
  )
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
