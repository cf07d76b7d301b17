import { toPlainCharacters } from '../../model/foreign-text.ts'
import { maskSecrets } from '../../secrets/masking.ts'
import { toOwnText } from './own-text.ts'

const longestActivity = 200
/** Escape sequences are removed from this much of a line. */
const searched = 4000

/** One line of at most 200 characters, without control characters (and so without colours or cursor movements). */
export function toActivity(text: string): string | undefined {
  const line = maskSecrets(toPlainCharacters(text.slice(0, searched)))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removes terminal escape sequences
    .replace(/\u001b(\[[0-9;?]*[ -/]*[@-~]|\][^\u0007]*\u0007|.)/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removes other control characters
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
  return line === '' ? undefined : toOwnText(line, longestActivity)
}
