import { longestPlanText } from '../../commands/comment/issue-plan-text.ts'
import { RefusedError } from '../../model/refused-error.ts'

/** A plan as an output for other jobs. Refused if it is too long. */
export function requirePlanOutput(text: string): string {
  if (Buffer.byteLength(text) <= longestPlanText) return text
  throw new RefusedError(
    `the plan with the texts of its issues has ${Buffer.byteLength(text)} bytes, but other jobs can receive at most ${longestPlanText}: move long texts to files and name them with \`prompt-file:\`, or shorten the issues`,
  )
}
