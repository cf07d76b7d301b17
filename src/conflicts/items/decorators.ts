import type { SyntaxNode } from '../syntax/parsers.ts'

/** Decorators that only mark a declaration; all others wrap or rewrite what is below them, in order. */
const marks: readonly RegExp[] = [
  /^@(pytest\.)?mark\.(?!usefixtures)\w+/,
  /^@(typing\.|typing_extensions\.)?(override|final)$/,
  /^@(Is[A-Z]\w*|Min|Max|MinLength|MaxLength|Length|Matches|Api[A-Z]\w*)\(/,
  /^#\[\s*(allow|warn|deny|expect|inline|must_use|cold|doc|deprecated|non_exhaustive|repr|track_caller|ignore|should_panic|serde)\b/,
]

/** Marks that one declaration may have several times, with different arguments. */
const repeatable = /^(allow|warn|deny|expect|doc|serde|.*mark\.parametrize)$/

function isDecorator({ type }: SyntaxNode): boolean {
  return type === 'decorator' || type === 'attribute_item'
}

/** Items without the decorators of other items. */
export function withoutDecorators(items: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return items.filter((item, index) => !isDecorator(item) || index === items.length - 1)
}

/** Whether no side's additions end with a decorator for what follows, or all are different marks. */
export function areFreeDecorators(left: readonly SyntaxNode[], right: readonly SyntaxNode[]): boolean {
  const [last, otherLast] = [left.at(-1), right.at(-1)]
  if (![last, otherLast].some(item => item !== undefined && isDecorator(item))) return true
  const areMarks = [...left, ...right].every(
    item => isDecorator(item) && marks.some(mark => mark.test(item.text)),
  )
  return areMarks && !left.some(item => right.some(other => toMark(item) === toMark(other)))
}

function toMark({ text }: SyntaxNode): string {
  const [, name = text, argument = ''] = /^[@#[\s]*([\w.:]+)(?:\(\s*["']?([\w:]+))?/.exec(text) ?? []
  return repeatable.test(name) ? `${name} ${argument}` : name
}
