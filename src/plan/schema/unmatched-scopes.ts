import type { Task } from '../../model/plan.ts'
import { splitGlobs } from '../scope/globs.ts'
import { trySuggest } from './suggest.ts'

/**
 * Finds scopes that name a missing folder while a similar name exists: probably a typo, which would make every attempt fail.
 * A scope of a new folder is fine.
 *
 * @param paths All files of the target.
 */
export function findUnmatchedScopes(tasks: readonly Task[], paths: readonly string[]): string[] {
  const children = toChildren(paths)
  return tasks.flatMap(({ id, files = [] }) =>
    splitGlobs(files).included.flatMap(glob => {
      const meant = tryMeant(glob, children)
      return meant === undefined
        ? []
        : [`task ${id}: \`${glob}\` matches no file; did you mean \`${meant}\`?`]
    }),
  )
}

/** The names of the folders in each folder; the top is the empty path. */
function toChildren(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const children = new Map<string, Set<string>>()
  for (const path of paths) {
    const names = path.split('/').slice(0, -1)
    for (const [index, name] of names.entries()) {
      const folder = names.slice(0, index).join('/')
      children.set(folder, (children.get(folder) ?? new Set()).add(name))
    }
  }
  return children
}

/** The glob with its first missing folder replaced by a similar neighbour. */
function tryMeant(glob: string, children: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const names = glob.split('/')
  for (const [index, name] of names.slice(0, -1).entries()) {
    if (/[*?[{(]/.test(name)) return undefined
    const there = children.get(names.slice(0, index).join('/')) ?? new Set()
    if (there.has(name)) continue
    const meant = [...there].find(other => hasSameLetters(other, name)) ?? trySuggest(name, [...there])
    return meant && [...names.slice(0, index), meant, ...names.slice(index + 1)].join('/')
  }
  return undefined
}

/** Two swapped letters are one typo, but count as two in the distance of short words. */
function hasSameLetters(a: string, b: string): boolean {
  const sorted = (name: string) => [...name].sort().join('')
  return sorted(a) === sorted(b)
}
