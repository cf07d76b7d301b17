import type { FileChange } from '../plan/file-change.ts'

/**
 * Where the folders of a base went, if they went anywhere: for each folder that renamed files left, the folder that most of them went
 * to (as git tells it, merge-ort.c). A folder that parts in equal shares went nowhere.
 *
 * @returns Only what renames suggest: a folder has moved if the side has nothing left in it.
 */
export function toMovedFolders(changes: readonly FileChange[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const change of changes) {
    if (change.kind !== 'renamed') continue
    for (const [from, to] of toFolderPairs(change.path, change.newPath)) {
      const targets = counts.get(from) ?? new Map<string, number>()
      counts.set(from, targets.set(to, (targets.get(to) ?? 0) + 1))
    }
  }
  const moves = [...counts].map(([from, targets]) => [from, tryMost(targets)] as const)
  return new Map(moves.flatMap(([from, to]) => (to === undefined ? [] : [[from, to] as const])))
}

/** `a/b/c/x` to `a/d/c/x` means that `a/b/c` went to `a/d/c`, and `a/b` to `a/d`. */
function toFolderPairs(path: string, newPath: string): [string, string][] {
  const [from, to] = [path.split('/').slice(0, -1), newPath.split('/').slice(0, -1)]
  const pairs: [string, string][] = []
  while (from.length > 0 && from.join('/') !== to.join('/')) {
    pairs.push([from.join('/'), to.join('/')])
    if (from.pop() !== to.pop()) break
  }
  return pairs
}

function tryMost(targets: ReadonlyMap<string, number>): string | undefined {
  const [first, second] = [...targets].sort(([, a], [, b]) => b - a)
  return first !== undefined && first[1] !== second?.[1] ? first[0] : undefined
}
