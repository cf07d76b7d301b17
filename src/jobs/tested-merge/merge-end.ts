/** GitHub's status of the merge job, or its own: that it reached its deadline, or that the run continues in another workflow run. */
export const mergeEnds = ['success', 'failure', 'cancelled', 'skipped', 'deadline', 'continued'] as const
export type MergeEnd = (typeof mergeEnds)[number]

/** A job is skipped if the run is cancelled before it starts. */
export function isCancelled(end: MergeEnd | undefined): boolean {
  return end === 'cancelled' || end === 'skipped'
}

/** Why there is no merge. */
export function whyNoMerge(end: MergeEnd | undefined): string {
  switch (end) {
    case 'cancelled':
    case 'skipped':
      return 'the run was cancelled before its result was merged and tested'
    case 'deadline':
      return 'the merge job reached its deadline (`deadline-minutes`) before the tests ended'
    case 'failure':
      return 'the merge job failed: see its log'
    default:
      return 'no job handed over a tested merge'
  }
}
