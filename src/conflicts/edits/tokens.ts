/** A word or sign of a text, with the preceding white space. */
export interface Token {
  readonly text: string
  readonly space: string
  /** The word's position in its text, in UTF-16 code units. */
  readonly offset: number
}

const tokenPattern = /(\s*)(\d[\w.+-]*\w|[\p{L}\p{N}_$]+|\S|$)/gu

/** Numbers with their dots, names, and every other sign by itself. The last token is empty and holds the trailing white space. */
export function toTokens(text: string, offset = 0): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(tokenPattern)) {
    const [, space = '', word = ''] = match
    tokens.push({ text: word, space, offset: offset + match.index + space.length })
    if (word === '') break
  }
  return tokens
}

export function isWordToken({ text }: Token): boolean {
  return /^[\p{L}\p{N}_$]/u.test(text)
}

export function isSameToken(a: Token, b: Token): boolean {
  return a.text === b.text
}
