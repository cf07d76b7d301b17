import * as z from 'zod'

/** The candidate that tests chose for a file. */
export const chosenCandidateSchema = z.strictObject({
  /** Its rank of trust, from 1. */
  number: z.number().int().min(1).max(100),
  of: z.number().int().min(1).max(100),
  kind: z.string().max(60),
  /** Passed tests; null if unknown. */
  passed: z.number().int().min(0).nullable(),
  /** Whether a test is known to cover the conflict. */
  isTouched: z.boolean(),
})

export type ChosenCandidate = Readonly<z.output<typeof chosenCandidateSchema>>

/** `candidate 2 of 4 (words), chosen by tests: 12 passed`. */
export function toChosenText({ number, of, kind, passed, isTouched }: ChosenCandidate): string {
  const count = passed === null ? 'all passed' : `${passed} passed`
  const doubt = isTouched ? '' : ', none known to cover these lines'
  return `candidate ${number} of ${of} (${kind}), chosen by tests: ${count}${doubt}`
}
