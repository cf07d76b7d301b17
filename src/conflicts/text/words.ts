/** Numbers with their dots, names, and every other sign by itself; commas do not count. */
const wordPattern = /\d[\w.+-]*\w|[\p{L}\p{N}_$]+|[^\s,]/gu

export function toWords(text: string): string[] {
  return text.match(wordPattern) ?? []
}
