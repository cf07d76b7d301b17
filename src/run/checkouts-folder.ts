import { constants, existsSync } from 'node:fs'
import { access, lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { tryGit } from '../git/process/run-git.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { Environment, Plan } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'

/** Sets the folder for checkouts; overrides the plan. */
const folderVariable = 'PARALLEL_AGENTS_WORKTREES'

/** Where earlier versions put the checkouts, inside the repository. */
const earlierName = '.worktrees'
const siblingEnding = '.parallel-agents'
/** Inside the repository, if nothing can be beside it. */
const insideName = 'parallel-agents.checkouts'

/** Whether a folder holds the checkouts of all runs of a repository, and nothing else. */
export function isOwnFolder(folder: string): boolean {
  const name = basename(folder)
  return name === earlierName || name === insideName || name.endsWith(siblingEnding)
}

/** The folder from the environment or the plan. */
export function toNamedFolder({ env }: Repository, plan: Pick<Plan, 'worktrees'>): string | undefined {
  return env[folderVariable] || plan.worktrees
}

export interface FolderChoice {
  /** From a flag or the plan; undefined: the default. */
  readonly named: string | undefined
  readonly notice: (text: string) => void
}

/**
 * Creates the folder for the checkouts of all runs: the named one, or one beside the repository, which no tool treats
 * specially (ADR 9). Throws a RefusedError if that is impossible.
 *
 * @returns Its real path: links out of a checkout are relative.
 */
export async function requireCheckoutsFolder(
  repository: Repository,
  { named, notice }: FolderChoice,
): Promise<string> {
  if (named !== undefined) return requireNamed(repository, named)
  const root = toMainCheckout(repository)
  const outer = await findOutermost(repository, root)
  const beside = toSibling(outer)
  const problem = await tryProblem(beside, root)
  if (problem === undefined) return realpath(beside)
  const inside = join(root, insideName)
  const insideProblem = await tryProblem(inside, root)
  if (insideProblem !== undefined) {
    throw new RefusedError(
      `no folder for checkouts: ${problem}, ${insideProblem}: set \`worktrees:\` in the plan or ${folderVariable}`,
    )
  }
  notice(
    `checkouts are inside the repository, in ${inside}, because ${problem}: to use another folder, set \`worktrees:\` in the plan or ${folderVariable}`,
  )
  return realpath(inside)
}

/** The folder beside the repository, existing or not. */
export function toDefaultFolder(repository: Repository): string {
  return toSibling(toMainCheckout(repository))
}

export function toEarlierFolder(repository: Repository): string {
  return join(toMainCheckout(repository), earlierName)
}

/** The main checkout, from any of its worktrees. */
function toMainCheckout({ directory, root }: Repository): string {
  return basename(directory) === '.git' ? dirname(directory) : root
}

/** A repository with a hidden name gets a visible folder. */
function toSibling(root: string): string {
  const name = basename(root).replace(/^\.+/, '') || 'repository'
  return join(dirname(root), `${name}${siblingEnding}`)
}

/** A submodule's siblings are files of its superproject: the folder is beside that. */
async function findOutermost(repository: Repository, root: string): Promise<string> {
  for (let top = root; ; ) {
    const place = { ...repository.place, directory: top }
    const { code, stdout } = await tryGit(place, ['rev-parse', '--show-superproject-working-tree'])
    const outer = stdout.replace(/\n$/, '')
    if (code !== 0 || outer === '') return top
    top = outer
  }
}

async function requireNamed(repository: Repository, named: string): Promise<string> {
  if (/^\$\{?\w/.test(named))
    throw toNamedError(named, 'variables are not expanded: write ~/… or the whole path')
  const root = toMainCheckout(repository)
  const folder = resolve(root, expandHome(named, repository.env))
  try {
    await makeFolders(folder)
    await access(folder, constants.W_OK)
  } catch (error) {
    throw toNamedError(named, toReason(error))
  }
  const real = await realpath(folder)
  if (real === (await realpath(root))) throw toNamedError(named, 'it is the repository itself')
  if (isInside(await realpath(repository.directory), real))
    throw toNamedError(named, 'it is inside the git directory')
  return real
}

/** A shell expands `~` in most places, but not in `--worktrees=~/folder` and not in a plan. */
export function expandHome(folder: string, { HOME: home = homedir() }: Environment): string {
  return folder.replace(/^~(?=\/|$)/, home)
}

/** Not the recursive `mkdir` of Node: below `/proc` and other places that no folder can be made in, it never ends. */
async function makeFolders(folder: string): Promise<void> {
  if (!existsSync(dirname(folder))) await makeFolders(dirname(folder))
  await mkdir(folder).catch(async error => {
    const isThere = error.code === 'EEXIST' && (await stat(folder)).isDirectory()
    if (!isThere) throw error
  })
}

function toNamedError(named: string, why: string): RefusedError {
  return new RefusedError(`checkouts cannot be in ${named}: ${why}`)
}

function isInside(outer: string, path: string): boolean {
  return !relative(outer, path).startsWith('..')
}

/** Another run that ends may remove the empty folder. */
const mostTries = 3

/** Creates a folder that no other user has prepared, on the file system of the repository. Returns the reason of a failure. */
async function tryProblem(folder: string, root: string, tries = 1): Promise<string | undefined> {
  try {
    await mkdir(folder).catch(error => {
      if (error.code !== 'EEXIST') throw error
    })
    await access(folder, constants.W_OK)
    const [link, there, here] = await Promise.all([lstat(folder), stat(folder), stat(root)])
    if (!there.isDirectory()) return `${folder} is a file`
    if (link.uid !== process.getuid?.()) return `${folder} belongs to another user`
    const isElsewhere = !link.isSymbolicLink() && there.dev !== here.dev
    return isElsewhere ? `${folder} is on another file system` : undefined
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT' && tries < mostTries
    return isGone ? tryProblem(folder, root, tries + 1) : `${folder} is not writable (${toReason(error)})`
  }
}

function toReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'EEXIST' || code === 'ENOTDIR' ? 'a file is in the way' : (code ?? message)
}
