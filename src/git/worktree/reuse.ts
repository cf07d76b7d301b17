import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, renameSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { hasMounts } from '../../files/mounts-below.ts'
import { isFolder } from '../../files/plain-file.ts'
import { requireProgram } from '../../files/programs.ts'
import { removeSpecialFiles } from '../../files/special-files.ts'
import type { ObjectId } from '../objects/objects.ts'
import { GitError, tryGit, tryGitBytes } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
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
 * Reuses a worktree whose work has been kept, by changing only the files that differ. The result equals a new one: untracked files
 * are removed, modified ones rewritten, and its git directory is recreated. Undefined: it cannot be made equal.
 *
 * @param spare No process may use it any more.
 */
export async function tryReuseWorktree(
  control: ControlRepository,
  spare: Worktree,
  request: WorktreeRequest,
): Promise<Worktree | undefined> {
  try {
    if (isSparse(spare) !== (request.sparse !== undefined)) return undefined
    if (!(await canBeCleaned(control, spare, request.commit))) return undefined
    if (request.sparse !== undefined) writeSparsePatterns(spare.sparse, request.sparse)
    await removeSpecialFiles(spare.path)
    await removeUntracked(control, spare)
    await removeTouched(spare)
    await checkOutFiles(control, spare, request.commit)
    return await adoptWorktree(control, spare, request)
  } catch {
    return undefined // a read-only folder or a truncated index: a new one has neither
  }
}

async function canBeCleaned(control: ControlRepository, spare: Worktree, commit: ObjectId): Promise<boolean> {
  return (
    isFolder(spare.path) &&
    !hasMounts(spare.path) &&
    (await notesChanges(spare)) &&
    (await hasPlainFolders(spare)) &&
    (await hasAttributesOf(control, spare, commit))
  )
}

const temporaryFileSystem = 0x0102_1994

/** On some kernels, writes through a memory mapping leave no trace on an in-memory file system. */
async function notesChanges({ path }: Worktree): Promise<boolean> {
  return (await statfs(path)).type !== temporaryFileSystem
}

/** Whether folders have the permissions of new ones, which git does not record. */
async function hasPlainFolders({ path, checkedOut }: Worktree): Promise<boolean> {
  const mode = (lstatSync(dirname(path)).mode & 0o7777).toString(8)
  const touched = ['-xdev', '-type', 'd', '-cnewer', checkedOut, '!', '-perm', mode]
  return (await find([path, ...touched, '-print', '-quit'])) === ''
}

/** Whether git would write unchanged files in the same form. */
async function hasAttributesOf(
  control: ControlRepository,
  spare: Worktree,
  commit: ObjectId,
): Promise<boolean> {
  const args = ['diff-index', '--cached', '--quiet', commit, '--', ':(glob)**/.gitattributes']
  return (await tryGit(placeOf(control, spare), args)).code === 0
}

/** Ignored and untracked files, inner repositories, and contents of submodules: moved away now, deleted later. */
async function removeUntracked(control: ControlRepository, spare: Worktree): Promise<void> {
  const place = placeOf(control, spare)
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
  await control.trash.take(container)
}

/** git rewrites missing files. It would consider a file unchanged whose times and size were restored. */
async function removeTouched({ path, checkedOut }: Worktree): Promise<void> {
  await find([path, '-xdev', '!', '-type', 'd', '-cnewer', checkedOut, '-delete'])
}

async function find(args: readonly string[]): Promise<string> {
  const { stdout } = await run(requireProgram('find'), [...args], { maxBuffer: 1 << 26 })
  return stdout
}
