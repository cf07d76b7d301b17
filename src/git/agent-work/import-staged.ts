import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { Harness } from '../repository/harness.ts'
import { placeOf, type Worktree } from '../worktree/worktree.ts'
import { importCommits } from './import-commits.ts'
import { closeObjectView, openObjectView } from './object-view.ts'

/** Writes an index as a tree of the repository; its files may exist only among the objects of the worktree. */
export async function importStaged(
  harness: Harness,
  { worktree, start }: { readonly worktree: Worktree; readonly start: ObjectId },
): Promise<ObjectId> {
  const view = join(harness.gitDirectory, `view-${randomBytes(6).toString('hex')}`)
  try {
    await openObjectView(worktree.gitDirectory, view)
    const { directory, env } = placeOf(harness, worktree)
    const place = { directory, env: { ...env, GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(view) } }
    const tree = await runGit(place, ['write-tree'])
    const imported = await importCommits(harness, worktree.gitDirectory, [tree], start)
    if (imported.kind === 'refused') throw new Error(`the staged changes cannot be read: ${imported.reason}`)
    return tree
  } finally {
    await closeObjectView(view)
  }
}
