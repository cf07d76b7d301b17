import type { TaskId } from '../model/plan.ts'
import { toGroupSize, toProbes, toRate } from './group-size.ts'
import { type Flip, findFlips } from './test-search.ts'
import { isNameless, Trials } from './trials.ts'
import type { FailedVerdict, Link, TestVerdict, World } from './world.ts'

/** What can land of a chain of merges, and why the rest cannot. */
export type Landable<L extends Link> =
  | {
      readonly kind: 'tested'
      /** Its last tree passed the whole test, except for failures that the base has too. */
      readonly chain: readonly L[]
      readonly evicted: ReadonlyMap<TaskId, string>
      /** Tests that fail without any branch. */
      readonly failsOnBase: readonly string[]
      /** The subset that still fails on the last tree. */
      readonly failing: readonly string[]
      /** Tests that failed once and passed on the same tree; `the test` if single tests are unknown. */
      readonly flaky: readonly string[]
    }
  | { readonly kind: 'base-fails'; readonly stage: 'setup' | 'test'; readonly reason: string }
  | { readonly kind: 'stopped' }

/**
 * Finds what can land: tests the whole chain; on failure, finds culprits, evicts them with everything that builds on them, merges
 * the rest again and repeats until all remaining branches pass together. Rules:
 * 1. no branch is blamed for a failure that the base has too;
 * 2. a failure is repeated on the same tree before it counts;
 * 3. where single tests can be named and run, each failing test is searched for by itself over the prefixes of the chain, and only
 *    those tests run;
 * 4. otherwise groups of branches are tested, in merge order on top of those that passed, and a failing group is bisected.
 *    Of two neighbouring prefixes, one passing and one failing, the later branch is the culprit. This needs no monotonicity: of two
 *    branches that only fail together, the later one goes.
 */
export function findLandable<L extends Link>(world: World<L>): Promise<Landable<L>> {
  return new Search(world).run()
}

type Round<L extends Link> = Landable<L> | 'go on'

interface Eviction {
  readonly reason: string
  /** Branches merged before it when it failed. */
  readonly before: readonly TaskId[]
}

class Search<L extends Link> {
  private readonly world: World<L>
  private readonly trials: Trials<L>
  private readonly evicted = new Map<TaskId, Eviction>()
  /** Evicted branches that got their second chance. */
  private readonly retried = new Set<TaskId>()
  /** Trees that passed the whole test. */
  private readonly green = new Set<string>()
  /** Whether the next test covers all remaining branches at once. */
  private isWhole = true

  constructor(world: World<L>) {
    this.world = world
    this.trials = new Trials(world)
  }

  async run(): Promise<Landable<L>> {
    for (;;) {
      const round = await this.advance(await this.merge())
      if (round !== 'go on') return round
    }
  }

  private merge(): Promise<readonly L[]> {
    return this.world.merge(new Set(this.evicted.keys()))
  }

  private async advance(chain: readonly L[]): Promise<Round<L>> {
    const passed = this.countPassed(chain)
    const left = chain.length - passed
    if (left === 0) return this.reconsider(chain) ? 'go on' : this.finish(chain)
    const end = passed + (this.isWhole ? left : toGroupSize(this.rate(passed), left))
    const first = await this.trials.test(chain, end, undefined)
    const isRepeated = this.trials.isRed(first) && (this.isWhole || this.trials.toChosen(first) !== undefined)
    const verdict = isRepeated ? await this.trials.repeat(chain, end, first, undefined) : first
    if (verdict.kind === 'stopped') return verdict
    if (!this.trials.isRed(verdict)) {
      this.setPassed(chain, end)
      return 'go on'
    }
    if (this.trials.onBase === undefined) return this.askBase(verdict)
    const tests = this.trials.toChosen(verdict)?.filter(test => !this.trials.onBase?.has(test))
    return (
      (tests && (await this.searchTests(chain, end, tests, verdict.reason))) ??
      this.bisect(chain, end, verdict, isRepeated)
    )
  }

  private finish(chain: readonly L[]): Landable<L> {
    const { evicted, trials } = this
    const last = chain.at(-1)
    return {
      kind: 'tested',
      chain,
      evicted: new Map([...evicted].map(([task, { reason }]) => [task, reason])),
      failsOnBase: [...(trials.onBase ?? [])],
      failing: last === undefined ? [] : trials.failingOn(last),
      flaky: [...trials.flaky],
    }
  }

