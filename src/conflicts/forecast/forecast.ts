import { type ForecastConflict, toConflictKey } from '../../model/forecast-conflict.ts'
import type { TaskId } from '../../model/plan.ts'
import { findFileConflicts } from './file-conflicts.ts'
import { findNewPathConflicts } from './new-path-conflicts.ts'
import type { ForecastInput, Found, Side } from './side.ts'

/**
 * The conflicts of each pair of sides. They conflict in a file of the base (a renamed one counts as the
 * original file) if
 * - both replaced lines that overlap or touch, unless both made the same replacement;
 * - one deleted it and the other changed or renamed it;
 * - both renamed it, to different paths;
 * - both changed it, and it cannot be merged by lines;
 * and at a new path if
 * - both put a file there, with different content or mode;
 * - one put a file where the other put a folder;
 * - one put a file into a folder that the other moved away.
 *
 * A sweep over the lines of each file that several sides changed: time grows with the changes and the conflicts, not with the
 * number of pairs.
 *
 * Known differences from git: git may find other renames (it looks for those that matter to one pair, and for more of them
 * than a forecast does), and differs if a type changes while the other side renames, and in texts of more than 16 MB.
 *
 * @returns At most one conflict for each pair and path, by pair, then path.
 */
export function forecastConflicts(input: ForecastInput): ForecastConflict[] {
  const changes = input.sides.flatMap((side, number) =>
    side.changes.map(change => ({ side: number, change })),
  )
  const conflicts = new Map<string, Found>()
  for (const found of [
    ...findFileConflicts(changes, input.toMergeWay),
    ...findNewPathConflicts(changes, input),
  ]) {
    if (!input.isCompared(...found.sides)) continue
    const key = `${found.sides.join(' ')} ${found.path}`
    conflicts.set(key, join(conflicts.get(key), found))
  }
  return [...conflicts.values()].sort(byPairAndPath).map(({ sides: [a, b], path, lines, why }) => ({
    tasks: [(input.sides[a] as Side).task, (input.sides[b] as Side).task],
    path,
    lines,
    why,
  }))
}

/** The first cause counts; lines cover all places. */
function join(before: Found | undefined, found: Found): Found {
  if (before === undefined) return found
  if (before.lines === null || found.lines === null) return before
  const [first, last] = before.lines
  return { ...before, lines: [Math.min(first, found.lines[0]), Math.max(last, found.lines[1])] }
}

function byPairAndPath(x: Found, y: Found): number {
  return x.sides[0] - y.sides[0] || x.sides[1] - y.sides[1] || (x.path < y.path ? -1 : 1)
}

/**
 * Omits inherited conflicts: if a task contains another one, and both conflict with a third in the
 * same path, the conflict belongs to the other one.
 *
 * @param contained For each task the tasks whose branches are contained in its own.
 */
export function withoutInherited(
  conflicts: readonly ForecastConflict[],
  contained: ReadonlyMap<TaskId, ReadonlySet<TaskId>>,
): ForecastConflict[] {
  const known = new Set(
    conflicts.flatMap(({ tasks: [a, b], path }) => [
      toConflictKey({ tasks: [a, b], path }),
      toConflictKey({ tasks: [b, a], path }),
    ]),
  )
  const isInherited = (heir: TaskId, other: TaskId, path: string) =>
    [...(contained.get(heir) ?? [])].some(id => known.has(toConflictKey({ tasks: [id, other], path })))
  return conflicts.filter(({ tasks: [a, b], path }) => !isInherited(a, b, path) && !isInherited(b, a, path))
}
