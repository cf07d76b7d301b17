import { rm } from 'node:fs/promises'
import { readChanges } from '../diff/tree-diff.ts'
import type { ObjectId } from '../objects/objects.ts'
import { GitError, type GitPlace, runGit, tryGit } from '../process/run-git.ts'
import type { Harness } from '../repository/harness.ts'
import { ensureFolder, placeOf, type Worktree } from './worktree.ts'

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
  if (head !== undefined) await resetIndex(place, worktree, head)
  const add = [...excludes, 'add', '--all', '--ignore-errors', '--', '.']
  const added = await tryGit(place, add)
  const problems = toProblemLines(added.stderr)
  if (added.code !== 0 && problems.length === 0) throw new GitError(add, added)
  return { tree: await runGit(place, ['write-tree']), problems }
}

/** What the index knows about files saves reading them; but one that was cut off by a crash is made anew. */
async function resetIndex(place: GitPlace, worktree: Worktree, head: ObjectId): Promise<void> {
  const reset = ['read-tree', '--reset', head]
  if ((await tryGit(place, reset)).code === 0) return
  await rm(worktree.index, { force: true })
  await runGit(place, reset)
}

/** git only warns of folders that it cannot open, and of files that it cannot look at: it goes on as if they were empty or gone. */
function toProblemLines(stderr: string): string[] {
  const isProblem =
    /^(error|fatal): (?!adding files failed)|^warning: could not open directory|: Permission denied$/
  const lines = stderr.split('\n').filter(line => isProblem.test(line))
  return lines.map(line => line.replace(/^(error|fatal|warning): /, ''))
}

/** Makes tracked and new files of a worktree what a tree says. Ignored files stay. */
export async function restoreWorktree(harness: Harness, worktree: Worktree, tree: ObjectId): Promise<void> {
  const place = placeOf(harness, worktree)
  await ensureFolder(worktree)
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
    .map(({ oldMode, oldId, rawPath }) => `${oldId === none ? '0' : oldMode} ${oldId}\t${rawPath}\0`)
  const place = { ...harness.place, env: { ...harness.place.env, GIT_INDEX_FILE: `${worktree.index}.edit` } }
  await rm(`${worktree.index}.edit.lock`, { force: true })
  await runGit(place, ['read-tree', tree])
  await runGit(place, ['update-index', '-z', '--index-info'], Buffer.from(lines.join(''), 'latin1'))
  return runGit(place, ['write-tree'])
}
