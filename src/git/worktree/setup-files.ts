import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { appendToPlainFile } from '../../files/plain-file.ts'
import { removeSpecialFiles } from '../../files/special-files.ts'
import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { configValue } from '../repository/open-repository.ts'
import { requireCommit } from '../trees/read-commit.ts'
import { readMountedFolders } from './mounted-folders.ts'
import { takeSnapshot } from './snapshot.ts'
import { placeOf, type Worktree } from './worktree.ts'

/** A path that is neither tracked nor ignored: a file, or a folder with no other content. */
interface NewEntry {
  readonly path: string
  readonly files: readonly string[]
}

/** Limit of inspected files from setup: inspecting more would cost more than the task itself. */
const mostFiles = 2000
const mostBytes = 1 << 26

/**
 * Hides files that setup made, and that are not ignored, from the agent's git, one by one, so that it does not commit them. Folders
 * too large to inspect are hidden from the harness as well, which sees no changes there. Returns those folders.
 */
export async function hideSetupFiles(control: ControlRepository, worktree: Worktree): Promise<string[]> {
  const small: NewEntry[] = []
  const large: NewEntry[] = []
  let [files, bytes] = [0, 0]
  for (const entry of await listNewEntries(control, worktree)) {
    const size = await tryMeasure(worktree, entry, mostFiles - files, mostBytes - bytes)
    if (size === undefined) large.push(entry)
    else {
      small.push(entry)
      files += entry.files.length
      bytes += size
    }
  }
  const folders = large.map(({ path }) => path)
  // Only commands see what is in them.
  const mounted = readMountedFolders(dirname(worktree.gitDirectory)).map(({ path }) => `${path}/`)
  await appendPatterns(worktree.exclude, [...folders, ...mounted])
  await appendPatterns(join(worktree.gitDirectory, 'info', 'exclude'), [
    ...folders,
    ...mounted,
    ...small.flatMap(entry => entry.files),
  ])
  return folders
}

/** The smallest first. */
async function listNewEntries(control: ControlRepository, worktree: Worktree): Promise<NewEntry[]> {
  const list = async (...more: string[]) => {
    const args = ['-c', `core.excludesFile=${worktree.exclude}`, 'ls-files', '-z', '--others']
    const output = await runGit(placeOf(control, worktree), [...args, '--exclude-standard', ...more])
    return output.split('\0').filter(path => path !== '')
  }
  await removeSpecialFiles(worktree.path)
  const paths = await list('--directory', '--no-empty-directory')
  if (paths.length === 0) return []
  const groups = new Map<string, string[]>(paths.map(path => [path, []]))
  for (const file of await list()) for (const prefix of toPrefixes(file)) groups.get(prefix)?.push(file)
  const entries = [...groups].map(([path, files]) => ({ path, files }))
  return entries.sort((a, b) => a.files.length - b.files.length)
}

/** `a/b/c` is in `a/` and in `a/b/`, and is itself. */
function toPrefixes(path: string): string[] {
  const folders = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))
  return [...new Set([...folders, path])]
}

/** The bytes of an entry; undefined if it exceeds the limit, or holds a repository that git does not enter. */
async function tryMeasure(
  worktree: Worktree,
  { files }: NewEntry,
  filesLeft: number,
  bytesLeft: number,
): Promise<number | undefined> {
  if (files.length > filesLeft || files.some(file => file.endsWith('/'))) return undefined
  const infos = await Promise.all(files.map(file => lstat(join(worktree.path, file)).catch(() => undefined)))
  const bytes = infos.reduce((sum, info) => sum + (info?.size ?? 0), 0)
  return bytes > bytesLeft ? undefined : bytes
}

async function appendPatterns(path: string, paths: readonly string[]): Promise<void> {
  if (paths.length > 0) appendToPlainFile(path, `\n${paths.map(toPattern).join('\n')}\n`)
}

/** A line of an exclude file that matches exactly this path. Bytes that are not UTF-8 match any character. */
function toPattern(path: string): string {
  return `/${path
    .replace(/[\\*?[\]!# ]/g, '\\$&')
    .replace(/\n/g, '?')
    .replace(/\ufffd+/g, '*')}`
}

/**
 * The tree of a fresh worktree if it differs from its commit: files that git would commit in another form (line ends or other
 * content). Null: equal.
 */
export async function tryReadBaseline(
  control: ControlRepository,
  worktree: Worktree,
  commit: ObjectId,
): Promise<ObjectId | null> {
  if (!(await canConvert(control, worktree))) return null
  const { tree } = await takeSnapshot(control, worktree, {})
  return tree === (await requireCommit(control.repository, commit)).tree ? null : tree
}

/** Whether git may convert files between the repository and the worktree. */
async function canConvert(control: ControlRepository, worktree: Worktree): Promise<boolean> {
  const automatic = configValue(control.repository.config, 'core.autocrlf') ?? 'false'
  if (automatic !== 'false') return true
  const attributes = ['ls-files', '-z', '--', ':(glob)**/.gitattributes']
  return (await runGit(placeOf(control, worktree), attributes)) !== ''
}
