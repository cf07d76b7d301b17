import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { placeOf, type Worktree } from '../worktree/worktree.ts'
import { importCommits } from './import-commits.ts'
import { closeObjectView, openObjectView } from './object-view.ts'

/** Writes an index as a tree of the repository; its files may exist only among the objects of the worktree. */
export async function importStaged(
  control: ControlRepository,
  { worktree, start }: { readonly worktree: Worktree; readonly start: ObjectId },
): Promise<ObjectId> {
  const view = join(control.gitDirectory, `view-${randomBytes(6).toString('hex')}`)
  try {
    await openObjectView(worktree.gitDirectory, view)
    const { directory, env } = placeOf(control, worktree)
    const place = { directory, env: { ...env, GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(view) } }
    const tree = await runGit(place, ['write-tree'])
    const imported = await importCommits(control, worktree.gitDirectory, [tree], start)
    if (imported.kind === 'refused') throw new Error(`the staged changes cannot be read: ${imported.reason}`)
    return tree
  } finally {
    await closeObjectView(view)
  }
}
