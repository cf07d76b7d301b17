import type { FileChange } from '../../model/file-change.ts'

/** The paths that several sides changed. */
export function toSharedPaths(sides: readonly (readonly FileChange[])[]): string[] {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const changes of sides) {
    const own = new Set(changes.flatMap(({ path, newPath }) => [path, newPath]))
    for (const path of own) (seen.has(path) ? shared : seen).add(path)
  }
  return [...shared]
}
