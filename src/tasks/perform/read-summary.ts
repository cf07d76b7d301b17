import { readPlainText } from '../../files/plain-file.ts'
import { toHonestText } from '../../model/foreign-text.ts'

const longestSummary = 4000

/** What an agent has reported in the file that it was given for that; null: nothing. */
export function readSummary(path: string): string | null {
  return (
    toHonestText(readPlainText(path, longestSummary * 4))
      .trim()
      .slice(0, longestSummary) || null
  )
}
