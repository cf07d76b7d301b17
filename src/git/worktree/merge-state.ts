import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writePlainFile } from '../../files/plain-file.ts'
import { type ObjectId, toNullId } from '../objects/objects.ts'
import type { TreeEntry } from '../objects/tree-entry.ts'
import { runGit, tryGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { placeOf, type Worktree } from './worktree.ts'

export interface MergeState {
  /** The branch of the worktree, without `refs/heads/`. */
  readonly branch: string
  readonly ours: ObjectId
  readonly theirs: ObjectId
  readonly message: string
  readonly conflicts: readonly {
    readonly path: string
    readonly base?: TreeEntry | undefined
    readonly ours?: TreeEntry | undefined
    readonly theirs?: TreeEntry | undefined
  }[]
}

/**
 * Puts a worktree with the files of a merge into the state that `git merge` leaves on conflicts, for `git status` and `git
 * mergetool`.
 */
export async function writeMergeState(
  control: ControlRepository,
  worktree: Worktree,
  state: MergeState,
): Promise<void> {
  const { gitDirectory } = worktree
  const index = join(gitDirectory, 'index')
  const none = toNullId(control.repository.store.format)
  const lines = state.conflicts.flatMap(({ path, base, ours, theirs }) => [
    `0 ${none}\t${path}\0`,
    ...[base, ours, theirs].flatMap((side, at) =>
      side === undefined ? [] : [`${side.mode} ${side.id} ${at + 1}\t${path}\0`],
    ),
  ])
  await runGit(
    placeOf(control, { ...worktree, index }),
    ['update-index', '-z', '--index-info'],
    lines.join(''),
  )
  const ref = join(gitDirectory, 'refs', 'heads', state.branch)
  await mkdir(dirname(ref), { recursive: true })
  const files = { MERGE_HEAD: state.theirs, MERGE_MSG: state.message, MERGE_MODE: 'no-ff' }
  writePlainFile(ref, `${state.ours}\n`)
  for (const [name, text] of Object.entries(files)) writePlainFile(join(gitDirectory, name), `${text}\n`)
}

/** The paths without a decision in the index of a checkout with a merge: neither `git add` nor `git rm`. */
export async function readUndecided(control: ControlRepository, worktree: Worktree): Promise<Set<string>> {
  const lines = await listIndex(control, worktree, '--unmerged')
  return new Set(lines.map(line => line.slice(line.indexOf('\t') + 1)))
}

/** All paths in the index of such a checkout. */
export async function readStaged(control: ControlRepository, worktree: Worktree): Promise<Set<string>> {
  return new Set(await listIndex(control, worktree, '--cached'))
}

async function listIndex(control: ControlRepository, worktree: Worktree, which: string): Promise<string[]> {
  const place = placeOf(control, { ...worktree, index: join(worktree.gitDirectory, 'index') })
  return (await runGit(place, ['ls-files', which, '-z'])).split('\0').filter(line => line !== '')
}

export interface MarkedVersions {
  /** The files and their versions. */
  readonly base: string
  readonly ours: string
  readonly theirs: string
  /** The labels of the markers. */
  readonly labels: readonly [ours: string, base: string, theirs: string]
}

/** A file with labelled conflict markers that include the base; undefined if git cannot merge it by lines. */
export async function tryMark(
  { place }: Pick<ControlRepository, 'place'>,
  { base, ours, theirs, labels }: MarkedVersions,
): Promise<string | undefined> {
  const names = labels.flatMap(label => ['-L', label])
  const { code, stdout } = await tryGit(place, ['merge-file', '-p', '--zdiff3', ...names, ours, base, theirs])
  return code > 0 && code < 128 ? stdout : undefined
}
