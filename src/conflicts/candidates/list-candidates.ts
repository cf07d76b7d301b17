import type { ResolverName } from '../../model/resolver-names.ts'
import { listPlaces } from '../edits/places.ts'
import type { ChangedPlace } from '../edits/solve-place.ts'
import { climb } from '../ladder.ts'
import { checkProof } from '../proof/check-proof.ts'
import { resolvers as ladder } from '../resolvers.ts'
import { withTrees } from '../syntax/parsers.ts'
import { toLines } from '../text/lines.ts'
import { replaceRegions } from '../text/replace-regions.ts'
import type { FileConflict, Override, TextConflict } from '../text/text-conflict.ts'
import { findUnfit, tryPlainConflict } from '../text/text-shape.ts'
import { mapThree, mergeLines, type Three, tryJoin } from '../text/three-way.ts'
import { type CandidateKind, strategies } from './strategies.ts'

/** A plausible answer to a conflict that no rule may give: only tests can select it. */
export interface Candidate {
  readonly kind: CandidateKind
  readonly text: string
  /** Overrides in the parts that rules solved. */
  readonly overrides: readonly Override[]
  /** What was checked: it parses, nothing is dropped, no name is duplicated or missing. */
  readonly proof: string
}

export interface CandidateOptions {
  readonly resolvers: readonly ResolverName[]
  /** The maximum number. */
  readonly limit: number
}

/**
 * Lists plausible answers to a conflict that `resolveText` declines, most trusted first: rules solve what they can, and one strategy
 * solves the rest. Every candidate passes the proof; none may be used untested. The same input always gives the same list.
 */
export async function listCandidates(
  conflict: FileConflict,
  { resolvers, limit }: CandidateOptions,
): Promise<readonly Candidate[]> {
  const { path, base, ours, theirs } = conflict
  if (base === undefined || ours === undefined || theirs === undefined) return []
  if (findUnfit([base, ours, theirs]) !== undefined) return []
  const plain = tryPlainConflict({ path, base, ours, theirs })
  if (plain === undefined) return []
  const answer = await climb(
    plain.conflict,
    ladder.filter(({ name }) => resolvers.includes(name)),
  )
  if (answer.kind === 'resolved') return []
  const rest = answer.rest ?? { conflict: plain.conflict, overrides: [] }
  const candidates: Candidate[] = []
  for (const { kind, text } of await listTexts(rest.conflict)) {
    if (candidates.length >= limit) break
    const restored = plain.restore(text)
    if (candidates.some(other => other.text === restored)) continue
    const proof = await checkProof(plain.conflict, text, rest.overrides)
    if (proof.kind === 'refuted') continue
    candidates.push({ kind, text: restored, overrides: rest.overrides, proof: proof.checked })
  }
  return candidates
}

function listTexts({ path, base = '', ours, theirs }: TextConflict) {
  const texts: Three<string> = [base, ours, theirs]
  return withTrees(path, texts, trees => {
    const places = listPlaces(path, texts, trees)
    return strategies.flatMap(strategy => {
      const solved = places.map(({ region, place }) => ({ region, place, own: strategy.trySolve(place) }))
      if (!solved.some(({ own }) => own !== undefined)) return []
      const lines = solved.flatMap(({ region, place, own }) => {
        const text = own ?? tryOthers(place)
        return text === undefined ? [] : { region, lines: toLines(text) }
      })
      if (lines.length < places.length) return []
      const merged = replaceRegions(mapThree(texts, toLines), lines)
      const text = tryJoin(mergeLines(merged.base, merged.ours, merged.theirs))
      return text === undefined ? [] : { kind: strategy.kind, text }
    })
  })
}

/** By the most trusted strategy that applies. */
function tryOthers(place: ChangedPlace): string | undefined {
  for (const { trySolve } of strategies) {
    const text = trySolve(place)
    if (text !== undefined) return text
  }
  return undefined
}
