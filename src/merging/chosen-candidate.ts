import * as z from 'zod'

/** Which of the candidates for a file the tests have chosen. */
export const chosenCandidateSchema = z.strictObject({
  /** Its place in the order of trust, from 1. */
  number: z.number().int().min(1).max(100),
  of: z.number().int().min(1).max(100),
  kind: z.string().max(60),
  /** How many tests passed; null where the test output does not say. */
  passed: z.number().int().min(0).nullable(),
  /** Whether it is known that a test touches the place. */
  isTouched: z.boolean(),
})

export type ChosenCandidate = Readonly<z.output<typeof chosenCandidateSchema>>

/** `candidate 2 of 4 (words), chosen by tests: 12 passed`. */
export function toChosenText({ number, of, kind, passed, isTouched }: ChosenCandidate): string {
  const count = passed === null ? 'all passed' : `${passed} passed`
  const doubt = isTouched ? '' : ', none known to cover these lines'
  return `candidate ${number} of ${of} (${kind}), chosen by tests: ${count}${doubt}`
}
