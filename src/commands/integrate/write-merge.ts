import { harnessIdentity, type Trailer, writeCommit } from '../../git/commits.ts'
import type { ObjectId } from '../../git/objects.ts'
import type { Repository } from '../../git/open-repository.ts'
import { requireCommit } from '../../git/read-commit.ts'

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
  const commits = await Promise.all(parents.map(parent => requireCommit(repository, parent)))
  return writeCommit(repository.store, {
    tree,
    parents,
    author: harnessIdentity,
    committer: harnessIdentity,
    date: Math.max(...commits.map(({ committedAt }) => committedAt)),
    message,
    trailers,
  })
}
