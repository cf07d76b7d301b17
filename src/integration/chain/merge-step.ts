import type { Trailer } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import type { ResolvedFile, UnresolvedFile } from '../../merging/merge-conflict.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'

/** The branch of a task that is to be merged. */
export interface Branch {
  readonly task: TaskId
  readonly title: string
  /** What its agent reported. */
  readonly summary: string | null
  readonly commit: ObjectId
  /** The same with everything in its history that it holds: what is merged. */
  readonly joined: ObjectId
  /** Beside run and task, for a commit that stands for the whole branch. */
  readonly credits: readonly Trailer[]
  /** Whether it has landed before: then there is nothing to merge. */
  readonly isInBase: boolean
  /** Tasks that must be in the chain before: those that it needs, and those whose commits it contains. */
  readonly requires: ReadonlySet<TaskId>
}

/** A branch that is in the chain: the tree with it and all that were merged before. */
export interface Merged extends ChainTip {
  readonly kind: 'merged'
  readonly task: TaskId
  /** Files on which git stopped. */
  readonly resolved: readonly ResolvedFile[]
  /** Tasks merged before it that changed those files. */
  readonly with: readonly TaskId[]
}

/** A file that a person who resolves the rest finds resolved. */
export interface AnsweredFile {
  readonly path: string
  readonly entry: TreeEntry
  /** In words. */
  readonly by: string
}

/** What became of one branch. */
export type MergeStep =
  | Merged
  | {
      readonly kind: 'conflicted'
      readonly task: TaskId
      readonly left: readonly UnresolvedFile[]
      /** Files of the same merge for which there is an answer. */
      readonly answered: readonly AnsweredFile[]
      /** Tasks merged before it that changed those files. */
      readonly with: readonly TaskId[]
      /** The branch, and the tree of its merge with conflict markers. */
      readonly theirs: ObjectId
      readonly tree: ObjectId
    }
  | { readonly kind: 'held'; readonly task: TaskId; readonly by: readonly TaskId[] }

/** A commit and its tree. */
export interface Tip {
  readonly commit: ObjectId
  readonly tree: ObjectId
}

/** Where a chain has got to. */
export interface ChainTip extends Tip {
  /** A commit with the same tree whose history has every branch in the chain, so that git finds where the next one began. */
  readonly joined: ObjectId
}

export async function readTip(
  { repository }: Pick<RunContext, 'repository'>,
  commit: ObjectId,
): Promise<Tip> {
  const { tree } = await requireCommit(repository, commit)
  return { commit, tree }
}
