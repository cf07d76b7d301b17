import type { ObjectId } from '../../git/objects/objects.ts'
import { restorePaths, restoreWorktree, withPathsFrom } from '../../git/worktree/restore.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { CollectedWork } from './collect-work.ts'
import type { TaskWork } from './task-work.ts'

/** Restores the worktree's state at the end of the attempt, without the refused changes. */
export async function takeBack(
  { control }: RunContext,
  { worktree, start, setupTree }: TaskWork,
  collected: CollectedWork,
  undo: readonly string[],
): Promise<void> {
  const source: ObjectId = setupTree ?? start
  const edit = { tree: collected.worktreeTree, source, paths: undo }
  const isAllTaken = collected.problems.length + collected.left.length === 0
  if (isAllTaken || collected.isGone)
    await restoreWorktree(control, worktree, await withPathsFrom(control, worktree, edit))
  else await restorePaths(control, worktree, edit)
}
