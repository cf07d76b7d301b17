import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ObjectId } from '../objects/objects.ts'
import { pipeGit } from '../process/pipe-git.ts'
import { type GitPlace, runGit, spawnGit, tryGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { closeObjectView, openObjectView } from './object-view.ts'

export type Import = { readonly kind: 'imported' } | { readonly kind: 'refused'; readonly reason: string }

/**
 * Copies commits and everything that they need from an agent's git directory to the repository. git checks every object on the way.
 * No configuration of that git directory is used. A second try tells bad commits from a `git gc --prune=now` at the same time.
 */
export async function importCommits(
  control: ControlRepository,
  gitDirectory: string,
  commits: readonly ObjectId[],
  start: ObjectId,
): Promise<Import> {
  const first = await importOnce(control, gitDirectory, commits, start)
  return first.kind === 'imported' ? first : importOnce(control, gitDirectory, commits, start)
}

async function importOnce(
  control: ControlRepository,
  gitDirectory: string,
  commits: readonly ObjectId[],
  start: ObjectId,
): Promise<Import> {
  const view = join(control.gitDirectory, `view-${randomBytes(6).toString('hex')}`)
  try {
    await openObjectView(gitDirectory, view)
    const env = { ...control.place.env, GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(view) }
    const pack = spawnGit({ ...control.place, env }, ['pack-objects', '--revs', '--stdout', '-q'])
    const unpack = spawnGit(control.place, ['unpack-objects', '--strict', '-q'])
    pack.stdin.end(`${commits.join('\n')}\n^${start}\n`)
    const { isComplete, said } = await pipeGit(pack, unpack)
    return isComplete
      ? { kind: 'imported' }
      : { kind: 'refused', reason: said ?? 'git ended before it had read the commits' }
  } finally {
    await closeObjectView(view)
  }
}

export async function isAncestor(
  { place }: { readonly place: GitPlace },
  ancestor: ObjectId,
  descendant: ObjectId,
): Promise<boolean> {
  const { code } = await tryGit(place, ['merge-base', '--is-ancestor', ancestor, descendant])
  return code === 0
}

/** Of more, git compares each with each. */
const mostCompared = 1000

/** The commits that neither others of the list nor known commits can reach; of very many, all that are not known. */
export async function listTips(
  control: ControlRepository,
  commits: readonly ObjectId[],
  known: readonly ObjectId[],
): Promise<ObjectId[]> {
  const unknown = [...new Set(commits)].filter(commit => !known.includes(commit))
  if (unknown.length === 0 || (unknown.length === 1 && known.length === 0)) return unknown
  if (unknown.length > mostCompared) return unknown
  const output = await runGit(control.place, ['merge-base', '--independent', ...unknown, ...known])
  return output.split('\n').filter(commit => unknown.includes(commit))
}
