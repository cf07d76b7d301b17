import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { ArtifactStore } from '../transport/artifact-store.ts'

/** How the jobs of a run exchange it: as artifacts, which are untrusted, or as refs, which only jobs with write access can push. */
export type Exchange = ArtifactExchange | { readonly kind: 'refs'; readonly access: RemoteAccess }

export interface ArtifactExchange {
  readonly kind: 'artifacts'
  readonly artifacts: ArtifactStore
  /** Where lanes push if artifacts are refused, and where the run may already be published. */
  readonly access: RemoteAccess
  /**
   * The digest of the merge, from the outputs of the job that made it. Every job can upload under that job's name, even before it,
   * but only its own outputs are trustworthy. Undefined: no verified merge.
   */
  readonly merged: string | undefined
  /** How the merge job ended, if it left no merge and that is known. */
  readonly mergeEnd: MergeEnd | undefined
}

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
