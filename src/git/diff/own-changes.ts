import type { Change } from '../../model/change.ts'
import { readCommitText } from '../objects/commits.ts'
import { type ObjectId, writeObject } from '../objects/objects.ts'
import type { Repository } from '../repository/open-repository.ts'
import { readChanges } from './tree-diff.ts'

/** A commit's own changes. For a merge, only those that none of its parents has. */
export async function readOwnChanges(repository: Repository, commit: ObjectId): Promise<Change[]> {
  const { parents } = readCommitText(String((await repository.objects.read(commit))?.content))
  const sides = parents.length > 0 ? parents : [await writeObject(repository.store, 'tree', '')]
  const [first = [], ...others] = await Promise.all(sides.map(side => readChanges(repository, side, commit)))
  const paths = others.map(changes => new Set(changes.map(({ path }) => path)))
  return first.filter(({ path }) => paths.every(set => set.has(path)))
}
