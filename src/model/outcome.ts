/** How a task ended. */
export const outcomes = [
  'succeeded',
  'no-changes',
  'out-of-scope',
  'failed',
  'rejected',
  'timed-out',
  'stalled',
  'over-budget',
  'parked',
  'blocked',
  'cancelled',
  'infrastructure-error',
] as const

export type Outcome = (typeof outcomes)[number]

/** Whether a task succeeded: others can build on it, and it is not redone. */
export function isAchieved(
  { allowNoChanges }: { readonly allowNoChanges: boolean },
  outcome: Outcome,
): boolean {
  return outcome === 'succeeded' || (outcome === 'no-changes' && allowNoChanges)
}

/** Whether a task failed by itself: not because of another one or a stopped run, and it does not wait. */
export function isOwnFailure(task: { readonly allowNoChanges: boolean }, outcome: Outcome): boolean {
  return !isAchieved(task, outcome) && !['blocked', 'cancelled', 'parked'].includes(outcome)
}

/** How the branch of a task ended. */
export const landings = ['landed', 'conflicted', 'evicted', 'held', 'none'] as const

export type Landing = (typeof landings)[number]
