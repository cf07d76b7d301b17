import type { FileChange } from '../../model/file-change.ts'

/**
 * The folders that renamed files left: `a/b/c/x` to `a/d/c/x` left `a/b/c` and, because the rest of the path stayed the same, `a/b`
 * (as in git's merge-ort.c). The folder has moved if the side has no files left in it.
 */
export function toLeftFolders(changes: readonly FileChange[]): Set<string> {
  const renamed = changes.filter(({ kind }) => kind === 'renamed')
  return new Set(renamed.flatMap(({ path, newPath }) => toFoldersLeft(path, newPath)))
}

function toFoldersLeft(path: string, newPath: string): string[] {
  const [from, to] = [path.split('/').slice(0, -1), newPath.split('/').slice(0, -1)]
  const left: string[] = []
  while (from.length > 0 && from.join('/') !== to.join('/')) {
    left.push(from.join('/'))
    if (from.pop() !== to.pop()) break
  }
  return left
}
