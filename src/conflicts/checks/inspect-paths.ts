import { posix } from 'node:path'
import { toFoldedName } from '../../model/names/folded-name.ts'

/** The paths of two merged branches. */
export interface MergedPaths {
  /** All paths of the result. */
  readonly all: Iterable<string>
  /** New paths of each side, including renames. */
  readonly addedByOurs: readonly string[]
  readonly addedByTheirs: readonly string[]
}

/** Problems with file names after a clean merge, one sentence each. */
export function inspectPaths(paths: MergedPaths): string[] {
  return [...findCaseTwins(paths), ...findSameNumbers(paths)]
}

/** Two files or folders whose names are one to some file systems, which hold only one of them. */
function findCaseTwins({ all, addedByOurs, addedByTheirs }: MergedPaths): string[] {
  const added = new Set([...addedByOurs, ...addedByTheirs])
  const byName = new Map<string, Set<string>>()
  for (const path of [...all].flatMap(toPrefixes)) {
    const name = toFoldedName(path)
    byName.set(name, (byName.get(name) ?? new Set()).add(path))
  }
  return [...byName.values()]
    .filter(
      twins =>
        twins.size > 1 &&
        [...twins].some(twin => [...added].some(path => path === twin || path.startsWith(`${twin}/`))),
    )
    .map(twins => `one name to some file systems: ${[...twins].map(path => `\`${path}\``).join(', ')}`)
}

/** A path and all its parent folders. */
function toPrefixes(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Files of one folder with the same number in front: migrations run in numeric order. */
function findSameNumbers({ addedByOurs, addedByTheirs }: MergedPaths): string[] {
  return addedByOurs.flatMap(path => {
    const number = toNumber(path)
    if (number === undefined) return []
    const twin = addedByTheirs.find(other => other !== path && toNumber(other) === number)
    return twin === undefined ? [] : [`two new files have the same number: \`${path}\`, \`${twin}\``]
  })
}

/** The folder, and the number in front of the name. */
function toNumber(path: string): string | undefined {
  const name = posix.basename(path)
  const number = (/^[vV]?(\d{2,})[-_.]/.exec(name) ?? /^V(\d+)__/.exec(name))?.[1]
  return number === undefined ? undefined : `${posix.dirname(path)} ${Number(number)} ${posix.extname(path)}`
}
