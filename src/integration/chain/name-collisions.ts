import { posix } from 'node:path'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { UnresolvedFile } from '../../merging/merge-conflict.ts'
import { toFoldedName } from '../../model/names/folded-name.ts'
import { remember } from '../../plan/graph/remember.ts'
import { type FoldedNames, readFoldedNames, withFolders } from '../../tasks/gates/folded-names.ts'

/** The trees of a merge. */
export interface MergedTrees {
  readonly ours: ObjectId
  readonly theirs: ObjectId
  readonly merged: ObjectId
}

/**
 * Names that only the merge brings together and that some file systems treat as equal, such as those of macOS and Windows. Such names on one side are its own affair.
 */
export async function findNameCollisions(
  repository: Repository,
  trees: MergedTrees,
): Promise<UnresolvedFile[]> {
  const changes = await readChanges(repository, trees.ours, trees.merged)
  const added = changes.filter(({ status }) => status === 'A')
  const paths = new Set(added.flatMap(({ path }) => withFolders(path)))
  const tree = { repository, tree: trees.merged, fold: toFoldedName }
  const readNames = remember((folder: string) => readFoldedNames(tree, folder), new Map())
  const found = await Promise.all(
    [...paths].map(async path => toRivals(path, await readNames(posix.dirname(path)))),
  )
  const pairs = await withoutOwn(repository, trees, found.flat())
  return pairs.flatMap(pair => pair.map(path => toUnresolved(path, pair)))
}

type Pair = readonly [path: string, rival: string]

function toRivals(path: string, names: FoldedNames): Pair[] {
  const own = posix.basename(path)
  return (names.get(toFoldedName(own)) ?? [])
    .filter(name => name !== own)
    .map(name => [path, posix.join(posix.dirname(path), name)])
}

async function withoutOwn(
  { objects }: Repository,
  { ours, theirs }: MergedTrees,
  pairs: readonly Pair[],
): Promise<Pair[]> {
  const has = async (tree: ObjectId, path: string) =>
    (await objects.readInfo(`${tree}:${path}`)) !== undefined
  const isOwn = await Promise.all(
    pairs.map(async ([path, rival]) => {
      const sides = [ours, theirs].map(async tree => (await has(tree, path)) && (await has(tree, rival)))
      return (await Promise.all(sides)).includes(true)
    }),
  )
  return pairs.filter((_, index) => !isOwn[index])
}

function toUnresolved(path: string, [own, rival]: Pair): UnresolvedFile {
  const reason = `${own} and ${rival} are one name to some file systems, such as those of macOS or Windows: one file would overwrite the other there`
  return { conflict: { path }, reasons: [reason] }
}
