import type { Hunk } from '../text/lines.ts'
import type { Three } from '../text/three-way.ts'
import { isTornByIndentation } from './moves.ts'
import { toTokenHunks } from './token-hunks.ts'
import { isSameToken, type Token } from './tokens.ts'
import type { UnitFinder } from './units.ts'

/** A place that both sides changed, in words. */
export interface TokenChunk {
  readonly base: readonly Token[]
  readonly ours: readonly Token[]
  readonly theirs: readonly Token[]
  readonly start: number
  readonly oursStart: number
  readonly theirsStart: number
}

export interface TokenRules {
  /** What a change touches: changes of one unit by two sides are not merged. */
  readonly unitsOf: UnitFinder
  /** Whether indentation has a meaning. */
  readonly isIndentationSyntax: boolean
  readonly trySolve: (chunk: TokenChunk) => readonly Token[] | undefined
}

/** Merges the versions of one place word by word. Undefined: both sides changed the same words, or words of one statement or item. */
export function tryMergeTokens(versions: Three<readonly Token[]>, rules: TokenRules): string | undefined {
  const [base, ours, theirs] = versions
  const left = toTokenHunks(base, ours)
  const right = toTokenHunks(base, theirs)
  const groups = toGroups(left, right)
  if (!areMergeable(groups, versions, rules)) return undefined
  const merged: Token[] = []
  let at: Position = { base: 0, ours: 0, theirs: 0, behind: undefined }
  for (const group of [...groups, undefined]) {
    const end = group?.start ?? base.length
    const kept = tryKeep(versions, { at, count: end - at.base, rules })
    if (kept === undefined) return undefined
    merged.push(...kept)
    if (group === undefined) break
    const chunk = toChunk(group, versions, {
      ours: at.ours + end - at.base,
      theirs: at.theirs + end - at.base,
    })
    const solved = trySolveGroup(group, chunk, rules)
    if (solved === undefined) return undefined
    merged.push(...solved)
    at = {
      base: group.end,
      ours: chunk.oursStart + chunk.ours.length,
      theirs: chunk.theirsStart + chunk.theirs.length,
      behind: solved === chunk.ours ? 'ours' : solved === chunk.theirs ? 'theirs' : undefined,
    }
  }
  return merged.map(({ space, text }) => space + text).join('')
}

function areMergeable(
  groups: readonly Group[],
  versions: Three<readonly Token[]>,
  { unitsOf, isIndentationSyntax }: TokenRules,
): boolean {
  const contested = groups.filter(group => !isAgreed(group, versions))
  const isTorn = isIndentationSyntax && isTornByIndentation(versions)
  return areApart(contested, unitsOf) && !leavesComment(groups, versions) && !isTorn
}

interface Position {
  readonly base: number
  readonly ours: number
  readonly theirs: number
  /** The side of the preceding words. */
  readonly behind: 'ours' | 'theirs' | undefined
}

interface Group {
  readonly start: number
  readonly end: number
  readonly left: readonly Hunk[]
  readonly right: readonly Hunk[]
}

/** Hunks that overlap, or add at one point, form a group. Those that only touch do not. */
function toGroups(left: readonly Hunk[], right: readonly Hunk[]): Group[] {
  const all = [
    ...left.map(hunk => ({ hunk, isLeft: true })),
    ...right.map(hunk => ({ hunk, isLeft: false })),
  ].sort((a, b) => a.hunk.baseStart - b.hunk.baseStart || a.hunk.baseEnd - b.hunk.baseEnd)
  const groups: { start: number; end: number; left: Hunk[]; right: Hunk[] }[] = []
  for (const { hunk, isLeft } of all) {
    const last = groups.at(-1)
    const isPoint = last !== undefined && last.start === last.end && hunk.baseStart === hunk.baseEnd
    const joins =
      last !== undefined && (hunk.baseStart < last.end || (isPoint && hunk.baseStart === last.end))
    const group = joins ? last : { start: hunk.baseStart, end: hunk.baseEnd, left: [], right: [] }
    if (!joins) groups.push(group)
    group.end = Math.max(group.end, hunk.baseEnd)
    group[isLeft ? 'left' : 'right'].push(hunk)
  }
  return groups
}

