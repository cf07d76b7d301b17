import { copyFile, mkdir, rename, utimes } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { makeOwnFolder, requireOwnPlace } from '../../files/own-folder.ts'
import { isFolder, removePlain, writePlainFile } from '../../files/plain-file.ts'
import type { ObjectId } from '../objects/objects.ts'
import type { GitSetting } from '../process/environment.ts'
import { type GitPlace, runGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { copyFilterKeys } from '../repository/filter-keys.ts'
import { createGitDirectory } from '../repository/git-directory.ts'
import { findAgentSettings } from './agent-settings.ts'

/** A checkout for one agent (or for tests), and the harness's records about it outside of the agent's reach. */
export interface Worktree {
  readonly path: string
  /** The git directory that commands in the worktree use. */
  readonly gitDirectory: string
  /** The harness's own index of the worktree. */
  readonly index: string
  /** Patterns of folders from `setup` that git does not ignore and that are too large to inspect. */
  readonly exclude: string
  /** Files ignored before the agent started. */
  readonly ignored: string
  /** The initial refs of its git directory, in the format of `packed-refs`. */
  readonly shownRefs: string
  /** Files copied into it from the user's own checkout. */
  readonly placed: string
  /** Written after the checkout: later changes are newer. */
  readonly checkedOut: string
  /** The harness's git directory for it, if the checkout is sparse. */
  readonly sparse: string
}

export interface WorktreeRequest {
  readonly path: string
  /** A folder for the git directory, the index and the excludes. */
  readonly stateFolder: string
  readonly commit: ObjectId
  readonly branch: string
  /** Refs visible from the worktree, in the format of `packed-refs`. */
  readonly packedRefs: string
  /** Patterns of a sparse checkout, as in git's `sparse-checkout`; undefined: all files. */
  readonly sparse?: string | undefined
}

/** The worktree of this state, without creating it. */
export function toWorktree(path: string, stateFolder: string): Worktree {
  return {
    path,
    gitDirectory: join(stateFolder, 'git'),
    index: join(stateFolder, 'index'),
    exclude: join(stateFolder, 'exclude'),
    ignored: join(stateFolder, 'ignored.json'),
    shownRefs: join(stateFolder, 'shown-refs'),
    placed: join(stateFolder, 'placed.json'),
    checkedOut: join(stateFolder, 'checked-out'),
    sparse: join(stateFolder, 'sparse.git'),
  }
}

/** Checks a commit out into its own folder. Earlier content of the folder must have been kept before. */
export async function createWorktree(
  control: ControlRepository,
  request: WorktreeRequest,
): Promise<Worktree> {
  const worktree = await makeRoom(control, request)
  await mkdir(worktree.path, { recursive: true })
  await writeState(control, worktree, request)
  writeLink(worktree)
  await checkOutFiles(control, worktree, request.commit)
  await copyFile(worktree.index, join(worktree.gitDirectory, 'index'))
  return worktree
}

/** Checks the files of a commit out. */
export async function checkOutFiles(
  control: ControlRepository,
  worktree: Worktree,
  commit: ObjectId,
): Promise<void> {
  await runGit(placeOf(control, worktree), ['read-tree', '--reset', '-u', commit])
  writePlainFile(worktree.checkedOut, '')
  const before = new Date(Date.now() - clockTickMilliseconds)
  await utimes(worktree.checkedOut, before, before)
}

/** A file system's clock may lag by this much. */
const clockTickMilliseconds = 20

/** Gives a worktree the place and the git directory of another one. It must already have the files of the commit. */
export async function adoptWorktree(
  control: ControlRepository,
  spare: Worktree,
  request: WorktreeRequest,
): Promise<Worktree> {
  const worktree = await makeRoom(control, request)
  await writeState(control, worktree, request)
  await rename(spare.checkedOut, worktree.checkedOut)
  await rename(spare.index, worktree.index)
  await copyFile(worktree.index, join(worktree.gitDirectory, 'index'))
  writeLink(worktree, spare.path)
  await rename(spare.path, worktree.path)
  return worktree
}

/** Removes what is in a worktree's place. */
async function makeRoom(control: ControlRepository, request: WorktreeRequest): Promise<Worktree> {
  const worktree = toWorktree(request.path, request.stateFolder)
  for (const folder of [worktree.path, request.stateFolder]) makeOwnFolder(dirname(folder))
  await removeWorktree(control, worktree)
  return worktree
}

/** Writes the records about a worktree and removes those of an earlier one. */
async function writeState(
  control: ControlRepository,
  worktree: Worktree,
  request: WorktreeRequest,
): Promise<void> {
  await mkdir(request.stateFolder, { recursive: true })
  await createGitDirectory({
    repository: control.repository,
    path: worktree.gitDirectory,
    head: { branch: request.branch, commit: request.commit },
    packedRefs: request.packedRefs,
    exclude: control.exclude,
    attributes: control.attributes.own,
    globalAttributes: control.attributes.global,
    settings: [
      ...findAgentSettings(control, worktree.gitDirectory),
      ...(request.sparse === undefined ? [] : sparseSettings),
    ],
  })
  await copyFilterKeys(control.repository, worktree.gitDirectory)
  if (request.sparse !== undefined) await makeSparse(control, worktree, request.sparse)
  writePlainFile(worktree.exclude, '')
  writePlainFile(worktree.shownRefs, request.packedRefs)
}

const sparseSettings: readonly GitSetting[] = [
  ['core.sparseCheckout', 'true'],
  ['core.sparseCheckoutCone', 'false'],
]

/** git reads the patterns from the git directory in use: the agent's, and one for the harness. */
async function makeSparse(control: ControlRepository, worktree: Worktree, patterns: string): Promise<void> {
  const { repository, exclude, attributes } = control
  await createGitDirectory({
    repository,
    path: worktree.sparse,
    exclude,
    attributes: attributes.own,
    globalAttributes: attributes.global,
    settings: sparseSettings,
  })
  await copyFilterKeys(repository, worktree.sparse)
  for (const folder of [worktree.gitDirectory, worktree.sparse]) writeSparsePatterns(folder, patterns)
}

/** Sets the files of the next checkout. */
export function writeSparsePatterns(gitDirectory: string, patterns: string): void {
  writePlainFile(join(gitDirectory, 'info', 'sparse-checkout'), patterns)
}

/** Points commands in a worktree to its git directory. The folder may still be in another place. */
function writeLink({ path, gitDirectory }: Worktree, folder = path): void {
  writePlainFile(join(folder, '.git'), `gitdir: ${relative(path, gitDirectory)}\n`)
}

/** Recreates a worktree's missing folder. The next restore brings its files. */
export async function ensureFolder(worktree: Worktree): Promise<void> {
  if (isFolder(worktree.path)) return
  removePlain(worktree.path)
  await mkdir(worktree.path, { recursive: true })
  writeLink(worktree)
}

/** Moves a worktree and its git directory away, to make room for a new one. */
export async function moveWorktree(from: Worktree, to: Worktree): Promise<void> {
  await mkdir(dirname(dirname(to.gitDirectory)), { recursive: true })
  const state = dirname(from.gitDirectory)
  if (isFolder(state)) await rename(state, dirname(to.gitDirectory))
  if (!isFolder(from.path)) return
  await rename(from.path, to.path)
  if (!isFolder(join(to.path, '.git'))) writeLink(to)
}

/** Deletes a worktree. Its content must have been kept before. */
export async function removeWorktree({ trash }: ControlRepository, worktree: Worktree): Promise<void> {
  await trash.take(worktree.path)
  await trash.take(dirname(worktree.gitDirectory))
}

/** Whether only part of its commit is checked out. */
export function isSparse({ sparse }: Worktree): boolean {
  return isFolder(sparse)
}

/** Where the harness runs git on a worktree: with its own git directory and index, ignoring `.git` in the worktree. */
export function placeOf(control: ControlRepository, worktree: Worktree): GitPlace {
  requireOwnPlace(worktree.path)
  requireOwnPlace(worktree.index)
  return {
    directory: worktree.path,
    env: {
      ...control.place.env,
      ...(isSparse(worktree) ? { GIT_DIR: worktree.sparse } : {}),
      GIT_WORK_TREE: worktree.path,
      GIT_INDEX_FILE: worktree.index,
    },
  }
}
