import type { Trials } from './trials.ts'
import type { Link, TestVerdict } from './world.ts'

/** A merge with which tests begin to fail. */
export interface Flip {
  /** Its number in the chain, from 1. */
  readonly place: number
  readonly tests: readonly string[]
  readonly reason: string
}

export type FlipSearch =
  | { readonly kind: 'found'; readonly flips: readonly Flip[] }
  /** A run did not say which tests failed. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'stopped' }

export interface FlipRequest<L extends Link> {
  readonly trials: Trials<L>
  readonly chain: readonly L[]
  /** On this many merges all of the tests pass, on that many all of them fail. */
  readonly good: number
  readonly bad: number
  readonly tests: readonly string[]
  readonly reason: string
}

interface Interval {
  readonly good: number
  readonly bad: number
  readonly reason: string
}

/**
 * Searches each failing test by itself, by bisection over the prefixes of a chain, all at once: what is looked for at the same
 * prefix shares a run, and runs of one round go side by side. Answers with the places, in merge order.
 */
export async function findFlips<L extends Link>(request: FlipRequest<L>): Promise<FlipSearch> {
  const { good, bad, reason, tests } = request
  const intervals = new Map(tests.map((test): [string, Interval] => [test, { good, bad, reason }]))
  for (let round = toRound(intervals); round.size > 0; round = toRound(intervals)) {
    const ended = await Promise.all(
      [...round].map(([place, chosen]) => probe(request, intervals, place, chosen)),
    )
    const trouble = ended.find(end => end !== 'told')
    if (trouble !== undefined) return { kind: trouble }
  }
  return { kind: 'found', flips: toFlips(intervals) }
}

/** Which tests to run where next. */
function toRound(intervals: ReadonlyMap<string, Interval>): Map<number, string[]> {
  const round = new Map<number, string[]>()
  for (const [test, { good, bad }] of intervals) {
    if (bad - good <= 1) continue
    const place = Math.floor((good + bad) / 2)
    round.set(place, [...(round.get(place) ?? []), test])
  }
  return round
}

async function probe<L extends Link>(
  { trials, chain }: FlipRequest<L>,
  intervals: Map<string, Interval>,
  place: number,
  tests: readonly string[],
): Promise<'told' | 'unreadable' | 'stopped'> {
  const verdict = await trials.test(chain, place, tests)
  if (verdict.kind === 'stopped') return 'stopped'
  if (verdict.kind === 'failed' && verdict.failed === null && !verdict.isBroken) return 'unreadable'
  for (const test of tests) {
    const before = intervals.get(test) as Interval
    const isRed = fails(verdict, test)
    intervals.set(
      test,
      isRed && verdict.kind === 'failed'
        ? { ...before, bad: place, reason: verdict.reason }
        : { ...before, good: place },
    )
  }
  return 'told'
}

/** Whether a test fails on a tree; where something does not load, every test counts as failing. */
export function fails(verdict: TestVerdict, test: string): boolean {
  return verdict.kind === 'failed' && (verdict.isBroken || verdict.failed?.includes(test) === true)
}

function toFlips(intervals: ReadonlyMap<string, Interval>): Flip[] {
  const flips = new Map<number, Flip>()
  for (const [test, { bad, reason }] of intervals) {
    const before = flips.get(bad)
    flips.set(bad, { place: bad, reason: before?.reason ?? reason, tests: [...(before?.tests ?? []), test] })
  }
  return [...flips.values()].sort((a, b) => a.place - b.place)
}
