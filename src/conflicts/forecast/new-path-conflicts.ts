import { toFound } from './file-conflicts.ts'
import { groupBy } from './group-by.ts'
import type { ForecastInput, Found, SideChange } from './side.ts'

/** Conflicts at paths where a side put a file that the base does not have: added or renamed ones. */
export function* findNewPathConflicts(
  changes: readonly SideChange[],
  { sides, toMergeWay }: Pick<ForecastInput, 'sides' | 'toMergeWay'>,
): Iterable<Found> {
  const put = changes.filter(({ change }) => change.kind === 'added' || change.kind === 'renamed')
  const byPath = groupBy(put, ({ change }) => change.newPath)
  for (const [path, same] of byPath) {
    yield* findDifferentFiles(path, same, toMergeWay(path) === 'union')
    for (const folder of toFolders(path)) yield* findFilesAt(folder, byPath.get(folder) ?? [], same)
  }
  for (const [mover, { movedFolders }] of sides.entries()) {
    if (movedFolders.size > 0) yield* findFilesInMoved(mover, movedFolders, put)
  }
}

/** Sides that put the same file somewhere agree. The others are compared group by group. */
function* findDifferentFiles(
  path: string,
  changes: readonly SideChange[],
  isUnion: boolean,
): Iterable<Found> {
  if (changes.length < 2) return
  const groups = [...groupBy(changes, ({ change }) => toContent(change, isUnion)).values()]
  for (const [index, group] of groups.entries()) {
    for (const one of group) {
      for (const other of groups.slice(0, index).flat()) {
        // A file that both renamed to this path is one file: its lines are compared, not its whole content.
        const isOneFile = one.change.kind === 'renamed' && one.change.path === other.change.path
        if (!isOneFile) yield toFound(path, other.side, one.side, 'add/add')
      }
    }
  }
}

function toContent({ kind, newMode, newId }: SideChange['change'], isUnion: boolean): string {
  return isUnion && kind === 'added' && newMode.startsWith('100') ? newMode : `${newMode} ${newId}`
}

function* findFilesAt(
  folder: string,
  files: readonly SideChange[],
  below: readonly SideChange[],
): Iterable<Found> {
  for (const file of files) {
    for (const other of below) {
      if (other.side !== file.side) yield toFound(folder, file.side, other.side, 'file/directory')
    }
  }
}

/**
 * git would move such a file along with its folder, and reports a conflict to confirm it. A file in a new subfolder does not count:
 * git does not look for moves because of it.
 */
function* findFilesInMoved(
  mover: number,
  movedFolders: ReadonlySet<string>,
  put: readonly SideChange[],
): Iterable<Found> {
  for (const { side, change } of put) {
    const [folder] = toFolders(change.newPath)
    if (side !== mover && folder !== undefined && movedFolders.has(folder))
      yield toFound(change.newPath, mover, side, 'directory rename')
  }
}

/** The parent folders of a path, the nearest first. */
function toFolders(path: string): string[] {
  const folders: string[] = []
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
    folders.push(path.slice(0, at))
  return folders
}
