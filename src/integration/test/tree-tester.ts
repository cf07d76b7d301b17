import type { TestRequest, TestVerdict } from '../../culprits/world.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import { type StoredVerdict, toVerdictKey, type VerdictStore } from '../../merging/verdict-store.ts'
import type { Integration } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { integrationName } from '../../run/run-paths.ts'
import { toChosenTestsCommands } from '../../test-output/choose-tests.ts'
import type { FailedTest } from '../../test-output/reading/test-output.ts'
import { readTip, type Tip } from '../chain/merge-step.ts'
import { type SlotVerdict, toTestsReason } from './slot-verdict.ts'
import { TestSlot } from './test-slot.ts'
import { TestTurns } from './test-turns.ts'
import { prepareTestedTip, type TestedTip } from './tested-tip.ts'

/** The key of the whole test's result on a tree. */
export function toWholeKey(
  { setup, test, report }: Integration,
  { tree, withBaseTests }: Pick<TestedTip, 'tree' | 'withBaseTests'>,
): string {
  return toVerdictKey(tree, [setup, test, report, 0, ...toList(withBaseTests)])
}

function toList(id: ObjectId | undefined): ObjectId[] {
  return id === undefined ? [] : [id]
}

export interface TestedTrees {
  /** Sees the objects of the trees. */
  readonly control: ControlRepository
  readonly verdicts: VerdictStore
  /** The tree whose tests the plan may protect; undefined: none. */
  readonly base: ObjectId | undefined
}

/** A test request with a tree that can be checked out. */
export type TipRequest = TestRequest & { readonly tip: Tip }
type TestedRequest = TestRequest & { readonly tip: TestedTip }

/**
 * Runs the setup and the test of the integration on trees, as many in parallel as the plan allows, each in a warm worktree. Results
 * are stored by tree. Repetitions run exclusively.
 */
export class TreeTester {
  /** Number of test runs. */
  runs = 0
  private readonly tested = new Set<ObjectId>()
  private readonly context: RunContext
  private readonly control: ControlRepository
  private readonly verdicts: VerdictStore
  private readonly base: ObjectId | undefined
  private readonly slots: readonly TestSlot[]
  private readonly turns: TestTurns<TestSlot>
  /** Details of failed tests, by their name in verdicts. */
  private readonly tests = new Map<string, FailedTest>()
  private readonly doubts = new Map<ObjectId, string>()

  constructor(context: RunContext, { control, verdicts, base }: TestedTrees) {
    this.context = context
    this.control = control
    this.verdicts = verdicts
    this.base = base
    const { testParallel } = context.plan.integration
    this.slots = Array.from(
      { length: testParallel },
      (_, index) =>
        new TestSlot(context, control, index === 0 ? integrationName : `${integrationName}-${index + 1}`),
    )
    this.turns = new TestTurns(this.slots)
  }

  async test(asked: TipRequest): Promise<TestVerdict> {
    const { setup, test, report } = this.context.plan.integration
    if (test === undefined) return { kind: 'passed' }
    const tip = await prepareTestedTip(this.context, this.control, { tip: asked.tip, base: this.base })
    const request = { ...asked, tip }
    const chosen = request.chosen && (await this.keepExistingTests(tip, request.chosen))
    if (chosen?.length === 0) return { kind: 'passed' }
    const commands = chosen && this.toCommands(chosen)
    const what = [...(commands ?? []), request.repetition, ...toList(tip.withBaseTests)]
    const key = toVerdictKey(tip.tree, [setup, test, report, ...what])
    const known = (await this.verdicts.tryFind(key)) ?? (await this.tryFindWhole(request))
    if (known !== undefined) return this.toVerdict(known, asked.tip)
    const verdict = await this.runReliably(request, commands)
    if (verdict.kind === 'stopped') return verdict
    this.tested.add(asked.tip.tree)
    await this.verdicts.add(key, verdict)
    return this.toVerdict(verdict, asked.tip)
  }

  /** The whole test, in new checkouts. */
  async testInNewCheckout(tip: Tip, what: string): Promise<TestVerdict> {
    if (this.context.plan.integration.test === undefined) return { kind: 'passed' }
    await this.close()
    const tested = await prepareTestedTip(this.context, this.control, { tip, base: this.base })
    const verdict = await this.runReliably({ tip: tested, what, repetition: 0 }, undefined)
    return verdict.kind === 'stopped' ? verdict : this.toVerdict(verdict, tip)
  }

  /** If everything passed, so did single tests. */
  private async tryFindWhole({ tip, repetition }: TestedRequest): Promise<StoredVerdict | undefined> {
    if (repetition > 0) return undefined
    const whole = await this.verdicts.tryFind(toWholeKey(this.context.plan.integration, tip))
    return whole?.kind === 'passed' ? whole : undefined
  }

