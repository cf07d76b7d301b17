import type { Harness } from '../../git/harness.ts'
import { findMissing } from '../../git/missing-objects.ts'
import type { ObjectId } from '../../git/objects.ts'
import { toMovedFolders } from '../../merge/moved-folders.ts'
import type { FileChange } from '../../plan/file-change.ts'

/** A tree, and what it changed against a base. */
export interface ChangedTree {
  readonly tree: ObjectId
  readonly changes: readonly FileChange[]
}

/** For each tree the folders of the base that it moved as a whole. */
export async function readMovedFolders(
  harness: Harness,
  sides: readonly ChangedTree[],
): Promise<ReadonlyMap<string, string>[]> {
  const suggested = sides.map(({ changes }) => toMovedFolders(changes))
  const names = suggested.flatMap((moved, side) =>
    [...moved.keys()].map(folder => `${sides[side]?.tree}:${folder}`),
  )
  const missing = await findMissing(harness, names)
  return suggested.map(
    (moved, side) => new Map([...moved].filter(([folder]) => missing.has(`${sides[side]?.tree}:${folder}`))),
  )
}
