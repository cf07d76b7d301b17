import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { ArtifactStore } from '../transport/artifact-store.ts'

/** How the jobs of a run exchange it: as artifacts, which are not trusted, or as refs, which only jobs that may write can push. */
export type Exchange = ArtifactExchange | { readonly kind: 'refs'; readonly access: RemoteAccess }

export interface ArtifactExchange {
  readonly kind: 'artifacts'
  readonly artifacts: ArtifactStore
  /** Where lanes push whose artifacts are refused, and where the run may have been published before. */
  readonly access: RemoteAccess
  /**
   * The digest of the merge, by the word of the job that made it. Every job can upload under the name of that one, also before it, but
   * only its own outputs are its own. Undefined: no job vouches for any merge.
   */
  readonly merged: string | undefined
  /** How the job that merges ended, where it left no merge and that is known. */
  readonly mergeEnd: MergeEnd | undefined
}

/** What GitHub says of the job that merges, or it says of itself: that it has reached its deadline, or that the run goes on in a next workflow run. */
export const mergeEnds = ['success', 'failure', 'cancelled', 'skipped', 'deadline', 'continued'] as const
export type MergeEnd = (typeof mergeEnds)[number]

/** A job is skipped when the run is cancelled before its turn. */
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
      return 'the job that merges and tests reached its deadline (`deadline-minutes`) before the tests ended'
    case 'failure':
      return 'the job that merges and tests failed: its log says why'
    default:
      return 'no job handed over a tested merge'
  }
}
