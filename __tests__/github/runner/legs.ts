import type { Scope } from '../workflow/expression.ts'
import { type Leg, toLegs } from '../workflow/matrix.ts'
import { child, type Token, toValue } from '../workflow/token.ts'

/** The evaluated `strategy` of a job. */
export interface Strategy {
  readonly legs: readonly Leg[]
  readonly maxParallel: number
  readonly failFast: boolean
}

/** A job without a matrix has one leg, without values. Throws when the matrix is empty or too large. */
export function toStrategy(job: Token, scope: Scope): Strategy {
  const strategy = child(job, 'strategy')
  const matrix = toValue(child(strategy, 'matrix'), scope)
  const legs = matrix === undefined ? [{}] : toLegs((matrix ?? {}) as Record<string, unknown>)
  return {
    legs,
    maxParallel: Number(toValue(child(strategy, 'max-parallel'), scope) ?? legs.length),
    failFast: toValue(child(strategy, 'fail-fast'), scope) !== false,
  }
}

/** The context `strategy` of a leg. */
export function toStrategyContext(strategy: Strategy, index: number): object {
  return {
    'fail-fast': strategy.failFast,
    'max-parallel': strategy.maxParallel,
    'job-index': index,
    'job-total': strategy.legs.length,
  }
}

/** Does something for each index below a count, at most so many at a time. Results are in the order of the indices. */
export async function forEachIndex<Result>(
  count: number,
  atOnce: number,
  perform: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const work = async () => {
    while (next < count) {
      const index = next
      next += 1
      results[index] = await perform(index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(count, Math.max(1, atOnce)) }, work))
  return results
}
