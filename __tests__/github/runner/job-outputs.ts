import { child, entries, type Token, toText } from '../workflow/token.ts'
import type { Job } from './job.ts'
import type { JobState } from './job-state.ts'

/** The most that the outputs of a job may be together, in UTF-16 bytes. */
const largestOutputs = 1024 * 1024

/** The outputs of a job. Those that contain a secret are dropped. Throws when they are too large. */
export function toJobOutputs(state: JobState, definition: Token, job: Job): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const [name, token] of entries(child(definition, 'outputs'))) {
    const value = toText(token, state.toScope()) ?? ''
    if (state.masks.isIn(value)) {
      job.ownAnnotations.push({
        level: 'warning',
        message: `Skip output '${name}' since it may contain secret.`,
      })
    } else {
      outputs[name] = value
    }
  }
  const size = Object.values(outputs).reduce((sum, value) => sum + value.length * 2, 0)
  if (size > largestOutputs) throw new Error(`The job's outputs are ${size} bytes; at most 1 MB is allowed`)
  return outputs
}
