import stringWidth from 'string-width'

/** Fills a text with spaces to a width in terminal columns. */
export function padColumns(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
  const fill = ' '.repeat(Math.max(0, columns - stringWidth(text)))
  return side === 'right' ? text + fill : fill + text
}

/** Cuts a text to a width in terminal columns, with "…" at the end of a cut one. */
export function fitColumns(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text
  let fitted = ''
  for (const character of text) {
    if (stringWidth(fitted + character) > columns - 1) break
    fitted += character
  }
  return columns > 0 ? `${fitted}…` : ''
}

export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0)
}

/** `1 task`, `2 tasks`. */
export function toCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Text that somebody else wrote, on one line and without anything that a terminal would obey. */
export function toPlainLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
}
