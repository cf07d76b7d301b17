import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { readFolder } from '../../git/trees/tree-objects.ts'

/** The names in a folder by what some file systems take them for. A folder may hold very many. */
export type FoldedNames = ReadonlyMap<string, readonly string[]>

/** @param folder From the top of the tree; `.` for the top. None if it is no folder. */
export async function readFoldedNames(
  { repository, tree, fold }: NamedTree,
  folder: string,
): Promise<FoldedNames> {
  const info = await repository.objects.readInfo(folder === '.' ? tree : `${tree}:${folder}`)
  const names = new Map<string, string[]>()
  if (info?.type !== 'tree') return names
  for (const name of (await readFolder(repository, info.id)).keys()) {
    const same = names.get(fold(name))
    if (same === undefined) names.set(fold(name), [name])
    else same.push(name)
  }
  return names
}

export interface NamedTree {
  readonly repository: Repository
  readonly tree: ObjectId
  /** The same text for names that are the same to some file systems. */
  readonly fold: (name: string) => string
}

/** `a/b/c` with its folders `a` and `a/b`. */
export function withFolders(path: string): string[] {
  const names = path.split('/')
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}
