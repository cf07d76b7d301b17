import { type Hunk, toHunks } from '../text/lines.ts'
import type { Three } from '../text/three-way.ts'

/** Whether one side moved a line that the other removed or changed: then the change belongs to the new place. */
export function hasContestedMove([base, ours, theirs]: Three<readonly string[]>): boolean {
  const [left, right] = [toLineChange(base, ours), toLineChange(base, theirs)]
  return (
    [...left.moved].some(line => right.removed.has(line) && !right.moved.has(line)) ||
    [...right.moved].some(line => left.removed.has(line) && !left.moved.has(line))
  )
}

interface LineChange {
  readonly removed: ReadonlySet<string>
  /** Removed in one place and added in another. */
  readonly moved: ReadonlySet<string>
}

function toLineChange(base: readonly string[], side: readonly string[]): LineChange {
  const removed = new Set<string>()
  const added = new Set<string>()
  for (const hunk of toHunks(base, side)) {
    const { before, after } = toContent(hunk, base, side)
    for (const line of before) if (!after.has(line)) removed.add(line)
    for (const line of after) if (!before.has(line)) added.add(line)
  }
  return { removed, moved: new Set([...removed].filter(line => added.has(line))) }
}

function toContent(
  { baseStart, baseEnd, start, end }: Hunk,
  base: readonly string[],
  side: readonly string[],
) {
  return {
    before: toTelling(base.slice(baseStart, baseEnd)),
    after: toTelling(side.slice(start, end)),
  }
}

/** Lines that are distinctive enough to be recognised elsewhere. */
function toTelling(lines: readonly string[]): Set<string> {
  return new Set(
    lines.map(line => line.trim()).filter(line => (line.match(/[\p{L}\p{N}_]{2,}/gu) ?? []).length > 1),
  )
}
