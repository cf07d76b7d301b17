import type { TaskId } from '../model/plan.ts'
import { toGroupSize, toProbes } from './group-size.ts'
import { SearchState } from './search-state.ts'
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

/** The verdict on a chain up to a place. */
interface Tested<Verdict extends TestVerdict> {
  readonly end: number
  readonly verdict: Verdict
  readonly isRepeated: boolean
}

class Search<L extends Link> {
  private readonly world: World<L>
  private readonly trials: Trials<L>
  private readonly state = new SearchState<L>()
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
    return this.world.merge(new Set(this.state.listReasons().keys()))
  }

  private async advance(chain: readonly L[]): Promise<Round<L>> {
    const passed = this.state.countPassed(chain)
    if (passed === chain.length) return this.reconsider(chain)
    const { end, verdict, isRepeated } = await this.testNext(chain, passed)
    if (verdict.kind === 'stopped') return verdict
    if (this.trials.isRed(verdict)) return this.findCulprits(chain, { end, verdict, isRepeated })
    this.state.setPassed(chain, end)
    return 'go on'
  }

  /** Tests the next branches on top of those that passed, and a failure again where it counts by itself. */
  private async testNext(chain: readonly L[], passed: number): Promise<Tested<TestVerdict>> {
    const { trials, isWhole } = this
    const left = chain.length - passed
    const end = passed + (isWhole ? left : toGroupSize(this.state.rate(passed), left))
    const verdict = await trials.test(chain, end, undefined)
    const isRepeated = trials.isRed(verdict) && (isWhole || trials.toChosen(verdict) !== undefined)
    return isRepeated
      ? { end, verdict: await trials.repeat(chain, end, verdict, undefined), isRepeated }
      : { end, verdict, isRepeated }
  }

  /** The base first; then single tests, if they can be named; else groups of branches. */
  private async findCulprits(chain: readonly L[], tested: Tested<FailedVerdict>): Promise<Round<L>> {
    const { end, verdict } = tested
    const { onBase } = this.trials
    if (onBase === undefined) return this.askBase(verdict)
    const tests = this.trials.toChosen(verdict)?.filter(test => !onBase.has(test))
    const found = tests && (await this.searchTests(chain, end, tests, verdict.reason))
    return found ?? this.bisect(chain, tested)
  }

  /** All passed: it is the end, unless an evicted branch gets another chance. */
  private reconsider(chain: readonly L[]): Round<L> {
    this.isWhole = true
    return this.state.reconsider(chain) ? 'go on' : this.finish(chain)
  }

  private finish(chain: readonly L[]): Landable<L> {
    const { trials } = this
    const last = chain.at(-1)
    return {
      kind: 'tested',
      chain,
      evicted: this.state.listReasons(),
      failsOnBase: [...(trials.onBase ?? [])],
      failing: last === undefined ? [] : trials.failingOn(last),
      flaky: [...trials.flaky],
    }
  }

  private evict(chain: readonly L[], place: number, failure: FailedVerdict): void {
    const reason = this.trials.toReason(failure)
    this.state.evict(chain, place, reason)
    this.world.onEvicted((chain[place - 1] as L).task, reason)
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
    { end, verdict: failure, isRepeated }: Tested<FailedVerdict>,
  ): Promise<Round<L>> {
    const passed = this.state.countPassed(chain)
    let good = passed
    let bad = end
    let red = failure
    while (bad - good > 1) {
      const probes = toProbes(this.state.rate(passed), bad - good, this.world.parallel).map(
        place => good + place,
      )
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
      this.state.setPassed(chain, good)
      this.evict(chain, bad, verdict)
    } else this.state.setPassed(chain, bad)
    return 'go on'
  }

  /** Finds and evicts all culprits that single tests reveal; undefined if they reveal none. */
  private async searchTests(
    chain: readonly L[],
    bad: number,
    tests: readonly string[],
    reason: string,
  ): Promise<Round<L> | undefined> {
    const good = this.state.countPassed(chain)
    const search = await findFlips({ trials: this.trials, chain, good, bad, tests, reason })
    if (search.kind === 'stopped') return search
    if (search.kind === 'unreadable') return undefined
    const before = this.state.evictions
    for (const flip of search.flips) {
      const verdict = await this.confirm((chain[flip.place - 1] as L).task, flip)
      if (verdict?.kind === 'stopped') return verdict
    }
    if (this.state.evictions === before) return undefined
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
