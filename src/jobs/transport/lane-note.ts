import * as z from 'zod'
import { idPattern } from '../../plan/file/id-pattern.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import type { RunId } from '../../run/run-id.ts'
import { toJson } from '../../run/run-store.ts'

const laneNoteSchema = z.strictObject({
  version: z.literal(1),
  /** Of the workflow run, from 1. */
  attempt: z.number().int().positive(),
  /** The lane's job of the workflow run; null if unknown. */
  job: z.string().max(100).nullable(),
  /** When a lane begins: the public key of what it will sign. When it has ended: that, signed. */
  proof: z.string().max(200).nullable(),
  tasks: z.array(z.string().regex(idPattern)).max(10_000),
})

/** A lane's note to others. */
export type LaneNote = Readonly<z.output<typeof laneNoteSchema>>

export function toLaneNoteText(
  { tasks }: Pick<Lane, 'tasks'>,
  { attempt, job, proof }: Pick<LaneNote, 'attempt' | 'job' | 'proof'>,
): string {
  return toJson({ version: 1, attempt, job, proof, tasks: [...tasks] } satisfies LaneNote)
}

/** What a lane signs when it has ended. */
export function toLaneEndText(run: RunId, attempt: number, lane: string): string {
  return `${run} ${attempt} ${lane} has ended`
}

/** Undefined for any other text: a forged note has no effect. */
export function tryReadLaneNote(text: string): LaneNote | undefined {
  return laneNoteSchema.safeParse(tryParse(text)).data
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the schema refuses that
  }
}
