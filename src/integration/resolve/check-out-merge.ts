import { harnessIdentity, writeCommit } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import { createWorktree, type Worktree } from '../../git/worktree/worktree.ts'
import type { RunContext } from '../../run/run-context.ts'

/** An unfinished merge. */
export interface OpenMerge {
  readonly tree: ObjectId
  readonly ours: ObjectId
  readonly theirs: ObjectId
  readonly message: string
}

/** Writes an unfinished merge as a commit that can be checked out. It is never on a branch. */
export function writeOpenMerge(
  { repository }: ControlRepository,
  { tree, ours, theirs, message }: OpenMerge,
): Promise<ObjectId> {
  return writeCommit(repository.store, {
    tree,
    parents: [ours, theirs],
    author: harnessIdentity,
    committer: harnessIdentity,
    date: 0,
    message,
    trailers: [],
  })
}

/**
 * Checks out a commit for something other than a task.
 *
 * @param control Sees the objects of the commit.
 * @param name Of the worktree and its branch; no task can have it.
 */
export function checkOutAs(
  { paths, visibleRefs }: RunContext,
  control: ControlRepository,
  name: string,
  commit: ObjectId,
): Promise<Worktree> {
  return createWorktree(control, {
    path: paths.worktree(name),
    stateFolder: paths.task(name).worktreeState,
    commit,
    branch: name,
    packedRefs: visibleRefs,
  })
}
