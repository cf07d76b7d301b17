import { lstatSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sizeOfPlainFile, tryReadPlainFile } from '../../files/plain-file.ts'
import { tryGit, tryGitBytes } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { readMountedFolders } from './mounted-folders.ts'
import { toNativePath } from './native-path.ts'
import { isSparse, placeOf, type Worktree } from './worktree.ts'

/** Tracked files that are not in the worktree, but not deleted either. */
export interface HiddenFiles {
  readonly rawPaths: readonly string[]
  /** Why they are unknown. */
  readonly problem?: string
}

const mostBytes = 1 << 28

/** After `git sparse-checkout`, and in mounted folders, files that are missing in the worktree are not deleted. */
export async function findHiddenFiles(control: ControlRepository, worktree: Worktree): Promise<HiddenFiles> {
  const sparse = await findSparseFiles(control, worktree)
  const mounted = await listMountedFiles(control, worktree)
  return { ...sparse, rawPaths: [...new Set([...sparse.rawPaths, ...mounted])] }
}

/** Writes the files that an agent's `git sparse-checkout` hides: without them, a test would not test what lands. */
export async function writeHiddenFiles(control: ControlRepository, worktree: Worktree): Promise<void> {
  const { rawPaths } = await findSparseFiles(control, worktree)
  if (rawPaths.length === 0) return
  const paths = Buffer.from(rawPaths.map(path => `${path}\0`).join(''), 'latin1')
  await tryGit(placeOf(control, worktree), ['checkout-index', '--quiet', '-z', '--stdin'], paths)
}

/** An agent can commit files of a folder that only its commands see. */
async function listMountedFiles(control: ControlRepository, worktree: Worktree): Promise<string[]> {
  const mounted = readMountedFolders(dirname(worktree.gitDirectory))
  if (mounted.length === 0) return []
  const pathspecs = mounted.map(({ path }) => `:(top,literal)${path}`)
  const args = ['ls-files', '-z', '--cached', '--', ...pathspecs]
  const { stdout } = await tryGitBytes(placeOf(control, worktree), args)
  const paths = stdout.toString('latin1').split('\0')
  return paths.filter(path => path !== '' && !isThere(worktree, path))
}

async function findSparseFiles(control: ControlRepository, worktree: Worktree): Promise<HiddenFiles> {
  const index = join(worktree.gitDirectory, 'index')
  const patterns = join(worktree.gitDirectory, 'info', 'sparse-checkout')
  if (isSparse(worktree) || sizeOfPlainFile(patterns) === 0 || sizeOfPlainFile(index) === 0)
    return { rawPaths: [] }
  // Beside the index of the agent, git would open the other part of a split index: that could be a pipe.
  const copy = `${worktree.index}.of-agent`
  await writeFile(copy, tryReadPlainFile(index, mostBytes) ?? '')
  const args = ['ls-files', '-z', '-t', '--cached']
  const { code, stdout } = await tryGitBytes(placeOf(control, { ...worktree, index: copy }), args)
  await rm(copy, { force: true })
  if (code !== 0)
    return {
      rawPaths: [],
      problem: 'the files that "git sparse-checkout" hides are unknown: run "git sparse-checkout disable"',
    }
  const entries = stdout.toString('latin1').split('\0')
  const hidden = entries.filter(entry => entry.startsWith('S ')).map(entry => entry.slice(2))
  return { rawPaths: hidden.filter(path => !isThere(worktree, path)) }
}

function isThere({ path }: Worktree, rawPath: string): boolean {
  try {
    return lstatSync(toNativePath(path, rawPath), { throwIfNoEntry: false }) !== undefined
  } catch {
    return false // a file is in place of a folder
  }
}
