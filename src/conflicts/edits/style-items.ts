import type { SyntaxNode } from '../syntax/parsers.ts'

/** Shorthands that set properties of other names. */
const shorthands: readonly (readonly [whole: RegExp, part: RegExp])[] = [
  [/^all$/, /^(?!--)/],
  [/^font$/, /^line-height$/],
  [/^inset$/, /^(inset-.*|top|right|bottom|left)$/],
  [/^inset-/, /^(top|right|bottom|left)$/],
  [/^(margin|padding)-(inline|block)/, /^(margin|padding)-(top|right|bottom|left)$/],
  [/^border-radius$/, /^border-.*-radius$/],
  [/^border-(color|style|width)$/, /^border-(top|right|bottom|left|inline|block)/],
  [/^flex-flow$/, /^flex-(direction|wrap)$/],
  [/^columns$/, /^column-(count|width)$/],
  [/^(grid-)?gap$/, /^(grid-)?(row-|column-)?gap$/],
  [/^grid(-area)?$/, /^grid-(row|column|area|template|auto)/],
  [/^place-(items|content|self)$/, /^(align|justify)-(items|content|self)$/],
]

/** Whether the order of two sides' CSS matters: a property that is part of the other's shorthand, or rules for one selector. */
export function overlapInStyle(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const [mine, others] = [toProperties(left), toProperties(right)]
  const rules = new Set(toMediaSelectors(left))
  return (
    mine.some(name => others.some(other => isPart(name, other) || isPart(other, name))) ||
    toMediaSelectors(right).some(selector => rules.has(selector))
  )
}

function toProperties(items: readonly SyntaxNode[]): string[] {
  return items.flatMap(({ type, text }) =>
    type === 'declaration' ? (/^([a-z][a-z-]*)\s*:(?!:)/.exec(text)?.[1] ?? []) : [],
  )
}

function isPart(whole: string, part: string): boolean {
  if (part === whole || part.startsWith(`${whole}-`)) return true
  return shorthands.some(([pattern, other]) => pattern.test(whole) && other.test(part))
}

/** Selectors of the rules in `@media` and the like. */
function toMediaSelectors(items: readonly SyntaxNode[]): string[] {
  return items
    .filter(({ type }) => /^(media|supports|at)_?(statement|rule)$/.test(type))
    .flatMap(item => item.descendantsOfType('selectors'))
    .flatMap(selectors => selectors?.text.split(/\s*,\s*/) ?? [])
}
