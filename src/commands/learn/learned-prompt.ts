import * as z from 'zod'
import { incidentKinds, type Lesson } from '../../model/lesson.ts'

/** The name of the plan by which lessons are learned, and its task. */
export const learnPlan = 'Learn from earlier runs'
export const learnTask = 'learn'

const topicSchema = z.object({
  key: z.string().regex(/^[0-9a-f]{6}$/),
  kind: z.enum(incidentKinds),
  file: z.string().nullable(),
  text: z.string(),
})

export type Topic = Readonly<z.output<typeof topicSchema>>

/** A lesson as a line of the prompt, from which later runs read what a proposal was about. */
export function toTopicLine({ key, kind, file, text, count, evidence }: Lesson): string {
  const tasks = evidence.slice(0, 5).map(({ run, task }) => `${run} ${task}`)
  return JSON.stringify({ key, kind, file, text, count, evidence: tasks })
}

export function readTopics(prompt: string): Topic[] {
  const lines = prompt.split('\n').filter(line => line.startsWith('{"key":'))
  return lines.flatMap(line => topicSchema.safeParse(tryJson(line)).data ?? [])
}

/** The lessons that a summary gives as the reason for a change. */
export function readReasons(summary: string | null): ReadonlySet<string> {
  return new Set([...(summary ?? '').matchAll(/\b[0-9a-f]{6}\b/g)].map(([key]) => key))
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the schema says no to that
  }
}
