import * as z from 'zod'
import type { ClaimedOverride } from '../../conflicts/text/contested.ts'
import { readPlainText } from '../../files/plain-file.ts'

const choiceSchema = z.object({
  path: z.string(),
  sentence: z.string().min(1).max(500),
  dropped: z.array(z.string()).default([]),
})

/** An agent's overrides in a merge, by path. Unreadable lines are ignored. */
export function readChoices(file: string): Map<string, ClaimedOverride[]> {
  const choices = new Map<string, ClaimedOverride[]>()
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
    return undefined // the proof reports what is missing
  }
}
