/** A constant that a case or a condition compares with. */
export interface Constant {
  /** `name`: of a constant or variant, whose value is unknown here. */
  readonly kind: 'number' | 'string' | 'symbol' | 'name'
  readonly value: string
}

/** A number, text or symbol whose value is certain: no interpolation, and only escapes with one spelling. */
export function tryLiteral(text: string): Constant | undefined {
  if (/^-?\d[\w.]*$/.test(text) && !text.includes('..')) return { kind: 'number', value: toNumber(text) }
  if (/^:\w+[?!]?$/.test(text)) return { kind: 'symbol', value: text.slice(1) }
  const [, , content] = /^(["'])((?:[^"'\\]|\\[nrt0'"\\])*)\1$/.exec(text) ?? []
  if (content === undefined || /\$[\w{]|#\{/.test(content)) return undefined
  // A loose comparison, as in PHP, takes '1' and '1.0' for the same.
  return { kind: 'string', value: content.trim() === '' ? content : toNumber(content) }
}

function toNumber(text: string): string {
  const plain = text.replace(/(?<=\d)_(?=\d)/g, '')
  const digits = /^0[xXbBoO]/.test(plain) ? plain : plain.replace(/[uUlLfFdDmMnN]+$/, '')
  return Number.isNaN(Number(digits)) ? text : String(Number(digits))
}

/**
 * Whether no constant of one side equals one of the other: all are literals, or all are names, and none is on both sides. Undefined
 * stands for something else, which may equal anything.
 */
export function areUnequal(
  left: readonly (Constant | undefined)[],
  right: readonly (Constant | undefined)[],
): boolean {
  const all = [...left, ...right]
  const known = all.filter(constant => constant !== undefined)
  const named = known.filter(({ kind }) => kind === 'name')
  if (known.length < all.length || (named.length > 0 && named.length < all.length)) return false
  return !left.some(mine => right.some(other => mine?.value === other?.value))
}
