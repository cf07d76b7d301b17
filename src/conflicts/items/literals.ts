/** A constant that a case or a condition compares with. */
export interface Constant {
  /** `name`: of a constant or variant, whose value is unknown here. */
  readonly kind: 'number' | 'string' | 'symbol' | 'name'
  readonly value: string
}

/** A number, text or symbol whose value is certain: no interpolation, and only escapes with one spelling. */
export function tryLiteral(text: string): Constant | undefined {
  const number = tryNumber(text)
  if (number !== undefined) return { kind: 'number', value: number }
  if (/^:\w+[?!]?$/.test(text)) return { kind: 'symbol', value: text.slice(1) }
  const [, , content] = /^(["'])((?:[^"'\\]|\\[nrt0'"\\])*)\1$/.exec(text) ?? []
  if (content === undefined || /\$[\w{]|#\{/.test(content)) return undefined
  // A loose comparison, as in PHP, takes '1' and '1.0' for the same.
  return { kind: 'string', value: tryNumber(content) ?? content }
}

/** The value without a suffix for its type; undefined for a notation that languages read differently, such as `010`. */
function tryNumber(text: string): string | undefined {
  if (!/^-?\d[\w.]*$/.test(text) || /^-?0\d/.test(text)) return undefined
  const plain = text.replace(/(?<=\w)_(?=\w)/g, '')
  const isDecimal = !/^-?0[xXbBoO]/.test(plain)
  const digits = isDecimal ? plain.replace(/(?:[iuf]\d+|[uUlLfFdDmMnN]+)$/, '') : plain
  return Number.isNaN(Number(digits)) ? undefined : String(Number(digits))
}

/**
 * Whether no constant of one side equals one of the other: all are of one kind, and none is on both sides. Undefined:
 * not a constant, so it may equal anything.
 */
export function areUnequal(
  left: readonly (Constant | undefined)[],
  right: readonly (Constant | undefined)[],
): boolean {
  const all = [...left, ...right]
  if (all.includes(undefined) || new Set(all.map(constant => constant?.kind)).size > 1) return false
  return !left.some(mine => right.some(other => mine?.value === other?.value))
}
