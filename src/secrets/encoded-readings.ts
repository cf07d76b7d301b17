import { shortestByChance } from './masking.ts'

/** Another way to read a text, and the shortest form of a value that counts in it. */
export interface EncodedReading {
  readonly shortest: number
  read(text: string): string
}

const escaped =
  /%([0-9a-f]{2})|\\x([0-9a-f]{2})|\\u\{?([0-9a-f]{4,6})\}?|&#x([0-9a-f]{1,6});?|&#(\d{1,7});?|\\([0-7]{3})/gi
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** How values are written in addresses, source code, markup, and in what `od` and `xxd` print. */
export const encodedReadings: readonly EncodedReading[] = [
  { shortest: 0, read: decodeEscapes },
  { shortest: 0, read: text => text.replace(invisible, '') },
  { shortest: shortestByChance, read: text => text.replace(/\s+/g, '') },
  { shortest: shortestByChance, read: text => text.replace(/["'`]\s*[+.,]?\s*["'`]/g, '') },
  { shortest: shortestByChance, read: text => text.replace(/0x|[\s,:;"'()[\]{}-]+/gi, '') },
  { shortest: shortestByChance, read: text => toCharacters(text, /\b\d{2,3}\b/g, 10) },
  { shortest: 0, read: decodeBase64 },
]

function decodeEscapes(text: string): string {
  return text.replace(escaped, (all, ...groups: (string | undefined)[]) => {
    const at = groups.slice(0, 6).findIndex(group => group !== undefined)
    const code = Number.parseInt(groups[at] ?? '', [16, 16, 16, 16, 10, 8][at])
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

/** The characters with the codes in a text. */
function toCharacters(text: string, number: RegExp, base: number): string {
  return [...text.matchAll(number)].map(([code]) => String.fromCharCode(Number.parseInt(code, base))).join('')
}

/** The words in base64, decoded: what is in them may be encoded again. */
function decodeBase64(text: string): string {
  const words = text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []
  return words.map(word => Buffer.from(word, 'base64').toString('latin1')).join('\n')
}
