import { harnessIdentity, type Identity, type Trailer, writeCommit } from '../git/objects/commits.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { requireCommit } from '../git/trees/read-commit.ts'

export interface MergeCommitRequest {
  readonly ours: ObjectId
  readonly theirs: ObjectId
  readonly tree: ObjectId
  readonly message: string
  readonly trailers: readonly Trailer[]
}

/** Writes a merge commit; the same merge gives the same commit everywhere. */
export function writeMerge(repository: Repository, request: MergeCommitRequest): Promise<ObjectId> {
  const { ours, theirs, ...rest } = request
  return write(repository, { ...rest, parents: [ours, theirs], of: [ours, theirs], author: harnessIdentity })
}

/** Squashes a branch into one commit, with the author of its tip. */
export async function writeSquash(repository: Repository, request: MergeCommitRequest): Promise<ObjectId> {
  const { ours, theirs, ...rest } = request
  const { author } = await requireCommit(repository, theirs)
  return write(repository, { ...rest, parents: [ours], of: [ours, theirs], author })
}

/** Writes an unpublished commit with the content of its first parent, which makes git consider all others merged. */
export async function writeJoined(
  repository: Repository,
  commits: readonly [ObjectId, ...ObjectId[]],
): Promise<ObjectId> {
  const { tree } = await requireCommit(repository, commits[0])
  const parents = [...new Set(commits)]
  const message = 'Join branches'
  return write(repository, { tree, message, trailers: [], parents, of: parents, author: harnessIdentity })
}

/** Writes one commit that merges several branches as the start of a task. */
export function writeStart(
  repository: Repository,
  {
    parents,
    ...rest
  }: Pick<MergeCommitRequest, 'tree' | 'message' | 'trailers'> & { readonly parents: readonly ObjectId[] },
): Promise<ObjectId> {
  return write(repository, { ...rest, parents, of: parents, author: harnessIdentity })
}

interface DatedCommit extends Pick<MergeCommitRequest, 'tree' | 'message' | 'trailers'> {
  readonly parents: readonly ObjectId[]
  /** Its date is the latest of theirs, so that the commit is the same everywhere. */
  readonly of: readonly ObjectId[]
  readonly author: Identity
}

async function write(repository: Repository, { of, ...commit }: DatedCommit): Promise<ObjectId> {
  const date = Math.max(...(await Promise.all(of.map(id => readDate(repository, id)))))
  const id = await writeCommit(repository.store, { ...commit, committer: harnessIdentity, date })
  knownDates.set(id, date)
  return id
}

/** Merges build on each other: dates of commits just written are cached. */
const knownDates = new Map<ObjectId, number>()

async function readDate(repository: Repository, commit: ObjectId): Promise<number> {
  const known = knownDates.get(commit)
  if (known !== undefined) return known
  const { committedAt } = await requireCommit(repository, commit)
  knownDates.set(commit, committedAt)
  return committedAt
}
