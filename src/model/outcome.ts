interface OutcomeFacts {
  /** Whether the task ended by itself: not because of another one or of a stopped run, and it does not wait. */
  readonly isOwn: boolean
  /** Whether better instructions could have prevented it. */
  readonly isLesson: boolean
}

const outcomeTable = {
  succeeded: { isOwn: true, isLesson: false },
  'no-changes': { isOwn: true, isLesson: true },
  'out-of-scope': { isOwn: true, isLesson: true },
  failed: { isOwn: true, isLesson: true },
  rejected: { isOwn: true, isLesson: false }, // its reviews are lessons by themselves
  'timed-out': { isOwn: true, isLesson: true },
  stalled: { isOwn: true, isLesson: true },
  'over-budget': { isOwn: true, isLesson: false },
  parked: { isOwn: false, isLesson: false },
  blocked: { isOwn: false, isLesson: false },
  cancelled: { isOwn: false, isLesson: false },
  'infrastructure-error': { isOwn: true, isLesson: false },
} as const satisfies Readonly<Record<string, OutcomeFacts>>

/** How a task ended. */
export type Outcome = keyof typeof outcomeTable

export const outcomes = Object.keys(outcomeTable) as [Outcome, ...Outcome[]]

/** Whether a task succeeded: others can build on it, and it is not redone. */
export function isAchieved(
  { allowNoChanges }: { readonly allowNoChanges: boolean },
  outcome: Outcome,
): boolean {
  return outcome === 'succeeded' || (outcome === 'no-changes' && allowNoChanges)
}

/** Whether a task failed by itself: not because of another one or a stopped run, and it does not wait. */
export function isOwnFailure(task: { readonly allowNoChanges: boolean }, outcome: Outcome): boolean {
  return !isAchieved(task, outcome) && outcomeTable[outcome].isOwn
}

/** Whether better instructions could have prevented how a task ended. */
export function isLesson(outcome: Outcome): boolean {
  return outcomeTable[outcome].isLesson
}

/** How the branch of a task ended. */
export const landings = ['landed', 'conflicted', 'evicted', 'held', 'none'] as const

export type Landing = (typeof landings)[number]