  /** Whether the tests ran on a tree, and its verdict is not one of an earlier run. */
  hasTested({ tree }: Tip): boolean {
    return this.tested.has(tree)
  }

  /** Why the tests of a tree may prove less than it seems, although they passed. */
  async listDoubts(tip: Tip): Promise<string[]> {
    const doubts = [this.doubts.get(tip.tree), await this.tryFewerText(tip)]
    return doubts.filter(doubt => doubt !== undefined)
  }

  /** The base was tested beside the tasks: its number of tests costs nothing. */
  private async tryFewerText(tip: Tip): Promise<string | undefined> {
    const { base, target } = this.context
    const [before, now] = [await this.countOn(await readTip(this.context, base)), await this.countOn(tip)]
    if (before === null || now === null || now >= before) return undefined
    return `the integration test ran ${before} ${before === 1 ? 'test' : 'tests'} on ${target} before the tasks, and ${now} on the result`
  }

  private async countOn(tip: Tip): Promise<number | null> {
    const tested = await prepareTestedTip(this.context, this.control, { tip, base: this.base })
    const verdict = await this.verdicts.tryFind(toWholeKey(this.context.plan.integration, tested))
    return verdict?.kind === 'passed' ? (verdict.ran ?? null) : null
  }

  /** Whether exactly these tests can be run. */
  canChoose(names: readonly string[]): boolean {
    return this.toCommands(names) !== undefined
  }

  toReason(names: readonly string[]): string {
    return toTestsReason(names.map(name => this.tests.get(name) ?? { name, message: null }))
  }

  /** A stored failure only counts during the search for culprits. */
  forgetFailures(): Promise<void> {
    return this.verdicts.forgetFailures()
  }

  async close(): Promise<void> {
    for (const slot of this.slots) await slot.close()
  }

  /** A failure that overlapped with another test is repeated exclusively, unless the caller repeats it. */
  private async runReliably(
    request: TestedRequest,
    commands: readonly string[] | undefined,
  ): Promise<SlotVerdict> {
    const isRepetition = request.repetition > 0
    const { verdict, hasOverlapped } = await this.run(request, commands, isRepetition)
    const isDoubtful = verdict.kind === 'failed' && hasOverlapped
    if (!isDoubtful || this.context.plan.integration.flakyRetries > 0) return verdict
    return (await this.run(request, commands, true)).verdict
  }

  private async run(
    { tip, what }: TestedRequest,
    commands: readonly string[] | undefined,
    isAlone: boolean,
  ): Promise<{ readonly verdict: SlotVerdict; readonly hasOverlapped: boolean }> {
    const turn = await this.turns.take(isAlone)
    try {
      if (this.context.signal.aborted) return { verdict: { kind: 'stopped' }, hasOverlapped: false }
      const startedAt = performance.now()
      this.context.emit({ kind: 'tests-started', what, run: ++this.runs })
      const verdict = await turn.slot.test(tip, commands)
      const seconds = (performance.now() - startedAt) / 1000
      this.context.emit({ kind: 'tests-ended', passed: verdict.kind === 'passed', seconds })
      return { verdict, hasOverlapped: turn.hasOverlapped }
    } finally {
      this.turns.release(turn)
    }
  }

  /** Tests whose file a tree lacks cannot fail on it. */
  private async keepExistingTests({ commit }: Tip, names: readonly string[]): Promise<string[]> {
    const { objects } = this.control.repository
    const present = await Promise.all(
      names.map(async name => {
        const file = this.tests.get(name)?.file ?? null
        const isPath = file !== null && /\.\w+$/.test(file)
        return !isPath || (await objects.readInfo(`${commit}:${file}`)) !== undefined
      }),
    )
    return names.filter((_, index) => present[index])
  }

  private toCommands(names: readonly string[]): string[] | undefined {
    const { test, testOnly } = this.context.plan.integration
    const tests = names.map(name => this.tests.get(name)).filter(known => known !== undefined)
    if (tests.length < names.length) return undefined
    return toChosenTestsCommands({ tests, template: testOnly, testCommand: test })
  }

  private toVerdict(verdict: StoredVerdict, { tree }: Tip): TestVerdict {
    if (verdict.kind === 'passed' && verdict.doubt !== undefined) this.doubts.set(tree, verdict.doubt)
    if (verdict.kind === 'passed' || verdict.failed === null) return verdict as TestVerdict
    const failed = verdict.failed as FailedTest[]
    const names = failed.map(found => `${found.runner} ${found.id}`)
    for (const [index, name] of names.entries()) this.tests.set(name, failed[index] as FailedTest)
    return { ...verdict, failed: names }
  }
}
