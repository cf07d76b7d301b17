import { readPlainText } from '../../files/plain-file.ts'
import { toHonestText } from '../../model/foreign-text.ts'
import { maskSecrets } from '../../secrets/masking.ts'

const longestSummary = 4000

/** What an agent has reported in the file that it was given for that; null: nothing. */
export function readSummary(path: string): string | null {
  return (
    maskSecrets(toHonestText(readPlainText(path, longestSummary * 4)))
      .trim()
      .slice(0, longestSummary) || null
  )
}
