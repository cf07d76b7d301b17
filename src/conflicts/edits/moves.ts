import { type Hunk, toHunks } from '../text/lines.ts'
import type { Three } from '../text/three-way.ts'
import { isSameToken, type Token } from './tokens.ts'

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

/**
 * Whether one side added lines beside some that the other indented differently, for example by wrapping them in a block: the lines may
 * belong inside of it or not.
 */
export function isTornByIndentation([base, ours, theirs]: Three<readonly Token[]>): boolean {
  const [left, right] = [toHunks(base, ours, isSameToken), toHunks(base, theirs, isSameToken)]
  const [movedLeft, movedRight] = [toReindented(base, ours, left), toReindented(base, theirs, right)]
  const touches = (hunks: readonly Hunk[], side: readonly Token[], moved: ReadonlySet<number>) =>
    hunks.some(
      ({ baseStart, baseEnd, start, end }) =>
        side.slice(start, end).some(beginsLine) &&
        [toLineStart(base, baseStart - 1, -1), toLineStart(base, baseEnd, 1)].some(line => moved.has(line)),
    )
  const isAlone = (moved: ReadonlySet<number>, other: ReadonlySet<number>) =>
    new Set([...moved].filter(line => !other.has(line)))
  return (
    touches(left, ours, isAlone(movedRight, movedLeft)) ||
    touches(right, theirs, isAlone(movedLeft, movedRight))
  )
}

/** The first words of the lines that a side kept and indented differently. */
function toReindented(
  base: readonly Token[],
  side: readonly Token[],
  hunks: readonly Hunk[],
): ReadonlySet<number> {
  const moved = new Set<number>()
  let [index, shift] = [0, 0]
  for (const hunk of [...hunks, undefined]) {
    for (; index < (hunk?.baseStart ?? base.length); index++)
      if (toIndent(base[index]) !== toIndent(side[index + shift])) moved.add(index)
    if (hunk === undefined) break
    index = hunk.baseEnd
    shift = hunk.end - hunk.baseEnd
  }
  return moved
}

/** Undefined within a line. */
function toIndent(token: Token | undefined): string | undefined {
  return token !== undefined && beginsLine(token) ? /[^\n]*$/.exec(token.space)?.[0] : undefined
}

function beginsLine({ space, text }: Token): boolean {
  return space.includes('\n') && text !== ''
}

function toLineStart(tokens: readonly Token[], from: number, step: 1 | -1): number {
  let index = from
  while (tokens[index] !== undefined && !beginsLine(tokens[index] as Token)) index += step
  return index
}
