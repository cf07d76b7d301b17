import { harnessIdentity, type Trailer, writeCommit } from '../git/objects/commits.ts'
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

/** Writes a merge commit. Its date is that of the later parent, so that the same merge is the same commit wherever it is made. */
export async function writeMerge(repository: Repository, request: MergeCommitRequest): Promise<ObjectId> {
  const { ours, theirs, tree, message, trailers } = request
  const parents = [ours, theirs]
  const dates = await Promise.all(parents.map(parent => readDate(repository, parent)))
  const date = Math.max(...dates)
  const commit = await writeCommit(repository.store, {
    tree,
    parents,
    author: harnessIdentity,
    committer: harnessIdentity,
    date,
    message,
    trailers,
  })
  knownDates.set(commit, date)
  return commit
}

/** Merges are made one on top of another: what was just written need not be asked for. */
const knownDates = new Map<ObjectId, number>()

async function readDate(repository: Repository, commit: ObjectId): Promise<number> {
  const known = knownDates.get(commit)
  if (known !== undefined) return known
  const { committedAt } = await requireCommit(repository, commit)
  knownDates.set(commit, committedAt)
  return committedAt
}
