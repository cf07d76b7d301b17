import { createHash } from 'node:crypto'
import type { Link, TestRequest, TestVerdict, World } from '../../src/culprits/world.ts'

/** What is wrong with the branches of a made-up chain; branches are numbers in merge order. */
export interface Faults {
  readonly branches: number
  /** Tasks that each branch needs; all smaller than itself. */
  readonly needs: readonly (readonly number[])[]
  /** Each fails a test of its own. */
  readonly culprits: readonly number[]
  /** Fail a test of their own when both are there. */
  readonly pairs: readonly (readonly [number, number])[]
  /** Break the build: nothing else can be seen. */
  readonly breakers: readonly number[]
  /** The later one cannot be merged when the earlier one is there. */
  readonly conflicts: readonly (readonly [number, number])[]
  /** Tests that fail everywhere. */
  readonly onBase: readonly string[]
  /** The share of first runs that fail without a reason. */
  readonly flakes: number
  /** Whether the output of a run names the tests that failed. */
  readonly isReadable: boolean
  /** Whether single tests can be run; undefined: where they are named. */
  readonly canChoose?: boolean
  readonly parallel: number
  readonly flakyRetries: number
}

export const faultless: Faults = {
  branches: 0,
  needs: [],
  culprits: [],
  pairs: [],
  breakers: [],
  conflicts: [],
  onBase: [],
  flakes: 0,
  isReadable: false,
  parallel: 1,
  flakyRetries: 1,
}

/** The runner has died. */
export class Killed extends Error {}

/** A world whose test runs are looked up in a table of faults. Results are remembered as a real run does: by tree and what was run. */
export class SyntheticWorld implements World<Link> {
  readonly base = { tree: toTree([]) }
  readonly parallel: number
  readonly flakyRetries: number
  readonly evictions: string[] = []
  /** Runs of everything, runs of chosen tests. */
  runs = { full: 0, chosen: 0 }
  /** Runs left until it dies. */
  lifetime = Number.POSITIVE_INFINITY
  private readonly faults: Faults
  private readonly remembered: Map<string, TestVerdict>
  private readonly merged = new Map<string, readonly number[]>()

  constructor(faults: Faults, remembered = new Map<string, TestVerdict>()) {
    this.faults = faults
    this.remembered = remembered
    this.parallel = faults.parallel
    this.flakyRetries = faults.flakyRetries
    this.merged.set(this.base.tree, [])
  }

  async merge(evicted: ReadonlySet<string>): Promise<Link[]> {
    const { branches, needs, conflicts } = this.faults
    const there: number[] = []
    const chain: Link[] = []
    for (let branch = 0; branch < branches; branch++) {
      const isHeld = needs[branch]?.some(need => !there.includes(need)) ?? false
      const isConflicted = conflicts.some(([first, second]) => second === branch && there.includes(first))
      if (evicted.has(`t${branch}`) || isHeld || isConflicted) continue
      there.push(branch)
      const link = { task: `t${branch}`, tree: toTree(there) }
      this.merged.set(link.tree, [...there])
      chain.push(link)
    }
    return chain
  }

  async test({ tip, chosen, repetition }: TestRequest): Promise<TestVerdict> {
    const key = JSON.stringify([tip.tree, chosen ?? null, repetition])
    const known = this.remembered.get(key)
    if (known !== undefined) return known
    if (this.lifetime-- <= 0) throw new Killed()
    this.runs[chosen === undefined ? 'full' : 'chosen']++
    const verdict = this.toVerdict(tip.tree, chosen, repetition)
    this.remembered.set(key, verdict)
    return verdict
  }

  canChoose(): boolean {
    return this.faults.canChoose ?? this.faults.isReadable
  }

  toReason(tests: readonly string[]): string {
    return tests.join(' and ')
  }

  onEvicted(task: string): void {
    this.evictions.push(task)
  }

  /** The tests that fail with these branches for a reason; undefined when not even the build works. */
  failures(branches: readonly number[]): string[] | undefined {
    const { culprits, pairs, breakers } = this.faults
    if (breakers.some(breaker => branches.includes(breaker))) return undefined
    const single = culprits.filter(culprit => branches.includes(culprit)).map(culprit => `single ${culprit}`)
    const both = pairs.filter(pair => pair.every(branch => branches.includes(branch)))
    return [...this.faults.onBase, ...single, ...both.map(pair => `pair ${pair.join()}`)]
  }

  private toVerdict(tree: string, chosen: readonly string[] | undefined, repetition: number): TestVerdict {
    const failures = this.failures(this.merged.get(tree) ?? [])
    if (failures === undefined)
      return { kind: 'failed', failed: null, isBroken: true, stage: 'test', reason: 'it does not build' }
    const flaky = repetition === 0 && toShare(tree + String(chosen)) < this.faults.flakes ? ['flaky'] : []
    const failed = [...failures, ...flaky].filter(test => chosen?.includes(test) !== false)
    if (failed.length === 0) return { kind: 'passed' }
    const reason = failed.join(', ')
    return {
      kind: 'failed',
      failed: this.faults.isReadable ? failed : null,
      isBroken: false,
      stage: 'test',
      reason,
    }
  }
}

function toTree(branches: readonly number[]): string {
  return createHash('sha1').update(branches.join()).digest('hex')
}

/** A number between 0 and 1 that is always the same for the same text. */
function toShare(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE() / 2 ** 32
}
