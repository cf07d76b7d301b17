import type { Dirent } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { requireCheapPatterns } from '../../files/costly-patterns.ts'
import { removeSpecialFiles } from '../../files/special-files.ts'
import { GitError, tryGitBytes } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { toNativePath } from './native-path.ts'
import { placeOf, type Worktree } from './worktree.ts'

/** Contents of a worktree that its snapshot does not show. Paths have one character a byte. */
export interface WorktreeSurvey {
  /** Ignored files; a completely ignored folder is one entry that ends in "/". */
  readonly ignored: readonly string[]
  /** Folders that hold a `.git`, outside of ignored ones. */
  readonly repositories: readonly string[]
}

/** Finds what git does not add. Runs nothing inside the repositories that it finds. */
export async function surveyWorktree(
  control: ControlRepository,
  worktree: Worktree,
): Promise<WorktreeSurvey> {
  await removeSpecialFiles(worktree.path)
  await requireCheapPatterns(worktree)
  const ignored = await listIgnored(control, worktree)
  const left = new Set(ignored.filter(path => path.endsWith('/')))
  return { ignored, repositories: await findRepositories(worktree.path, '', left) }
}

export async function listIgnored(control: ControlRepository, worktree: Worktree): Promise<string[]> {
  const args = ['-c', `core.excludesFile=${worktree.exclude}`, 'ls-files', '-z', '--others', '--ignored']
  const all = [...args, '--exclude-standard', '--directory']
  const ask = () => tryGitBytes(placeOf(control, worktree), all)
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

/** In a new folder, git also lists the files of ignored folders. */
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

/** The snapshot reports unreadable folders. */
async function readEntries(root: string, folder: string): Promise<Dirent[]> {
  const path = toNativePath(root, folder)
  return readdir(path, { withFileTypes: true, encoding: 'latin1' }).catch(() => [])
}
