/** Marks that change the direction of writing: they make text look different. */
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** Characters that no one sees and models read: they can hold orders. */
const hidden = /[\u{e0000}-\u{e007f}]/gu
/** Unicode line ends, which some programs obey and most people do not see. */
const separators = /[\u0085\u2028\u2029]/g

/** Foreign text without characters that deceive its readers. A bare carriage return ends a line. */
export function toPlainCharacters(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(direction, '')
    .replace(hidden, '')
    .replace(separators, ' ')
}

/**
 * For a comment of ours: foreign text that names no run, and no page of a workflow run. Later commands look there for the ones that
 * they continue or stop.
 */
export function withoutRunNames(text: string): string {
  return text
    .replaceAll('/actions/', '/\u200bactions/')
    .replace(/\b(\d{8}-\d{6})-(?=[0-9a-f]{4}\b)/g, '$1-\u200b')
}
