import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ObjectId } from '../objects/objects.ts'
import { type GitPlace, runGit } from '../process/run-git.ts'
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
  return withObjects(control, gitDirectory, async place => {
    const input = [...commits, `^${start}`].join('\n')
    const lines = (await runGit(place, ['rev-list', '--objects', '--stdin'], `${input}\n`)).split('\n')
    const entries = lines.map(line => ({ id: line.split(' ', 1)[0] ?? '', path: line.replace(/^\S+ ?/, '') }))
    const found = entries.find(({ id, path }) => ids.includes(id) || paths.includes(path))
    return found && (found.path === '' ? found.id : found.path)
  })
}

/** The ids of which there is no object, neither in an agent's git directory nor in the repository. */
export async function listAbsent(
  control: ControlRepository,
  gitDirectory: string,
  ids: readonly ObjectId[],
): Promise<Set<ObjectId>> {
  if (ids.length === 0) return new Set()
  return withObjects(control, gitDirectory, async place => {
    const output = await runGit(place, ['cat-file', '--batch-check'], `${ids.join('\n')}\n`)
    const lines = output.split('\n').filter(line => line.endsWith(' missing'))
    return new Set(lines.map(line => line.replace(/ missing$/, '')))
  })
}

async function withObjects<T>(
  control: ControlRepository,
  gitDirectory: string,
  work: (place: GitPlace) => Promise<T>,
): Promise<T> {
  const view = join(control.gitDirectory, `view-${randomBytes(6).toString('hex')}`)
  try {
    await openObjectView(gitDirectory, view)
    const env = { ...control.place.env, GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(view) }
    return await work({ ...control.place, env })
  } finally {
    await closeObjectView(view)
  }
}
