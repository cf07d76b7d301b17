import { findAlikeNames } from './checks/alike-names.ts'
import { findDoubts } from './checks/find-doubts.ts'
import { checkProof, type ProofResult } from './proof/check-proof.ts'
import { findNameProblems } from './proof/names.ts'
import type { Override, Resolution, Resolver, TextConflict, TextResolverName } from './text/text-conflict.ts'
import { mergeLines, tryJoin } from './text/three-way.ts'

export interface Resolved {
  readonly kind: 'resolved'
  readonly text: string
  /** The resolver that finished it; others may have reduced it before. */
  readonly tier: TextResolverName
  /** Overrides: decisions against a side, for people to look at. */
  readonly overrides: readonly Override[]
  /** What was checked, in one line. */
  readonly proof: string
}

export interface Declined {
  readonly kind: 'declined'
  /** One line for each resolver that was tried. */
  readonly reasons: readonly string[]
  /** The conflict after rules solved parts of it; undefined if no rule applied. */
  readonly rest?: { readonly conflict: TextConflict; readonly overrides: readonly Override[] }
}

/** The state of the ladder. */
interface Attempt {
  /** The remaining conflict. */
  readonly conflict: TextConflict
  readonly overrides: readonly Override[]
  /** The merged text, once the conflict is resolved. */
  readonly text: string | undefined
}

/** Tries the resolvers in order; each may solve all or a part, and a result is accepted only with a proof. */
export async function climb(
  conflict: TextConflict,
  usable: readonly Resolver[],
): Promise<Resolved | Declined> {
  const reasons: string[] = []
  let attempt: Attempt = { conflict, overrides: [], text: undefined }
  for (const { name, resolve } of usable) {
    const resolution = await resolve(attempt.conflict)
    if (resolution.kind === 'declined') {
      reasons.push(`${name}: ${resolution.reason}`)
      continue
    }
    const next = toNextAttempt(attempt, resolution)
    if (next.text === undefined) {
      attempt = next
      reasons.push(`${name}: partly resolved`)
      continue
    }
    const proof = await checkAnswer(conflict, next.text, next.overrides)
    if (proof.kind === 'refuted') reasons.push(`${name}: ${proof.problems.join('; ')}`)
    else
      return {
        kind: 'resolved',
        text: next.text,
        tier: name,
        overrides: next.overrides,
        proof: proof.checked,
      }
  }
  return { kind: 'declined', reasons, rest: attempt }
}

/** If one side replaced what the other still uses, nothing is lost and yet the result is wrong: no rule may decide that. */
async function checkAnswer(
  conflict: TextConflict,
  text: string,
  overrides: readonly Override[],
): Promise<ProofResult> {
  const proof = await checkProof(conflict, text, overrides)
  if (proof.kind === 'refuted') return proof
  const { path, base, ours, theirs } = conflict
  const { unused, stale } = await findNameProblems(path, text, [base ?? '', ours, theirs])
  const merged = { path, base: base ?? '', ours, theirs, result: text }
  const problems = [
    ...(await findDoubts(merged)),
    ...(await findAlikeNames(merged)).map(names => `both sides added nearly identical names: \`${names}\``),
    ...unused.map(name => `the import of \`${name}\` is unused`),
    ...stale.map(name => `one side removed all uses of \`${name}\`, the other added some`),
  ]
  return problems.length === 0 ? proof : { kind: 'refuted', problems }
}

function toNextAttempt(attempt: Attempt, resolution: Exclude<Resolution, { kind: 'declined' }>): Attempt {
  const overrides = [...attempt.overrides, ...resolution.overrides]
  if (resolution.kind === 'resolved') return { conflict: attempt.conflict, overrides, text: resolution.text }
  const { base, ours, theirs } = resolution.conflict
  return { conflict: resolution.conflict, overrides, text: tryJoin(mergeLines(base ?? '', ours, theirs)) }
}
