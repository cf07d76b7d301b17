import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { readPlacedFiles } from '../worktree/placed-files.ts'
import type { Worktree } from '../worktree/worktree.ts'
import { closeObjectView, openObjectView } from './object-view.ts'

export interface CommitsRequest {
  readonly worktree: Worktree
  readonly gitDirectory: string
  readonly commits: readonly ObjectId[]
  readonly start: ObjectId
}

/** A file of the user, copied into the checkout, that the agent's commits hold; undefined: none. */
export async function tryFindPlacedFile(
  control: ControlRepository,
  { worktree, gitDirectory, commits, start }: CommitsRequest,
): Promise<string | undefined> {
  const { paths, ids } = readPlacedFiles(worktree)
  if (paths.length === 0) return undefined
  const view = join(control.gitDirectory, `view-${randomBytes(6).toString('hex')}`)
  try {
    await openObjectView(gitDirectory, view)
    const env = { ...control.place.env, GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(view) }
    const list = ['rev-list', '--objects', ...commits, `^${start}`]
    const lines = (await runGit({ ...control.place, env }, list)).split('\n')
    const entries = lines.map(line => ({ id: line.split(' ', 1)[0] ?? '', path: line.replace(/^\S+ ?/, '') }))
    const found = entries.find(({ id, path }) => ids.includes(id) || paths.includes(path))
    return found && (found.path === '' ? found.id : found.path)
  } finally {
    await closeObjectView(view)
  }
}
