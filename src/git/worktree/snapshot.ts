import { copyFile, rename, rm } from 'node:fs/promises'
import { requireCheapPatterns } from '../../files/costly-patterns.ts'
import { removeSpecialFiles } from '../../files/special-files.ts'
import type { ObjectId } from '../objects/objects.ts'
import { toPathText } from '../objects/path-text.ts'
import { GitError, type GitPlace, runGit, tryGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { type Gitlink, listGitlinks, putBackGitlinks, takeOutGitlinks } from './gitlinks.ts'
import { findHiddenFiles } from './hidden-files.ts'
import { type PlacedFiles, readPlacedFiles } from './placed-files.ts'
import { findTooLarge } from './too-large.ts'
import { placeOf, type Worktree } from './worktree.ts'

/** A worktree's state as a tree. `problems` are files that git could not add. */
export interface Snapshot {
  readonly tree: ObjectId
  readonly problems: readonly string[]
  /** Its submodules. */
  readonly gitlinks: readonly Gitlink[]
}

export interface SnapshotRequest {
  /** The agent's commit; undefined if it is the one that was checked out and nothing was inspected since. */
  readonly head?: ObjectId | undefined
  /** Repositories inside the worktree, as in a survey: not included. */
  readonly repositories?: readonly string[]
}

/**
 * Writes all files of a worktree that are not ignored as a tree, on top of the agent's commit (so that ignored files which it
 * committed on purpose stay). Submodules stay as in that commit.
 */
export async function takeSnapshot(
  control: ControlRepository,
  worktree: Worktree,
  { head, repositories = [] }: SnapshotRequest,
): Promise<Snapshot> {
  const place = placeOf(control, worktree)
  await removeSpecialFiles(worktree.path)
  await requireCheapPatterns(worktree)
  await rm(`${worktree.index}.lock`, { force: true })
  if (head !== undefined) await resetIndex(place, worktree, head)
  const gitlinks = await listGitlinks(place)
  const hidden = await findHiddenFiles(control, worktree)
  if (gitlinks.length === 0 && hidden.rawPaths.length === 0) {
    const added = await addAll(control, worktree, repositories)
    return { ...withProblem(added, hidden.problem), gitlinks }
  }

  // In a separate index, so that a crash never leaves the real one without them.
  const copy = { ...worktree, index: `${worktree.index}.add` }
  await rm(`${copy.index}.lock`, { force: true })
  await copyFile(worktree.index, copy.index)
  await takeOutGitlinks(placeOf(control, copy), gitlinks)
  await skipFiles(placeOf(control, copy), hidden.rawPaths)
  const { problems } = await addAll(control, copy, repositories)
  await putBackGitlinks(placeOf(control, copy), worktree.path, gitlinks)
  await skipFiles(placeOf(control, copy), hidden.rawPaths, 'no-')
  await rename(copy.index, worktree.index)
  return { tree: await runGit(place, ['write-tree']), ...withProblem({ problems }, hidden.problem), gitlinks }
}

function withProblem<T extends Pick<Snapshot, 'problems'>>(snapshot: T, problem: string | undefined): T {
  return problem === undefined ? snapshot : { ...snapshot, problems: [...snapshot.problems, problem] }
}

/** Whether git takes missing files for deleted ones. */
async function skipFiles(place: GitPlace, rawPaths: readonly string[], not: 'no-' | '' = ''): Promise<void> {
  if (rawPaths.length === 0) return
  const input = Buffer.from(rawPaths.map(path => `${path}\0`).join(''), 'latin1')
  await tryGit(place, ['update-index', '-z', `--${not}skip-worktree`, '--stdin'], input)
}

async function addAll(
  control: ControlRepository,
  worktree: Worktree,
  repositories: readonly string[],
): Promise<Omit<Snapshot, 'gitlinks'>> {
  const place = placeOf(control, worktree)
  const excludes = ['-c', `core.excludesFile=${worktree.exclude}`]
  const add = [
    ...excludes,
    'add',
    '--all',
    '--sparse',
    '--ignore-errors',
    '--pathspec-from-file=-',
    '--pathspec-file-nul',
  ]
  const large = await findTooLarge(place, excludes)
  const left = [...(await listUntracked(place, repositories)), ...large.map(({ rawPath }) => rawPath)]
  const added = await tryGit(place, add, toPathspecs(left))
  const problems = toProblemLines(added.stderr)
  if (added.code !== 0 && problems.length === 0) throw new GitError(add, added)
  const copies = await takeOutPlaced(place, readPlacedFiles(worktree))
  return {
    tree: await runGit(place, ['write-tree']),
    problems: [...large.map(({ problem }) => problem), ...problems, ...copies],
  }
}

/** Files copied from the user's own checkout stay out of the tree, even if an agent renamed them. */
async function takeOutPlaced(place: GitPlace, { paths, ids }: PlacedFiles): Promise<string[]> {
  if (paths.length === 0) return []
  const lines = (await runGit(place, ['ls-files', '-z', '--stage'])).split('\0')
  const entries = lines.map(line => ({ id: line.split(' ')[1] ?? '', path: line.replace(/^.*?\t/, '') }))
  const renamed = entries.filter(({ id, path }) => ids.includes(id) && !paths.includes(path))
  const placed = entries.filter(({ path }) => paths.includes(path))
  const input = [...renamed, ...placed].map(({ path }) => `${path}\0`).join('')
  if (input !== '') await runGit(place, ['update-index', '-z', '--force-remove', '--stdin'], input)
  return renamed.map(({ path }) => `${path} is a copy of a file from the user's own checkout`)
}

/** Tracked files of an inner repository are included, and git ignores its `.git`. */
async function listUntracked(place: GitPlace, repositories: readonly string[]): Promise<string[]> {
  const left: string[] = []
  for (const path of repositories) if (!(await isTracked(place, path))) left.push(path)
  return left
}

/** Everything except these paths. */
function toPathspecs(left: readonly string[]): Buffer {
  return Buffer.from(['.', ...left.map(path => `:(top,exclude,literal)${path}`)].join('\0'), 'latin1')
}

async function isTracked(place: GitPlace, rawPath: string): Promise<boolean> {
  const folder = toPathText(rawPath)
  return (await runGit(place, ['ls-files', '-z', '--', `:(top,literal)${folder}`])) !== ''
}

/** The index saves reading unchanged files; but one that a crash interrupted is rebuilt. */
async function resetIndex(place: GitPlace, worktree: Worktree, head: ObjectId): Promise<void> {
  const reset = ['read-tree', '--reset', head]
  if ((await tryGit(place, reset)).code === 0) return
  await rm(worktree.index, { force: true })
  await runGit(place, reset)
}

/** git only warns about folders and files that it cannot open, and continues as if they were empty or deleted. */
function toProblemLines(stderr: string): string[] {
  const isProblem =
    /^(error|fatal): (?!adding files failed)|^warning: could not open directory|: Permission denied$/
  const lines = stderr.split('\n').filter(line => isProblem.test(line))
  return lines.map(line => line.replace(/^(error|fatal|warning): /, ''))
}
