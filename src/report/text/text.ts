import stringWidth from 'string-width'
import { toPlainCharacters } from '../../model/foreign-text.ts'

/** ASCII, Latin letters, dashes, lines and blocks: each one column wide. */
const narrow = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2500-\u25ff]*$/

/** Width in terminal columns. Common characters need no table of widths. */
export function toWidth(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text)
}

/** Pads a text with spaces to a width in terminal columns. */
export function padColumns(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
  const fill = ' '.repeat(Math.max(0, columns - toWidth(text)))
  return side === 'right' ? text + fill : fill + text
}

/** Cuts a text to a width in terminal columns, with "…" at the end of a cut one. */
export function fitColumns(text: string, columns: number): string {
  if (toWidth(text) <= columns) return text
  let fitted = ''
  for (const character of text) {
    if (toWidth(fitted + character) > columns - 1) break
    fitted += character
  }
  return columns > 0 ? `${fitted}…` : ''
}

/** Wraps a text at spaces into lines of at most this many columns; longer words stay whole. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && toWidth(longer) > columns) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** The same for a sentence with commands in quotes, which stay whole, so that they can be pasted. */
export function wrapSentence(text: string, columns: number): string[] {
  const space = '\uE000'
  const joined = text.replace(/"[^"]+"|`[^`]+`/g, quoted => quoted.replaceAll(' ', space))
  return wrapText(joined, columns).map(line => line.replaceAll(space, ' '))
}

export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, toWidth(text)), 0)
}

/** `1 task`, `2 tasks`. */
export function toCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Control sequences of terminals (ECMA-48): colours and cursor movements, titles and links, single characters. */
const sequence =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: matches control characters
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-Z\\-~])/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: removes control characters
const controls = /[\u0000-\u001f\u007f-\u009f]+/g

/** A foreign line without terminal sequences and control characters. Tabs stay. */
export function toPlainText(line: string): string {
  const kept = toPlainCharacters(line).replace(sequence, '').split('\t')
  return kept.map(part => part.replace(controls, '')).join('\t')
}

/** Foreign text on one line, without terminal sequences. */
export function toPlainLine(text: string): string {
  return toPlainCharacters(text).replace(controls, ' ').trim()
}

const shownNames = 12

/** A list, shortened to its first names and the last, with the number of omitted ones. */
export function toShortList(names: readonly string[], separator: string): string {
  if (names.length <= shownNames) return names.join(separator)
  const hidden = names.length - shownNames
  return [...names.slice(0, shownNames - 1), `… ${hidden} more …`, names.at(-1)].join(separator)
}
