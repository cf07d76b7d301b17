import { harnessIdentity, readCommitText, type Trailer, writeCommit } from '../../git/commits.ts'
import type { ObjectId } from '../../git/objects.ts'
import type { Repository } from '../../git/open-repository.ts'

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
  const objects = await Promise.all(parents.map(parent => repository.objects.read(parent)))
  const dates = objects.map(object => readCommitText(String(object?.content)).committedAt)
  return writeCommit(repository.store, {
    tree,
    parents,
    author: harnessIdentity,
    committer: harnessIdentity,
    date: Math.max(...dates),
    message,
    trailers,
  })
}
