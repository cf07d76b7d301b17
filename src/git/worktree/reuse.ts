import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, renameSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { isFolder } from '../../files/plain-file.ts'
import { requireProgram } from '../../files/programs.ts'
import type { ObjectId } from '../objects/objects.ts'
import { GitError, tryGit, tryGitBytes } from '../process/run-git.ts'
import type { Harness } from '../repository/harness.ts'
import { trashPrefix } from '../repository/trash.ts'
import { listGitlinks } from './gitlinks.ts'
import { toNativePath } from './native-path.ts'
import {
  adoptWorktree,
  checkOutFiles,
  isSparse,
  placeOf,
  type Worktree,
  type WorktreeRequest,
  writeSparsePatterns,
} from './worktree.ts'

const run = promisify(execFile)

/**
 * Makes a worktree of one whose work has been kept, by changing only the files that differ. It is the same as a new one: what is not
 * tracked goes, what was touched is written again, and its git directory is created again. Undefined: it cannot be made the same.
 *
 * @param spare No process may work in it any more.
 */
export async function tryReuseWorktree(
  harness: Harness,
  spare: Worktree,
  request: WorktreeRequest,
): Promise<Worktree | undefined> {
  try {
    if (isSparse(spare) !== (request.sparse !== undefined)) return undefined
    if (!(await canBeCleaned(harness, spare, request.commit))) return undefined
    if (request.sparse !== undefined) writeSparsePatterns(spare.sparse, request.sparse)
    await removeUntracked(harness, spare)
    await removeTouched(spare)
    await checkOutFiles(harness, spare, request.commit)
    return await adoptWorktree(harness, spare, request)
  } catch {
    return undefined // a folder that may not be changed, an index that was cut off: a new one has neither
  }
}

async function canBeCleaned(harness: Harness, spare: Worktree, commit: ObjectId): Promise<boolean> {
  return (
    isFolder(spare.path) &&
    (await notesChanges(spare)) &&
    (await hasPlainFolders(spare)) &&
    (await hasAttributesOf(harness, spare, commit))
  )
}

const temporaryFileSystem = 0x0102_1994

/** On some kernels, files of a file system in memory change through a mapping without a trace. */
async function notesChanges({ path }: Worktree): Promise<boolean> {
  return (await statfs(path)).type !== temporaryFileSystem
}

/** Whether folders have the permissions of new ones, which git does not record. */
async function hasPlainFolders({ path, checkedOut }: Worktree): Promise<boolean> {
  const mode = (lstatSync(dirname(path)).mode & 0o7777).toString(8)
  const touched = ['-xdev', '-type', 'd', '-cnewer', checkedOut, '!', '-perm', mode]
  return (await find([path, ...touched, '-print', '-quit'])) === ''
}

/** Whether git would write unchanged files the same way. */
async function hasAttributesOf(harness: Harness, spare: Worktree, commit: ObjectId): Promise<boolean> {
  const args = ['diff-index', '--cached', '--quiet', commit, '--', ':(glob)**/.gitattributes']
  return (await tryGit(placeOf(harness, spare), args)).code === 0
}

/** Everything that git ignores or does not know, repositories inside and what is in submodules: out of the way now, deleted later. */
async function removeUntracked(harness: Harness, spare: Worktree): Promise<void> {
  const place = placeOf(harness, spare)
  const args = ['ls-files', '-z', '--others', '--directory']
  const { code, stdout, stderr } = await tryGitBytes(place, args)
  if (code !== 0) throw new GitError(args, { code, stdout: '', stderr })
  const others = stdout.toString('latin1').split('\0')
  const submodules = (await listGitlinks(place)).map(({ rawPath }) => rawPath)
  const paths = [...others, ...submodules].map(path => path.replace(/\/$/, '')).filter(path => path !== '')
  if (paths.length === 0) return
  const name = `${trashPrefix}${randomBytes(6).toString('hex')}`
  const container = join(dirname(spare.path), name)
  mkdirSync(container)
  paths.forEach((path, index) => {
    const from = toNativePath(spare.path, path)
    if (lstatSync(from, { throwIfNoEntry: false }) !== undefined)
      renameSync(from, join(container, String(index)))
  })
  await harness.trash.take(container)
}

/** git writes again what is not there. It would take a file for unchanged whose times and size were put back. */
async function removeTouched({ path, checkedOut }: Worktree): Promise<void> {
  await find([path, '-xdev', '!', '-type', 'd', '-cnewer', checkedOut, '-delete'])
}

async function find(args: readonly string[]): Promise<string> {
  const { stdout } = await run(requireProgram('find'), [...args], { maxBuffer: 1 << 26 })
  return stdout
}
