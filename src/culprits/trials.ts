import type { FailedVerdict, Link, TestVerdict, World } from './world.ts'

type Answer = Exclude<TestVerdict, { kind: 'stopped' }>

/** Stands for the whole test if single tests are unknown. */
const nameless = 'the test'

/** Tests prefixes of chains. A failure counts if the base does not have it and a repetition confirms it. */
export class Trials<L extends Link> {
  readonly flaky = new Set<string>()
  /** Failures of the base; undefined until the base was tested. */
  onBase: ReadonlySet<string> | undefined
  private readonly world: World<L>
  /** Single tests that failed in full runs, by tree. */
  private readonly failedOn = new Map<string, readonly string[]>()

  constructor(world: World<L>) {
    this.world = world
  }

  /** Whether a tree has a failure that the base does not have. */
  isRed(verdict: TestVerdict): verdict is FailedVerdict {
    if (verdict.kind !== 'failed') return false
    if (verdict.failed === null || verdict.isBroken) return true
    return verdict.failed.some(test => this.onBase?.has(test) !== true)
  }

  /**
   * Tests the first merges of a chain; with none of them, the base. Runs everything if a run of chosen tests does not report each of
   * them, for example one that does not exist yet.
   */
  async test(
    chain: readonly L[],
    length: number,
    chosen: readonly string[] | undefined,
    repetition = 0,
  ): Promise<TestVerdict> {
    const verdict = await this.run(chain, length, chosen, repetition)
    return chosen !== undefined && isNameless(verdict)
      ? this.run(chain, length, undefined, repetition)
      : verdict
  }

  /** Tests that fail on a tree that counts as passed, because the base has these failures too. */
  failingOn({ tree }: L): string[] {
    const failed = this.failedOn.get(tree) ?? []
    return failed.filter(test => this.onBase?.has(test) === true && !this.flaky.has(test))
  }

  private async run(
    chain: readonly L[],
    length: number,
    chosen: readonly string[] | undefined,
    repetition: number,
  ): Promise<TestVerdict> {
    const tip = length === 0 ? this.world.base : (chain[length - 1] as L)
    const what = length === 0 ? 'the base' : `${length} merged`
    const request = { tip, what, repetition, ...(chosen === undefined ? {} : { chosen }) }
    const verdict = await this.world.test(request)
    if (chosen === undefined && verdict.kind === 'failed') this.failedOn.set(tip.tree, verdict.failed ?? [])
    return verdict
  }

  /** Like {@link test}, and repeats failures. */
  async testTwice(
    chain: readonly L[],
    length: number,
    chosen: readonly string[] | undefined,
  ): Promise<TestVerdict> {
    const verdict = await this.test(chain, length, chosen)
    return this.isRed(verdict) ? this.repeat(chain, length, verdict, chosen) : verdict
  }

  /** Repeats failures: only the failed tests if single tests can be run. */
  async repeat(
    chain: readonly L[],
    length: number,
    failure: FailedVerdict,
    chosen: readonly string[] | undefined,
  ): Promise<TestVerdict> {
    let verdict: Answer = failure
    for (let repetition = 1; repetition <= this.world.flakyRetries; repetition++) {
      if (!this.isRed(verdict)) return verdict
      const again = await this.test(chain, length, this.toChosen(verdict) ?? chosen, repetition)
      if (again.kind === 'stopped') return again
      verdict = this.withoutFlaky(verdict, again)
    }
    return verdict
  }

  /** The single tests of a failure, if they can be run by themselves. */
  toChosen({ failed, isBroken }: FailedVerdict): readonly string[] | undefined {
    return failed !== null && !isBroken && this.world.canChoose(failed) ? failed : undefined
  }

  /** Why a branch does not land, for people: a branch is not told what fails without it. */
  toReason({ failed, isBroken, reason }: FailedVerdict): string {
    const own = failed?.filter(test => this.onBase?.has(test) !== true) ?? []
    const isAll = isBroken || own.length === 0 || own.length === failed?.length
    return isAll ? reason : this.world.toReason(own)
  }

  /** Failures in both runs. A test that passed the second time is noted as flaky. */
  private withoutFlaky(before: FailedVerdict, again: Answer): Answer {
    const failed = before.isBroken ? null : before.failed
    const stillFailed = again.kind === 'passed' || again.isBroken ? null : again.failed
    if (again.kind === 'passed') {
      for (const test of failed ?? [nameless]) this.flaky.add(test)
      return again
    }
    if (failed === null || stillFailed === null) return again
    const still = failed.filter(test => stillFailed.includes(test))
    for (const test of failed) if (!still.includes(test)) this.flaky.add(test)
    return still.length === 0 ? { kind: 'passed' } : { ...before, failed: still }
  }
}

/** Whether a failure does not name all of its tests. */
export function isNameless(verdict: TestVerdict): verdict is FailedVerdict {
  return verdict.kind === 'failed' && (verdict.failed === null || verdict.isBroken)
}
