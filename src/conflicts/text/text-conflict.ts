import type { ResolverName } from '../../model/resolver-names.ts'

/** A file on which git's merge stopped. */
export interface FileConflict {
  /** From the root of the repository, with `/`. */
  readonly path: string
  /** Undefined when both sides have added the file. */
  readonly base: string | undefined
  /** What is merged so far; undefined when it deletes the file. */
  readonly ours: string | undefined
  /** What is merged into it; undefined when it deletes the file. */
  readonly theirs: string | undefined
}

/** A file that both sides have changed or added, so that there is text to merge. */
export interface TextConflict extends FileConflict {
  readonly ours: string
  readonly theirs: string
}

/** Something that was decided although the sides wanted it differently. It is shown to people. */
export interface NamedChoice {
  /** What was decided, in one sentence. */
  readonly sentence: string
  /** Words of a side that are not in the result because of it. */
  readonly dropped: readonly string[]
  /** Words that a side has removed and that are in the result anyway. */
  readonly kept: readonly string[]
}

/** What one resolver makes of a conflict. */
export type Resolution =
  /** The whole file. */
  | { readonly kind: 'resolved'; readonly text: string; readonly choices: readonly NamedChoice[] }
  /** A part of the conflict is gone: the three versions agree there, the rest is for the next resolver. */
  | { readonly kind: 'reduced'; readonly conflict: TextConflict; readonly choices: readonly NamedChoice[] }
  | { readonly kind: 'declined'; readonly reason: string }

/** The resolvers that need nothing but the three versions of one file. */
export type TextResolverName = Extract<
  ResolverName,
  'lines' | 'keys' | 'imports' | 'additions' | 'structure' | 'edits'
>

export interface Resolver {
  readonly name: TextResolverName
  readonly resolve: (conflict: TextConflict) => Resolution | Promise<Resolution>
}

export const declined = (reason: string): Resolution => ({ kind: 'declined', reason })
