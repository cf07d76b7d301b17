/** The beginning of a text. V8 keeps a whole text alive for a part that was cut out of it: a megabyte for one word. */
export function toOwnText(text: string, longest: number): string {
  return Buffer.from(text.slice(0, longest), 'utf16le').toString('utf16le')
}
