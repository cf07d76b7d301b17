import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sizeOfPlainFile } from '../../files/plain-file.ts'
import { tryGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { placeOf, type Worktree } from '../worktree/worktree.ts'

/** Operations that leave HEAD, or the rest of a list of commits, halfway. */
const halfway = [
  ['rebase-merge', 'a rebase'],
  ['rebase-apply', 'a rebase'],
  ['BISECT_START', 'a bisect'],
  ['sequencer/todo', 'a series of cherry-picks or reverts'],
] as const

/**
 * The operation that an agent has left unfinished: "a rebase", "a merge with conflicts in a.txt". A merge without conflicts is
 * harmless: the files hold all of it.
 */
export async function tryUnfinishedOperation(
  control: ControlRepository,
  worktree: Worktree,
): Promise<string | undefined> {
  const { gitDirectory } = worktree
  const begun = halfway.find(([name]) => existsSync(join(gitDirectory, name)))
  if (begun !== undefined) return begun[1]
  const unmerged = await listUnmerged(control, worktree)
  return unmerged.length === 0 ? undefined : `a merge with conflicts in ${unmerged.join(', ')}`
}

const mostNamed = 5

/** Read by the harness's own git, which uses only the index of the agent's git directory. */
async function listUnmerged(control: ControlRepository, worktree: Worktree): Promise<string[]> {
  const index = join(worktree.gitDirectory, 'index')
  if (sizeOfPlainFile(index) === 0) return []
  const args = ['ls-files', '--unmerged', '-z']
  const { code, stdout } = await tryGit(placeOf(control, { ...worktree, index }), args)
  if (code !== 0) return [] // an unreadable index says nothing
  const paths = stdout.split('\0').flatMap(line => line.split('\t').slice(1).join('\t') || [])
  return [...new Set(paths)].slice(0, mostNamed)
}
