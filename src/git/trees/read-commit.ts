import { type Commit, readCommitText } from '../objects/commits.ts'
import type { ObjectId } from '../objects/objects.ts'
import type { Repository } from '../repository/open-repository.ts'

/** Reads a commit that must exist. */
export async function requireCommit({ objects }: Pick<Repository, 'objects'>, id: ObjectId): Promise<Commit> {
  const object = await objects.read(id)
  if (object?.type !== 'commit') throw new Error(`there is no commit ${id}`)
  return readCommitText(object.content.toString('utf8'))
}

/** The tree of a commit; undefined if it does not exist. */
export async function tryReadTree(
  { objects }: Pick<Repository, 'objects'>,
  id: ObjectId,
): Promise<ObjectId | undefined> {
  const object = await objects.read(id)
  return object?.type === 'commit' ? readCommitText(object.content.toString('utf8')).tree : undefined
}
