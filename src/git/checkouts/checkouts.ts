import { dirname, join, resolve } from 'node:path'
import { isFolder, readPlainText } from '../../files/plain-file.ts'
import { withSettings } from '../process/environment.ts'
import { type GitPlace, runGit } from '../process/run-git.ts'
import { findSwitchedOff } from '../repository/filter-settings.ts'
import { configValue, type Repository } from '../repository/open-repository.ts'
import { listOngoing } from './ongoing-operation.ts'

/** A worktree, and a branch that is checked out in it or that git will return to there. */
export interface Checkout {
  readonly directory: string
  readonly ref: string
  /** Why the branch must not be moved under this worktree: "a rebase of main is in progress in …". Undefined: it may move. */
  readonly blocker: string | undefined
}

/** The worktrees that use a branch. */
export async function findCheckouts(repository: Repository, branch: string): Promise<Checkout[]> {
  const checkouts = await listCheckouts(repository)
  return checkouts.filter(({ ref }) => ref === `refs/heads/${branch}`)
}

/** All branches that worktrees use, including those that a rebase or a bisect will return to. */
export async function listCheckouts(repository: Repository): Promise<Checkout[]> {
  const output = await runGit(repository.place, ['worktree', 'list', '--porcelain', '-z'])
  const entries = output.split('\0\0').map(entry => entry.split('\0'))
  const lists = await Promise.all(
    entries.filter(lines => !lines.includes('bare')).map(lines => readCheckouts(repository, lines)),
  )
  return lists.flat()
}

async function readCheckouts(repository: Repository, lines: readonly string[]): Promise<Checkout[]> {
  const listed = (lines[0] ?? '').replace(/^worktree /, '')
  const head = lines.find(line => line.startsWith('branch '))?.slice('branch '.length)
  if (lines.some(line => line === 'prunable' || line.startsWith('prunable '))) return [] // its folder was deleted
  const found = await tryFindFolder(repository, listed)
  const directory = found ?? listed
  const ongoing = listOngoing(readGitDirectory(repository, listed), head)
  const held = ongoing.map(({ ref, name, next }) => ({
    directory,
    ref,
    blocker: `${name} of ${toShortName(ref)} is in progress in ${directory}: ${next}`,
  }))
  if (head === undefined || held.some(({ ref }) => ref === head)) return held
  return [{ directory, ref: head, blocker: tryAbsence(listed, found, toShortName(head)) }, ...held]
}

/** Why the files of a worktree cannot follow its branch. */
function tryAbsence(listed: string, found: string | undefined, branch: string): string | undefined {
  if (found === undefined)
    return `${branch} is checked out in the main worktree of ${listed}, whose folder git does not record: run this command there`
  return isFolder(found)
    ? undefined
    : `${branch} is checked out in ${found}, which is locked and missing: mount it, or remove it with "git worktree unlock ${found} && git worktree prune"`
}

/**
 * The folder of a worktree. With `--separate-git-dir`, and in submodules, git lists the git directory instead of the main worktree.
 * Undefined: not recorded.
 */
async function tryFindFolder(repository: Repository, listed: string): Promise<string | undefined> {
  const { directory, config, place } = repository
  if (listed !== directory || isFolder(join(listed, '.git'))) return listed
  const configured = configValue(config, 'core.worktree')
  if (configured !== undefined) return resolve(directory, configured)
  const question = ['rev-parse', '--path-format=absolute', '--git-dir', '--show-toplevel']
  const [gitDirectory, root] = (await runGit(place, question)).split('\n')
  return gitDirectory === directory ? root : undefined
}

function readGitDirectory({ directory }: Repository, listed: string): string {
  const link = /^gitdir: (.+)$/m.exec(readPlainText(join(listed, '.git')))?.[1]
  const isLinked = link !== undefined && dirname(resolve(listed, link)) === join(directory, 'worktrees')
  return isLinked ? resolve(listed, link) : directory
}

function toShortName(ref: string): string {
  return ref.replace(/^refs\/heads\//, '')
}

/** Runs git in a checkout of the user. */
export function placeInCheckout(repository: Repository, directory: string): GitPlace {
  return { directory, env: withSettings(repository.place.env, findSwitchedOff(repository)) }
}
