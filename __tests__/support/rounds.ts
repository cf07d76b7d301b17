/**
 * How often a trial is repeated (a kill at another moment, an input by chance, one thing more of many): seldom by default, and
 * as often as ever with TEST_ROUNDS=full. The few are spread over the same range as the many.
 */
export function rounds(few: number, full: number): number {
  return hasAllRounds ? full : few
}

/** Whether what has been seen in one way is to be seen in all others too. */
export const hasAllRounds = process.env.TEST_ROUNDS === 'full'
