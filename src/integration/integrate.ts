import { findLandable, type Landable } from '../culprits/find-landable.ts'
import type { TestRequest, TestVerdict, World } from '../culprits/world.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import { keepObjects } from '../git/repository/scratch.ts'
import { VerdictStore } from '../merging/verdict-store.ts'
import type { TaskId } from '../model/plan.ts'
import type { TestsVerdict } from '../model/report.ts'
import type { TaskResult } from '../model/task-result.ts'
import type { RunContext } from '../run/run-context.ts'
import { toConflictReports } from './chain/conflict-reports.ts'
import type { Merged, MergeStep, Tip } from './chain/merge-step.ts'
import { nameConflict } from './chain/name-conflict.ts'
import { type ChainSite, withChain } from './chain/with-chain.ts'
import { compareWithIssues } from './compare-with-issues.ts'
import { type Confirmed, confirmLandable } from './confirm-landable.ts'
import { inspectMerges, type MergeWarning } from './inspect-merges.ts'
import type { Integrated, TaskLanding } from './integrated.ts'
import { reviewResult } from './review-result.ts'
import { type TipRequest, TreeTester } from './test/tree-tester.ts'

/** Merges the branches of all successful tasks onto a base, finds those that break the test, and keeps the tested rest. */
export async function integrate(
  context: RunContext,
  base: ObjectId,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<Integrated> {
  const verdicts = new VerdictStore(context)
  const work = async (site: ChainSite) => {
    const tester = new TreeTester(context, { control: site.control, verdicts, base: site.start.tree })
    try {
      const integrated = await new Integration(context, site, tester, results).run()
      await keepObjects(site.control, context.control, integrated.tip.commit, site.known)
      const reviewed = await reviewResult(context, integrated, site.start)
      return compareWithIssues(context, reviewed, results)
    } finally {
      await tester.close()
    }
  }
  return withChain({ context, base, results, verdicts }, work)
}

class Integration implements World<Merged> {
  readonly base: Tip
  readonly parallel: number
  readonly flakyRetries: number
  private readonly context: RunContext
  private readonly tester: TreeTester
  private readonly site: ChainSite
  private readonly results: ReadonlyMap<TaskId, TaskResult>
  private readonly landings = new Map<TaskId, TaskLanding>()
  private steps: readonly MergeStep[] = []

  constructor(
    context: RunContext,
    site: ChainSite,
    tester: TreeTester,
    results: ReadonlyMap<TaskId, TaskResult>,
  ) {
    const { testParallel, flakyRetries } = context.plan.integration
    this.context = context
    this.site = site
    this.results = results
    this.tester = tester
    this.base = site.start
    this.parallel = testParallel
    this.flakyRetries = flakyRetries
  }

  async run(): Promise<Integrated> {
    const whole = await this.merge(new Set())
    const warnings = await inspectMerges(this.context, this.site, whole, this.results)
    for (const { text } of warnings) this.context.emit({ kind: 'notice', text })
    const landable = await confirmLandable(this.tester, await findLandable<Merged>(this))
    await this.tester.forgetFailures()
    for (const step of this.steps) this.note(step)
    return this.finish(landable, warnings)
  }

  async merge(evicted: ReadonlySet<TaskId>): Promise<Merged[]> {
    this.steps = await this.site.chain.merge(evicted)
    return this.steps.filter(step => step.kind === 'merged')
  }

  test(request: TestRequest): Promise<TestVerdict> {
    return this.tester.test(request as TipRequest)
  }

  canChoose(tests: readonly string[]): boolean {
    return this.tester.canChoose(tests)
  }

  toReason(tests: readonly string[]): string {
    return this.tester.toReason(tests)
  }

  onEvicted(task: TaskId, reason: string): void {
    this.context.emit({ kind: 'evicted', task, reason })
  }

  /** Records a branch's outcome in the final chain. */
  private note(step: MergeStep): void {
    const { context } = this
    if (step.kind === 'merged') {
      this.landings.set(step.task, { landing: 'landed', reason: null })
      context.emit({ kind: 'merged', task: step.task })
      return
    }
    const landing = step.kind
    const reason =
      step.kind === 'held' ? `needs ${step.by.join(', ')}, which did not land` : nameConflict(step)
    this.landings.set(step.task, { landing, reason })
    context.emit({ kind: 'not-merged', task: step.task, landing, reason })
  }

  private async finish(landable: Confirmed, all: readonly MergeWarning[]): Promise<Integrated> {
    const { base, tester } = this
    const common = {
      base: base.commit,
      testRuns: tester.runs,
      testsRemembered: false,
      conflicts: this.steps.flatMap(toConflictReports),
      reviews: [],
      comparisons: [],
    }
    if (landable.kind !== 'tested') {
      const problem = toProblem(landable)
      this.holdAll(problem)
      if (landable.kind === 'unconfirmed') this.noteEvicted(landable.evicted)
      const tests = landable.kind === 'base-fails' && landable.stage === 'test' ? 'failed' : 'none'
      return {
        ...common,
        tip: base,
        tests,
        failsOnBase: [],
        failing: [],
        flaky: [],
        warnings: [],
        landings: this.landings,
        problem,
      }
    }
    const { chain, evicted, failsOnBase, failing, flaky } = landable
    const landed = all.filter(({ task }) => chain.some(link => link.task === task))
    this.noteEvicted(evicted)
    const tip = chain.at(-1) ?? base
    const tests = this.toVerdict(landable)
    return {
      ...common,
      tip,
      tests,
      testsRemembered: tests !== 'none' && !tester.hasTested(tip),
      failsOnBase,
      failing,
      flaky,
      warnings: [...landed.map(({ text }) => text), ...(await tester.listDoubts(tip))],
      landings: this.landings,
      problem: null,
    }
  }

  private toVerdict({ chain, failing }: Extract<Landable<Merged>, { kind: 'tested' }>): TestsVerdict {
    if (this.context.plan.integration.test === undefined || chain.length === 0) return 'none'
    return failing.length === 0 ? 'passed' : 'no-new-failures'
  }

  private noteEvicted(evicted: ReadonlyMap<TaskId, string>): void {
    for (const [task, reason] of evicted) this.landings.set(task, { landing: 'evicted', reason })
  }

  /** Untested work never lands. */
  private holdAll(reason: string): void {
    for (const [task, { landing }] of this.landings)
      if (landing === 'landed') this.landings.set(task, { landing: 'held', reason })
  }
}

function toProblem(landable: Exclude<Confirmed, { kind: 'tested' }>): string {
  if (landable.kind === 'stopped') return 'the run was stopped'
  if (landable.kind === 'unconfirmed') return landable.reason
  const { stage, reason } = landable
  return stage === 'setup' ? reason : `the test already fails on the base: ${reason}`
}
