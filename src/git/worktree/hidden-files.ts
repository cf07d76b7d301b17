import { lstatSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sizeOfPlainFile, tryReadPlainFile } from '../../files/plain-file.ts'
import { tryGitBytes } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { toNativePath } from './native-path.ts'
import { isSparse, placeOf, type Worktree } from './worktree.ts'

/** Files that an agent's own sparse checkout hides. */
export interface HiddenFiles {
  readonly rawPaths: readonly string[]
  /** Why they are unknown. */
  readonly problem?: string
}

const mostBytes = 1 << 28

/** After `git sparse-checkout`, files that are missing in the worktree are not deleted. */
export async function findHiddenFiles(control: ControlRepository, worktree: Worktree): Promise<HiddenFiles> {
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
