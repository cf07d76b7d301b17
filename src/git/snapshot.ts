import { appendFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Harness } from './harness.ts'
import type { ObjectId } from './objects.ts'
import { runGit, tryGit } from './run-git.ts'
import { readChanges } from './tree-diff.ts'
import { placeOf, type Worktree } from './worktree.ts'

/** The state of a worktree as a tree. `problems` are files that git could not take. */
export interface Snapshot {
  readonly tree: ObjectId
  readonly problems: readonly string[]
}

/**
 * Writes everything in a worktree that is not ignored as a tree, counting from the commit that the agent is at (so that
 * ignored files which it committed on purpose stay).
 *
 * @param head That commit; undefined when it is the one that was checked out, and nothing has been looked at since.
 */
export async function takeSnapshot(
  harness: Harness,
  worktree: Worktree,
  head: ObjectId | undefined,
): Promise<Snapshot> {
  const place = placeOf(harness, worktree)
  const excludes = ['-c', `core.excludesFile=${worktree.exclude}`]
  await rm(`${worktree.index}.lock`, { force: true })
  if (head !== undefined) await runGit(place, ['read-tree', '--reset', head])
  const added = await tryGit(place, [...excludes, 'add', '--all', '--ignore-errors', '--', '.'])
  const tree = await runGit(place, ['write-tree'])
  return { tree, problems: added.code === 0 ? [] : toProblemLines(added.stderr) }
}

function toProblemLines(stderr: string): string[] {
  const lines = stderr
    .split('\n')
    .filter(line => /^(error|fatal): /.test(line) && !/adding files failed/.test(line))
  return lines.map(line => line.replace(/^(error|fatal): /, ''))
}

/** Makes tracked and new files of a worktree what a tree says. Ignored files stay. */
export async function restoreWorktree(harness: Harness, worktree: Worktree, tree: ObjectId): Promise<void> {
  const place = placeOf(harness, worktree)
  await runGit(place, ['read-tree', '--reset', '-u', tree])
  await runGit(place, ['-c', `core.excludesFile=${worktree.exclude}`, 'clean', '-d', '--force', '--quiet'])
}

/** A tree like another, except that some paths are as in a third one. Uses the index of the worktree, not its files. */
export async function withPathsFrom(
  harness: Harness,
  worktree: Worktree,
  { tree, source, paths }: { tree: ObjectId; source: ObjectId; paths: readonly string[] },
): Promise<ObjectId> {
  if (paths.length === 0) return tree
  const changes = await readChanges(harness.repository, source, tree)
  const wanted = new Set(paths)
  const none = '0'.repeat(tree.length)
  const lines = changes
    .filter(change => wanted.has(change.path))
    .map(({ oldMode, oldId, path }) => `${oldId === none ? '0' : oldMode} ${oldId}\t${path}\0`)
  const place = { ...harness.place, env: { ...harness.place.env, GIT_INDEX_FILE: `${worktree.index}.edit` } }
  await rm(`${worktree.index}.edit.lock`, { force: true })
  await runGit(place, ['read-tree', tree])
  await runGit(place, ['update-index', '-z', '--index-info'], lines.join(''))
  return runGit(place, ['write-tree'])
}

/** Files that are neither tracked nor ignored are hidden from git from now on: they came from setup, not from the agent. */
export async function hideUntracked(harness: Harness, worktree: Worktree): Promise<string[]> {
  const excludes = ['-c', `core.excludesFile=${worktree.exclude}`]
  const args = [
    ...excludes,
    'ls-files',
    '-z',
    '--others',
    '--exclude-standard',
    '--directory',
    '--no-empty-directory',
  ]
  const output = await runGit(placeOf(harness, worktree), args)
  const paths = output.split('\0').filter(path => path !== '')
  if (paths.length === 0) return []
  const patterns = `\n${paths.map(toPattern).join('\n')}\n`
  await appendFile(worktree.exclude, patterns)
  await appendFile(join(worktree.gitDirectory, 'info', 'exclude'), patterns)
  return paths
}

/** A line of an exclude file that means exactly this path. */
function toPattern(path: string): string {
  return `/${path.replace(/[\\*?[\]!# ]/g, '\\$&').replace(/\n/g, '?')}`
}

/** The commit that a git directory has checked out, read without running git there; undefined when it cannot be told. */
export async function readHead(gitDirectory: string): Promise<ObjectId | undefined> {
  const read = (path: string) => readFile(join(gitDirectory, path), 'utf8').catch(() => '')
  const head = (await read('HEAD')).trim()
  if (isId(head)) return head
  const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1]
  if (ref === undefined || ref.includes('..')) return undefined
  const loose = (await read(ref)).trim()
  if (isId(loose)) return loose
  const line = (await read('packed-refs')).split('\n').find(entry => entry.endsWith(` ${ref}`))
  return line?.split(' ')[0]
}

function isId(text: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}
