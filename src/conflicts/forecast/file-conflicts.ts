import type { FileHunk } from '../../model/file-change.ts'
import type { ConflictCause } from '../../model/forecast-conflict.ts'
import { groupBy } from './group-by.ts'
import type { Found, MergeWay, SideChange } from './side.ts'

/** Conflicts in files of the base: several sides changed, renamed or deleted the same one. */
export function* findFileConflicts(
  changes: readonly SideChange[],
  toMergeWay: (path: string) => MergeWay,
): Iterable<Found> {
  const ofBase = changes.filter(({ change }) => change.kind !== 'added')
  for (const [path, same] of groupBy(ofBase, ({ change }) => change.path)) {
    if (same.length < 2) continue
    yield* findDeletions(path, same)
    yield* findRenamesApart(path, same)
    const way = toMergeWay(path)
    yield* findWholeChanges(path, same, way)
    if (way === 'lines') yield* findTouchingHunks(path, same)
  }
}

function* findDeletions(path: string, changes: readonly SideChange[]): Iterable<Found> {
  const others = changes.filter(({ change }) => change.kind !== 'deleted')
  for (const { side } of changes.filter(({ change }) => change.kind === 'deleted')) {
    for (const other of others) {
      const why = other.change.kind === 'renamed' ? 'rename/delete' : 'modify/delete'
      yield toFound(path, side, other.side, why)
    }
  }
}

function* findRenamesApart(path: string, changes: readonly SideChange[]): Iterable<Found> {
  const renamed = changes.filter(({ change }) => change.kind === 'renamed')
  for (const [index, one] of renamed.entries()) {
    for (const other of renamed.slice(0, index)) {
      if (one.change.newPath !== other.change.newPath)
        yield toFound(path, other.side, one.side, 'rename/rename')
    }
  }
}

/** Content that is merged as a whole: two sides must not have changed it differently. */
function* findWholeChanges(path: string, changes: readonly SideChange[], way: MergeWay): Iterable<Found> {
  const changed = changes.filter(({ change }) => change.kind !== 'deleted' && hasOtherContent(change))
  const isWhole = ({ change }: SideChange) => change.hunks === null || way === 'none'
  for (const one of changed.filter(isWhole)) {
    for (const other of changed) {
      const isSecondLook = isWhole(other) && other.side <= one.side
      const isSame = one.change.newId === other.change.newId && one.change.newMode === other.change.newMode
      if (!isSecondLook && !isSame && one.side !== other.side)
        yield toFound(path, one.side, other.side, 'not mergeable by lines')
    }
  }
}

function hasOtherContent({ oldId, newId, oldMode, newMode }: SideChange['change']): boolean {
  return oldId !== newId || oldMode.slice(0, 3) !== newMode.slice(0, 3)
}

interface SideHunk extends FileHunk {
  readonly side: number
}

/**
 * A sweep over the lines of a file. As in git (xdl_do_merge in xmerge.c), two hunks conflict if they overlap or touch and are not
 * equal.
 */
function* findTouchingHunks(path: string, changes: readonly SideChange[]): Iterable<Found> {
  const hunks = changes
    .filter(({ change }) => change.kind !== 'deleted')
    .flatMap(({ side, change }) => (change.hunks ?? []).map((hunk): SideHunk => ({ ...hunk, side })))
    .sort((a, b) => a.start - b.start)
  let open: SideHunk[] = []
  for (const hunk of hunks) {
    open = open.filter(earlier => toEnd(earlier) >= hunk.start)
    for (const earlier of open) {
      if (earlier.side !== hunk.side && !isSameHunk(earlier, hunk))
        yield { ...toFound(path, earlier.side, hunk.side, 'same lines'), lines: toLines(earlier, hunk) }
    }
    open.push(hunk)
  }
}

function isSameHunk(a: FileHunk, b: FileHunk): boolean {
  return a.start === b.start && a.removed === b.removed && a.added === b.added
}

function toEnd({ start, removed }: FileHunk): number {
  return start + removed
}

/** The lines that two hunks replace together. For insertions: the line before both. */
function toLines(earlier: FileHunk, later: FileHunk): [number, number] {
  const end = Math.max(toEnd(earlier), toEnd(later), 1)
  return [Math.max(1, Math.min(earlier.start + 1, end)), end]
}

export function toFound(path: string, a: number, b: number, why: ConflictCause): Found {
  return { sides: a < b ? [a, b] : [b, a], path, lines: null, why }
}
