import type { Trials } from './trials.ts'
import type { Link, TestVerdict } from './world.ts'

/** A merge at which tests begin to fail. */
export interface Flip {
  /** Its number in the chain, from 1. */
  readonly place: number
  readonly tests: readonly string[]
  readonly reason: string
}

export type FlipSearch =
  | { readonly kind: 'found'; readonly flips: readonly Flip[] }
  /** The run did not name the tests that failed. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'stopped' }

export interface FlipRequest<L extends Link> {
  readonly trials: Trials<L>
  readonly chain: readonly L[]
  /** All of the tests pass on the first `good` merges, and all of them fail on `bad`. */
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
 * Bisects each failing test over the prefixes of a chain, all at once: tests at the same prefix share a run, and the runs of one
 * round are parallel. Returns the places in merge order.
 */
export async function findFlips<L extends Link>(request: FlipRequest<L>): Promise<FlipSearch> {
  const { good, bad, reason, tests } = request
  const intervals = new Map(tests.map((test): [string, Interval] => [test, { good, bad, reason }]))
  for (let round = toRound(intervals); round.size > 0; round = toRound(intervals)) {
    const ended = await Promise.all(
      [...round].map(([place, chosen]) => probe(request, intervals, place, chosen)),
    )
    const aborted = ended.find(end => end !== 'told')
    if (aborted !== undefined) return { kind: aborted }
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

/** Whether a test fails on a tree; if something does not load, every test counts as failing. */
function fails(verdict: TestVerdict, test: string): boolean {
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
