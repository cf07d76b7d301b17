import { tryContaining } from '../edits/contained.ts'
import { tryJoinItems } from '../edits/keep-both.ts'
import { tryMergeTokens } from '../edits/merge-tokens.ts'
import type { ChangedPlace } from '../edits/solve-place.ts'
import { type Token, toTokens } from '../edits/tokens.ts'
import { toLineUnits, toSyntaxUnits, type UnitFinder } from '../edits/units.ts'
import { commonStart, toHunks, toLines } from '../text/lines.ts'
import { mapThree, type Three } from '../text/three-way.ts'

/** One way to merge a place that no rule may decide. */
export interface Strategy {
  readonly kind: CandidateKind
  readonly trySolve: (place: ChangedPlace) => string | undefined
}

export type CandidateKind =
  /** Changes of different items, and both sides' additions at one point. */
  | 'both, ours first'
  | 'both, theirs first'
  /** Changes of different words, even in one expression. */
  | 'words'
  /** All lines of one side, then those of the other. */
  | 'lines, ours first'
  | 'lines, theirs first'
  /** One side's version of the place, with the other's pure additions. */
  | 'ours with additions'
  | 'theirs with additions'

/** Most trusted first. */
export const strategies: readonly Strategy[] = [
  { kind: 'both, ours first', trySolve: place => tryItems(place, { isTheirsFirst: false, isStrict: true }) },
  { kind: 'words', trySolve: place => tryItems(place, { isTheirsFirst: false, isStrict: false }) },
  { kind: 'both, theirs first', trySolve: place => tryItems(place, { isTheirsFirst: true, isStrict: true }) },
  { kind: 'lines, ours first', trySolve: ({ texts: [base, ours, theirs] }) => toUnion(base, ours, theirs) },
  {
    kind: 'ours with additions',
    trySolve: ({ texts: [base, ours, theirs] }) => tryReapply(base, ours, theirs),
  },
  {
    kind: 'theirs with additions',
    trySolve: ({ texts: [base, ours, theirs] }) => tryReapply(base, theirs, ours),
  },
  { kind: 'lines, theirs first', trySolve: ({ texts: [base, ours, theirs] }) => toUnion(base, theirs, ours) },
]

/** Longer places are not compared word by word. */
const maxWords = 4000

function tryItems(
  { texts, offsets, trees, isIndentationSyntax }: ChangedPlace,
  { isTheirsFirst, isStrict }: { readonly isTheirsFirst: boolean; readonly isStrict: boolean },
): string | undefined {
  const toPlaceTokens = (version: 0 | 1 | 2) => toTokens(`\n${texts[version]}`, offsets[version] - 1)
  const versions: Three<readonly Token[]> = [toPlaceTokens(0), toPlaceTokens(1), toPlaceTokens(2)]
  if (versions.some(({ length }) => length > maxWords)) return undefined
  const strictUnits: UnitFinder = trees === undefined ? toLineUnits(versions) : toSyntaxUnits(trees, versions)
  const text = tryMergeTokens(versions, {
    unitsOf: isStrict ? strictUnits : () => [],
    isIndentationSyntax,
    trySolve: chunk =>
      tryContaining(chunk) ??
      tryJoinItems(chunk, trees && { ours: trees[1], theirs: trees[2] }, isTheirsFirst),
  })
  return text?.slice(1)
}

/** Common lines at the start and end once, and between them all lines of both, as git's merge driver `union` does. */
function toUnion(base: string, first: string, second: string): string {
  const sides = [first, second].map(toLines)
  const start = commonStart(sides, Object.is)
  const end = commonStart(
    sides.map(lines => lines.slice(start).reverse()),
    Object.is,
  )
  const [left, right] = sides.map(lines => lines.slice(start, lines.length - end)) as [string[], string[]]
  const known = new Set(toLines(base))
  const added = right.filter(line => !known.has(line) || line.trim() === '')
  const shared = sides[0] ?? []
  return [...shared.slice(0, start), ...left, ...added, ...shared.slice(shared.length - end)].join('')
}

/** One side unchanged, with the lines that the other only added, each after the same line as there. */
function tryReapply(base: string, rewritten: string, adding: string): string | undefined {
  const [before, result, other] = mapThree([base, rewritten, adding], toLines)
  const additions = toHunks(before, other).filter(({ baseStart, baseEnd }) => baseStart === baseEnd)
  if (additions.length === 0) return undefined
  const lines = [...result]
  for (const { start, end } of additions.toReversed()) {
    const anchor = start === 0 ? -1 : lines.lastIndexOf(other[start - 1] as string)
    const row = anchor === -1 && start > 0 ? lines.length : anchor + 1
    lines.splice(row, 0, ...other.slice(start, end))
  }
  return lines.join('')
}
