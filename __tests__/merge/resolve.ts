import type { Declined, Resolved } from '../../src/conflicts/ladder.ts'
import { resolveText } from '../../src/conflicts/resolve-text.ts'
import type { ResolverName } from '../../src/model/resolver-names.ts'

export const allResolvers: readonly ResolverName[] = [
  'lines',
  'keys',
  'imports',
  'additions',
  'structure',
  'edits',
]

/** Resolves base, ours and theirs with these resolvers, by default with all. */
export function resolve(
  path: string,
  [base, ours, theirs]: readonly [string | undefined, string | undefined, string | undefined],
  resolvers: readonly ResolverName[] = allResolvers,
): Promise<Resolved | Declined> {
  return resolveText({ path, base, ours, theirs }, { resolvers })
}

export function textOf(answer: Resolved | Declined): string {
  if (answer.kind === 'declined') throw new Error(`declined: ${answer.reasons.join('\n')}`)
  return answer.text
}
