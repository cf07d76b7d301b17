import type { ResolverName } from '../model/resolver-names.ts'
import { climb, type Declined, type Resolved } from './ladder.ts'
import { resolvers } from './resolvers.ts'
import type { FileConflict, TextConflict } from './text/text-conflict.ts'
import { findUnfit, tryPlainConflict } from './text/text-shape.ts'

/**
 * Resolves a conflict by rules, without loss. Resolvers are tried in the order of the ladder, not of `options`; each may solve all
 * or a part, and a result is accepted only if `checkProof` accepts it. The same input always gets the same answer.
 */
export async function resolveText(
  conflict: FileConflict,
  options: { readonly resolvers: readonly ResolverName[] },
): Promise<Resolved | Declined> {
  if (!isTextConflict(conflict)) return { kind: 'declined', reasons: [toMissingReason(conflict)] }
  const unfit = findUnfit([conflict.base ?? '', conflict.ours, conflict.theirs])
  if (unfit !== undefined) return { kind: 'declined', reasons: [unfit] }
  const plain = tryPlainConflict(conflict)
  if (plain === undefined) return { kind: 'declined', reasons: ['a version has mixed line endings'] }
  const usable = resolvers.filter(({ name }) => options.resolvers.includes(name))
  const answer = await climb(plain.conflict, usable)
  return answer.kind === 'resolved' ? { ...answer, text: plain.restore(answer.text) } : answer
}

function isTextConflict(conflict: FileConflict): conflict is TextConflict {
  return conflict.ours !== undefined && conflict.theirs !== undefined
}

function toMissingReason({ ours, theirs }: FileConflict): string {
  if (ours === undefined && theirs === undefined) return 'both sides deleted or moved the file'
  const deleting = ours === undefined ? 'ours' : 'theirs'
  return `${deleting} deleted the file and the other side changed it: no rule can decide that`
}
