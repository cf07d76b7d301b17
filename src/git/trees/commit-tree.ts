import { readCommitText } from '../objects/commits.ts'
import type { ObjectId } from '../objects/objects.ts'
import type { Repository } from '../repository/open-repository.ts'

/** The tree of a commit that must exist. */
export async function requireTree({ objects }: Repository, commit: ObjectId): Promise<ObjectId> {
  const object = await objects.read(commit)
  if (object?.type !== 'commit') throw new Error(`there is no commit ${commit}`)
  return readCommitText(object.content.toString('utf8')).tree
}
