import { RefusedError } from '../../model/refused-error.ts'

/** Linux limits the length of a variable, and other jobs get the plan as one. */
const longestPlanOutput = 120_000

/** A plan as an output for other jobs. Refused if it is too long. */
export function requirePlanOutput(text: string): string {
  if (Buffer.byteLength(text) <= longestPlanOutput) return text
  throw new RefusedError(
    `the plan with the texts of its issues has ${Buffer.byteLength(text)} bytes, but other jobs can receive at most ${longestPlanOutput}: move long texts to files and name them with \`prompt-file:\``,
  )
}
