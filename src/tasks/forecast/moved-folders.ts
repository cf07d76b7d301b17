import { toLeftFolders } from '../../conflicts/forecast/moved-folders.ts'
import { findMissing } from '../../git/diff/missing-objects.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import type { FileChange } from '../../model/file-change.ts'

/** A tree, and its changes against a base. */
export interface ChangedTree {
  readonly tree: ObjectId
  readonly changes: readonly FileChange[]
}

/** For each tree the folders of the base that it moved as a whole. */
export async function readMovedFolders(
  control: ControlRepository,
  sides: readonly ChangedTree[],
): Promise<ReadonlySet<string>[]> {
  const left = sides.map(({ tree, changes }) =>
    [...toLeftFolders(changes)].map(folder => ({ folder, name: `${tree}:${folder}` })),
  )
  const missing = await findMissing(
    control,
    left.flat().map(({ name }) => name),
  )
  return left.map(
    folders => new Set(folders.filter(({ name }) => missing.has(name)).map(({ folder }) => folder)),
  )
}
