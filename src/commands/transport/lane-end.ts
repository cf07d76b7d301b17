import * as z from 'zod'
import { idPattern } from '../../plan/id-pattern.ts'
import type { Lane } from '../../plan/lanes.ts'
import type { TaskId } from '../../plan/plan.ts'
import { toJson } from '../run/run-store.ts'

/** A matrix has 256 jobs, and a plan not many more tasks. */
const laneEndSchema = z.strictObject({
  version: z.literal(1),
  attempt: z.number().int().positive(),
  tasks: z.array(z.string().regex(idPattern)).max(10_000),
})

/** What a lane leaves when it has come to its end. */
export type LaneEnd = Readonly<z.output<typeof laneEndSchema>>

export function toLaneEndText({ tasks }: Lane, attempt: number): string {
  return toJson({ version: 1, attempt, tasks: [...tasks] } satisfies LaneEnd)
}

/** The tasks of a lane that has ended in the given attempt; none where the text says something else. */
export function readLaneEnd(text: string, attempt: number): readonly TaskId[] {
  const read = laneEndSchema.safeParse(tryParse(text))
  return read.success && read.data.attempt === attempt ? read.data.tasks : []
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // whoever forges an end only says nothing
  }
}
