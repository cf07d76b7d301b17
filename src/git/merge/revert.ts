import { harnessIdentity, type Trailer, tryTrailer, writeCommit } from '../objects/commits.ts'
import type { ObjectId } from '../objects/objects.ts'
import { type GitPlace, runGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'
import { requireCommit } from '../trees/read-commit.ts'
import type { Merger } from './merger.ts'

export type Revert =
  | { readonly kind: 'reverted'; readonly commit: ObjectId; readonly tree: ObjectId }
  | { readonly kind: 'conflicted'; readonly paths: readonly string[] }

export interface RevertRequest {
  readonly tip: ObjectId
  /** The commit to revert, a merge or not. It must be in the history of the tip. */
  readonly merge: ObjectId
  readonly message: string
  readonly trailers: readonly Trailer[]
}

/** The trailer of a revert that names the reverted merge. */
const revertsTrailer = 'Reverts'

/** The merges that commits of a branch have reverted since another commit. */
export async function listReverted(
  { place }: { readonly place: GitPlace },
  { since, tip }: { readonly since: ObjectId; readonly tip: ObjectId },
): Promise<Set<ObjectId>> {
  const format = ['--no-commit-header', '--format=%B%x00']
  const messages = await runGit(place, ['rev-list', ...format, tip, `^${since}`])
  return new Set(messages.split('\0').flatMap(message => tryTrailer(message, revertsTrailer) ?? []))
}

/**
 * Reverts a commit in memory, against its first parent, as `git revert` does. The base of the three-way merge is arranged with a
 * commit that goes from the merge back to the tree before it, to need no newer option than git 2.40 has.
 */
export async function revertMerge(
  repository: Repository,
  merger: Merger,
  request: RevertRequest,
): Promise<Revert> {
  const { tip, merge, message, trailers } = request
  const { parents, committedAt } = await requireCommit(repository, merge)
  const before = await requireCommit(repository, parents[0] as ObjectId)
  const identity = { author: harnessIdentity, committer: harnessIdentity }
  const backwards = await writeCommit(repository.store, {
    ...identity,
    tree: before.tree,
    parents: [merge],
    date: committedAt,
    message,
    trailers: [],
  })
  const result = await merger.merge(tip, backwards)
  if (result.kind === 'conflicted')
    return { kind: 'conflicted', paths: result.conflicts.map(({ path }) => path) }
  const date = Math.floor(Date.now() / 1000)
  const { tree } = result
  const commit = await writeCommit(repository.store, {
    ...identity,
    tree,
    parents: [tip],
    date,
    message,
    trailers: [...trailers, [revertsTrailer, merge]],
  })
  return { kind: 'reverted', commit, tree }
}