  /** Whether to merge an evicted branch again because a branch that it failed with is gone. Each gets one such chance. */
  private reconsider(chain: readonly L[]): boolean {
    const merged = new Set(chain.map(({ task }) => task))
    const stale = [...this.evicted].filter(
      ([task, { before }]) => !this.retried.has(task) && before.some(other => !merged.has(other)),
    )
    for (const [task] of stale) {
      this.retried.add(task)
      this.evicted.delete(task)
    }
    this.isWhole = true
    return stale.length > 0
  }

  /** How many merges of a chain are known to pass together. */
  private countPassed(chain: readonly L[]): number {
    return chain.findLastIndex(({ tree }) => this.green.has(tree)) + 1
  }

  private setPassed(chain: readonly L[], length: number): void {
    if (length > 0) this.green.add((chain[length - 1] as L).tree)
  }

  private rate(passed: number): number {
    return toRate(this.evicted.size, passed + this.evicted.size)
  }

  private evict(chain: readonly L[], place: number, failure: FailedVerdict): void {
    const { task } = chain[place - 1] as L
    const reason = this.trials.toReason(failure)
    this.evicted.set(task, { reason, before: chain.slice(0, place - 1).map(link => link.task) })
    this.world.onEvicted(task, reason)
  }

  /** Asks once which tests fail on the base. */
  private async askBase(failure: FailedVerdict): Promise<Round<L>> {
    const verdict = await this.trials.test([], 0, this.trials.toChosen(failure))
    if (verdict.kind === 'stopped') return verdict
    if (isNameless(verdict)) return { kind: 'base-fails', stage: verdict.stage, reason: verdict.reason }
    this.trials.onBase = new Set(toFailed(verdict))
    return 'go on'
  }

  /** Finds one culprit among the branches behind those that passed, up to a prefix that is known to fail. */
  private async bisect(
    chain: readonly L[],
    end: number,
    failure: FailedVerdict,
    isRepeated: boolean,
  ): Promise<Round<L>> {
    const passed = this.countPassed(chain)
    let good = passed
    let bad = end
    let red = failure
    while (bad - good > 1) {
      const probes = toProbes(this.rate(passed), bad - good, this.world.parallel).map(place => good + place)
      const verdicts = await Promise.all(probes.map(probe => this.trials.test(chain, probe, undefined)))
      if (verdicts.some(({ kind }) => kind === 'stopped')) return { kind: 'stopped' }
      const first = verdicts.findIndex(verdict => this.trials.isRed(verdict))
      good = (first === -1 ? probes.at(-1) : probes[first - 1]) ?? good
      if (first === -1) continue
      bad = probes[first] as number
      red = verdicts[first] as FailedVerdict
    }
    this.isWhole = false
    const isSure = bad === end && isRepeated
    const verdict = isSure ? red : await this.trials.repeat(chain, bad, red, undefined)
    if (verdict.kind === 'stopped') return verdict
    if (this.trials.isRed(verdict)) {
      this.setPassed(chain, good)
      this.evict(chain, bad, verdict)
    } else this.setPassed(chain, bad)
    return 'go on'
  }

  /** Finds and evicts all culprits that single tests reveal; undefined if they reveal none. */
  private async searchTests(
    chain: readonly L[],
    bad: number,
    tests: readonly string[],
    reason: string,
  ): Promise<Round<L> | undefined> {
    const good = this.countPassed(chain)
    const search = await findFlips({ trials: this.trials, chain, good, bad, tests, reason })
    if (search.kind === 'stopped') return search
    if (search.kind === 'unreadable') return undefined
    const before = this.evicted.size
    for (const flip of search.flips) {
      const verdict = await this.confirm((chain[flip.place - 1] as L).task, flip)
      if (verdict?.kind === 'stopped') return verdict
    }
    if (this.evicted.size === before) return undefined
    this.isWhole = true
    return 'go on'
  }

  /**
   * Evicts a culprit if its tests still fail in a chain without the culprits before it. The first one failed there already;
   * a later one may have failed only together with one of those.
   */
  private async confirm(task: TaskId, flip: Flip): Promise<TestVerdict | undefined> {
    const chain = await this.merge()
    const place = chain.findIndex(link => link.task === task) + 1
    if (place === 0) return undefined // it went with a culprit that it builds on
    const verdict = await this.trials.testTwice(chain, place, flip.tests)
    if (this.trials.isRed(verdict)) this.evict(chain, place, verdict)
    return verdict
  }
}

function toFailed(verdict: TestVerdict): readonly string[] {
  return verdict.kind === 'failed' ? (verdict.failed ?? []) : []
}
