import type { MergeStep, Tip } from './merge-chain.ts'
import type { TestVerdict } from './tree-tester.ts'

export type Merged = Extract<MergeStep, { kind: 'merged' }>

export type Search =
  | { readonly kind: 'found'; readonly culprit: Merged; readonly reason: string }
  /** The test fails without any of the branches. */
  | { readonly kind: 'base-fails'; readonly reason: string }
  | { readonly kind: 'gave-up'; readonly verdict: Exclude<TestVerdict, { kind: 'passed' | 'failed' }> }

export interface SearchRequest {
  readonly start: Tip
  /** Merges in order. The test is known to fail on the last one. */
  readonly chain: readonly Merged[]
  /** How many of them are known to pass together; undefined when not even the start is known to pass. */
  readonly knownGood: number | undefined
  /** What the test said on the last one. */
  readonly failure: string
  readonly test: (tip: Tip, what: string) => Promise<TestVerdict>
}

/**
 * Finds a place in a chain of merges where the test goes from passing to failing, by bisection over the prefixes: the branch
 * that was merged there is a culprit. It needs no monotonicity; of two branches that only fail together, the later one is found.
 * Runs: at most log2(n) + 1.
 */
export async function findCulprit({
  start,
  chain,
  knownGood,
  failure,
  test,
}: SearchRequest): Promise<Search> {
  let good = knownGood ?? 0
  let bad = chain.length
  let reason = failure
  if (knownGood === undefined) {
    const base = await test(start, 'the base')
    if (base.kind === 'failed') return { kind: 'base-fails', reason: base.reason }
    if (base.kind !== 'passed') return { kind: 'gave-up', verdict: base }
  }
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    const verdict = await test(chain[middle - 1] as Merged, `${middle} merged`)
    if (verdict.kind === 'passed') good = middle
    else if (verdict.kind === 'failed') {
      bad = middle
      reason = verdict.reason
    } else return { kind: 'gave-up', verdict }
  }
  return { kind: 'found', culprit: chain[bad - 1] as Merged, reason }
}