/** Whether both sides made the same changes. */
function isAgreed({ left, right }: Group, [, ours, theirs]: Three<readonly Token[]>): boolean {
  const isSame = (hunk: Hunk, other: Hunk | undefined) =>
    other?.baseStart === hunk.baseStart &&
    other.baseEnd === hunk.baseEnd &&
    isEqual(ours.slice(hunk.start, hunk.end), theirs.slice(other.start, other.end))
  return left.length === right.length && left.every((hunk, index) => isSame(hunk, right[index]))
}

/** Whether no unit is changed in two places by different sides. */
function areApart(groups: readonly Group[], unitsOf: UnitFinder): boolean {
  const owners = new Map<string, Group>()
  for (const group of groups) {
    const left = group.left.flatMap(hunk => unitsOf(hunk, 1))
    for (const unit of [...left, ...group.right.flatMap(hunk => unitsOf(hunk, 2))]) {
      const owner = owners.get(unit)
      if (owner !== undefined && owner !== group && !isOneSided(owner, group)) return false
      owners.set(unit, group)
    }
  }
  return true
}

function isOneSided(a: Group, b: Group): boolean {
  const side = (group: Group) =>
    group.left.length === 0 ? 'right' : group.right.length === 0 ? 'left' : 'both'
  return side(a) === side(b) && side(a) !== 'both'
}

/** Whether a comment that one side added precedes something that the other replaced: it may describe the old version. */
function leavesComment(groups: readonly Group[], [, ours, theirs]: Three<readonly Token[]>): boolean {
  return groups.some((group, index) => {
    const next = groups[index + 1]
    if (next === undefined || next.start > group.end || next.end === next.start) return false
    return (
      (next.left.length === 0 && group.left.some(hunk => endsInComment(ours, hunk))) ||
      (next.right.length === 0 && group.right.some(hunk => endsInComment(theirs, hunk)))
    )
  })
}

function endsInComment(tokens: readonly Token[], { start, end }: Hunk): boolean {
  if (end === start) return false
  let first = end - 1
  while (first > start && !tokens[first]?.space.includes('\n')) first--
  const line = tokens
    .slice(first, end)
    .map(({ text }) => text)
    .join('')
  return /^(\/\/|\/\*|\*|#|--)/.test(line)
}

function toChunk(
  { start, end, left, right }: Group,
  [base, ours, theirs]: Three<readonly Token[]>,
  at: { readonly ours: number; readonly theirs: number },
): TokenChunk {
  const growth = (hunks: readonly Hunk[]) =>
    hunks.reduce((sum, hunk) => sum + hunk.end - hunk.start - (hunk.baseEnd - hunk.baseStart), 0)
  return {
    base: base.slice(start, end),
    ours: ours.slice(at.ours, at.ours + end - start + growth(left)),
    theirs: theirs.slice(at.theirs, at.theirs + end - start + growth(right)),
    start,
    oursStart: at.ours,
    theirsStart: at.theirs,
  }
}

function trySolveGroup(
  { left, right }: Group,
  chunk: TokenChunk,
  { trySolve }: TokenRules,
): readonly Token[] | undefined {
  if (left.length === 0) return chunk.theirs
  if (right.length === 0) return chunk.ours
  return isEqual(chunk.ours, chunk.theirs) ? chunk.ours : trySolve(chunk)
}

function isEqual(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every((token, index) => isSameToken(token, b[index] as Token))
}

interface Kept {
  readonly at: Position
  readonly count: number
  readonly rules: TokenRules
}

/** Words that no side changed, with the white space of the side that changed it. */
function tryKeep(
  [base, ours, theirs]: Three<readonly Token[]>,
  { at, count, rules }: Kept,
): Token[] | undefined {
  const kept: Token[] = []
  for (let index = 0; index < count; index++) {
    const before = base[at.base + index] as Token
    const [left, right] = [ours[at.ours + index] as Token, theirs[at.theirs + index] as Token]
    const isContested =
      left.space !== before.space && right.space !== before.space && left.space !== right.space
    if (isContested && rules.isIndentationSyntax && (left.space + right.space).includes('\n'))
      return undefined
    const isBroken = left.space.includes('\n') !== right.space.includes('\n')
    if (index === 0 && isBroken && at.behind !== undefined) kept.push(at.behind === 'ours' ? left : right)
    else kept.push(left.space === before.space ? right : left)
  }
  return kept
}
