import type { ResolverName } from '../../model/resolver-names.ts'

/** A file with a merge conflict. */
export interface FileConflict {
  /** From the root of the repository, with `/`. */
  readonly path: string
  /** Undefined if both sides added the file. */
  readonly base: string | undefined
  /** The merged state so far; undefined if it deletes the file. */
  readonly ours: string | undefined
  /** The branch being merged; undefined if it deletes the file. */
  readonly theirs: string | undefined
}

/** A file that both sides changed or added, so that there is text to merge. */
export interface TextConflict extends FileConflict {
  readonly ours: string
  readonly theirs: string
}

/** A decision although the sides disagreed. It is shown to people. */
export interface Override {
  /** The decision, in one sentence. */
  readonly sentence: string
  /** A side's words that are missing from the result because of it. */
  readonly dropped: readonly string[]
  /** Words that a side removed and that stay because of it. */
  readonly kept: readonly string[]
}

/** The result of one resolver. */
export type Resolution =
  /** The whole file. */
  | { readonly kind: 'resolved'; readonly text: string; readonly overrides: readonly Override[] }
  /** A part of the conflict is solved: the three versions agree there, the rest is for the next resolver. */
  | { readonly kind: 'reduced'; readonly conflict: TextConflict; readonly overrides: readonly Override[] }
  | { readonly kind: 'declined'; readonly reason: string }

/** The resolvers that only need the three versions of one file. */
export type TextResolverName = Exclude<ResolverName, 'generated' | 'cache' | 'drivers' | 'agent'>

export interface Resolver {
  readonly name: TextResolverName
  readonly resolve: (conflict: TextConflict) => Resolution | Promise<Resolution>
}

export const declined = (reason: string): Resolution => ({ kind: 'declined', reason })
