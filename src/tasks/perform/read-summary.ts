import { readPlainText } from '../../files/plain-file.ts'
import { toPlainCharacters } from '../../model/foreign-text.ts'
import { maskSecrets } from '../../secrets/masking.ts'

const longestSummary = 4000

/** The summary in an agent's report file; null: none. */
export function readSummary(path: string): string | null {
  return (
    maskSecrets(toPlainCharacters(readPlainText(path, longestSummary * 4)))
      .trim()
      .slice(0, longestSummary) || null
  )
}
