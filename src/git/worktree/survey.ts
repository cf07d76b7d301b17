import type { Dirent } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { removeSpecialFiles } from '../../files/special-files.ts'
import { GitError, tryGitBytes } from '../process/run-git.ts'
import type { Harness } from '../repository/harness.ts'
import { toNativePath } from './native-path.ts'
import { placeOf, type Worktree } from './worktree.ts'

/** What is in a worktree that a snapshot of it does not show. Paths have one character a byte. */
export interface Survey {
  /** Files that git ignores; a folder of which everything is ignored stands for all that is in it and ends in "/". */
  readonly ignored: readonly string[]
  /** Folders that hold a `.git`, outside of ignored ones. */
  readonly repositories: readonly string[]
}

/** Looks for what git does not take. Runs nothing inside of the repositories that it finds. */
export async function surveyWorktree(harness: Harness, worktree: Worktree): Promise<Survey> {
  await removeSpecialFiles(worktree.path)
  const ignored = await listIgnored(harness, worktree)
  const left = new Set(ignored.filter(path => path.endsWith('/')))
  return { ignored, repositories: await findRepositories(worktree.path, '', left) }
}

export async function listIgnored(harness: Harness, worktree: Worktree): Promise<string[]> {
  const args = ['-c', `core.excludesFile=${worktree.exclude}`, 'ls-files', '-z', '--others', '--ignored']
  const all = [...args, '--exclude-standard', '--directory']
  const ask = () => tryGitBytes(placeOf(harness, worktree), all)
  let answer = await ask()
  if (answer.code !== 0 && /\bindex file\b/.test(answer.stderr)) {
    await rm(worktree.index, { force: true }) // interrupted by a crash: the snapshot rebuilds it
    answer = await ask()
  }
  const { code, stdout, stderr } = answer
  if (code !== 0) throw new GitError(all, { code, stdout: '', stderr })
  const paths = stdout.toString('latin1').split('\0')
  const whole = new Set(paths.filter(path => path.endsWith('/')))
  return paths.filter(path => path !== '' && !isBelow(path, whole))
}

/** git names files of an ignored folder as well when that is in a new one. */
function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  const slashes = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))
  return slashes.some(folder => folder !== path && folders.has(folder))
}

async function findRepositories(root: string, folder: string, left: ReadonlySet<string>): Promise<string[]> {
  const entries = await readEntries(root, folder)
  const isRepository = folder !== '' && entries.some(({ name }) => name === '.git')
  const below = entries
    .filter(entry => entry.isDirectory() && entry.name !== '.git')
    .map(({ name }) => `${folder}${name}/`)
    .filter(path => !left.has(path))
  const inner: string[] = []
  for (const path of below) inner.push(...(await findRepositories(root, path, left)))
  return isRepository ? [folder.slice(0, -1), ...inner] : inner
}

/** A folder that may not be read is a problem of the snapshot. */
async function readEntries(root: string, folder: string): Promise<Dirent[]> {
  const path = toNativePath(root, folder)
  return readdir(path, { withFileTypes: true, encoding: 'latin1' }).catch(() => [])
}
