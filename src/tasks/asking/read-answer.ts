import { readTail } from '../../agents/process/log-file.ts'
import { readPlainText } from '../../files/plain-file.ts'
import { toPlainCharacters } from '../../model/foreign-text.ts'
import { maskSecrets } from '../../secrets/masking.ts'

const longestAnswer = 1 << 18
/** The number of last events that may hold an agent's last message. */
const lastEvents = 3

/**
 * Possible answers of an agent, the likeliest first: its answer file, else the end of its output. Text that it read and printed on
 * the way is excluded.
 */
export function readAnswerTexts(file: string, log: string, offset: number): string[] {
  const text = maskSecrets(toPlainCharacters(readPlainText(file, longestAnswer)))
  if (text.trim() !== '') return [text]
  const lines = readTail(log, offset, longestAnswer).slice(1)
  const events = lines.filter(line => line.startsWith('{')).slice(-lastEvents)
  return [lines.join('\n'), ...events.reverse().flatMap(toTexts)]
}

/** The texts in a line of JSON, as many CLIs print it. */
function toTexts(line: string): string[] {
  try {
    return listTexts(JSON.parse(line), 8)
  } catch {
    return [] // it only looks like JSON
  }
}

function listTexts(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || depth === 0) return []
  return Object.values(value).flatMap(inner => listTexts(inner, depth - 1))
}
