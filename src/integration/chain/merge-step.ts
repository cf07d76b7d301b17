import type { Trailer } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import type { ResolvedFile, UnresolvedFile } from '../../merging/merge-conflict.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'

/** A task's branch, to be merged. */
export interface Branch {
  readonly task: TaskId
  readonly title: string
  /** The agent's summary. */
  readonly summary: string | null
  readonly commit: ObjectId
  /** The same tree, with everything it contains in its history: this is merged. */
  readonly joined: ObjectId
  /** Trailers besides run and task, for a squash commit. */
  readonly credits: readonly Trailer[]
  /** Whether it already landed: then there is nothing to merge. */
  readonly isInBase: boolean
  /** Tasks that must precede it in the chain: its prerequisites, and those whose commits it contains. */
  readonly requires: ReadonlySet<TaskId>
}

/** A branch in the chain: the tree with it and all branches merged before. */
export interface Merged extends ChainTip {
  readonly kind: 'merged'
  readonly task: TaskId
  /** Conflicted files. */
  readonly resolved: readonly ResolvedFile[]
  /** Tasks merged before that changed those files. */
  readonly with: readonly TaskId[]
}

/** A resolved file, for the person who resolves the rest. */
export interface AnsweredFile {
  readonly path: string
  /** Undefined: deleted. */
  readonly entry: TreeEntry | undefined
  /** For people. */
  readonly by: string
}

/** The outcome of one branch. */
export type MergeStep =
  | Merged
  | {
      readonly kind: 'conflicted'
      readonly task: TaskId
      readonly left: readonly UnresolvedFile[]
      /** Resolved files of the same merge. */
      readonly answered: readonly AnsweredFile[]
      /** Tasks merged before that changed those files. */
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

/** The end of a chain. */
export interface ChainTip extends Tip {
  /** A commit with the same tree and every branch of the chain in its history, so that git finds the right merge base for the next. */
  readonly joined: ObjectId
}

export async function readTip(
  { repository }: Pick<RunContext, 'repository'>,
  commit: ObjectId,
): Promise<Tip> {
  const { tree } = await requireCommit(repository, commit)
  return { commit, tree }
}
