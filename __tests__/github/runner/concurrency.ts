import type { Scope } from '../workflow/expression.ts'
import { child, isMapping, type Token, toText } from '../workflow/token.ts'
import type { Concurrency } from './records.ts'

/** The evaluated `concurrency` of a run or a job. */
export function toConcurrency(token: Token | undefined, scope: Scope): Concurrency | undefined {
  if (token === undefined) return undefined
  const group = toText(isMapping(token) ? child(token, 'group') : token, scope) ?? ''
  const cancels = toText(child(token, 'cancel-in-progress'), scope)
  return {
    group,
    cancelInProgress: cancels === 'true',
    queue: toText(child(token, 'queue'), scope) ?? 'single',
  }
}
