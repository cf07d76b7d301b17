import * as z from 'zod'
import type { Claim } from '../../conflicts/text/contested.ts'
import { readPlainText } from '../../files/plain-file.ts'

const choiceSchema = z.object({
  path: z.string(),
  sentence: z.string().min(1).max(500),
  dropped: z.array(z.string()).default([]),
})

/** What an agent says that it decided about the files of a merge, by path. Lines that cannot be read do not count. */
export function readChoices(file: string): Map<string, Claim[]> {
  const choices = new Map<string, Claim[]>()
  for (const line of readPlainText(file).split('\n')) {
    const choice = tryChoice(line)
    if (choice !== undefined) choices.set(choice.path, [...(choices.get(choice.path) ?? []), choice])
  }
  return choices
}

function tryChoice(line: string): z.output<typeof choiceSchema> | undefined {
  try {
    return choiceSchema.parse(JSON.parse(line))
  } catch {
    return undefined // the proof says what is missing
  }
}
