import { Merger } from '../../git/merger.ts'
import type { ObjectId } from '../../git/objects.ts'
import type { Landing } from '../../plan/outcome.ts'
import type { TaskId } from '../../plan/plan.ts'
import type { ConflictReport } from '../../report/report.ts'
import type { TaskResult } from '../../report/task-result.ts'
import type { RunContext } from '../run/run-context.ts'
import { toBranches } from './branches.ts'
import { findCulprit, type Merged } from './find-culprit.ts'
import { type Branch, type MergeStep, mergeBranches, readTip, type Tip } from './merge-chain.ts'
import { nameConflict } from './name-conflict.ts'
import { type TestVerdict, TreeTester } from './tree-tester.ts'

/** The merged and tested result of a run. */
export interface Integrated {
  /** What is tested: the base when nothing landed. */
  readonly tip: Tip
  readonly base: ObjectId
  readonly tests: 'passed' | 'failed' | 'none'
  readonly testRuns: number
  readonly landings: ReadonlyMap<TaskId, TaskLanding>
  readonly conflicts: readonly ConflictReport[]
  /** Why there is no tested result, when that is not the fault of a branch. */
  readonly trouble: string | null
}

export interface TaskLanding {
  readonly landing: Landing
  readonly reason: string | null
}

interface Parts {
  readonly context: RunContext
  readonly start: Tip
  readonly branches: readonly Branch[]
  readonly merger: Merger
  readonly tester: TreeTester
}

/** Merges the branches of all tasks that succeeded onto a base, and takes branches off until the test passes. */
export async function integrate(
  context: RunContext,
  base: ObjectId,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<Integrated> {
  const branches = await toBranches(context, base, results)
  const merger = await Merger.open(context.harness, base)
  const tester = new TreeTester(context)
  try {
    return await new Integration({
      context,
      start: await readTip(context, base),
      branches,
      merger,
      tester,
    }).run()
  } finally {
    merger.close()
    await tester.close()
  }
}

class Integration {
  private readonly parts: Parts
  private readonly landings = new Map<TaskId, TaskLanding>()
  private conflicts: ConflictReport[] = []
  /** How many merges of the chain are known to pass the test together. */
  private knownGood: number | undefined

  constructor(parts: Parts) {
    this.parts = parts
  }

  async run(): Promise<Integrated> {
    for (;;) {
      const chain = await this.merge()
      const tip = chain.at(-1)
      if (tip === undefined) return this.finish([], 'none', null)
      const verdict = await this.parts.tester.test(tip, `${chain.length} merged`)
      if (verdict.kind === 'passed') return this.finish(chain, this.hasTest() ? 'passed' : 'none', null)
      if (verdict.kind !== 'failed') return this.giveUp(chain, verdict)
      const ended = await this.evictCulprit(chain, verdict.reason)
      if (ended !== undefined) return ended
    }
  }

  /** Merges all branches that are not evicted. What is known of the others is found out anew. */
  private async merge(): Promise<Merged[]> {
    const { context, start, branches, merger } = this.parts
    const candidates = branches.filter(({ task }) => this.landings.get(task)?.landing !== 'evicted')
    const steps = await mergeBranches(context, merger, start, candidates)
    this.conflicts = []
    for (const step of steps) await this.note(step, steps)
    return steps.filter(step => step.kind === 'merged')
  }

  private async note(step: MergeStep, steps: readonly MergeStep[]): Promise<void> {
    const { context, branches } = this.parts
    if (step.kind === 'merged') {
      this.landings.set(step.task, { landing: 'landed', reason: null })
      context.emit({ kind: 'merged', task: step.task })
      return
    }
    const merged = steps.slice(0, steps.indexOf(step)).filter(other => other.kind === 'merged')
    const reason =
      step.kind === 'held'
        ? `needs ${step.by.join(', ')}, which did not land`
        : await nameConflict(context, branches, step, merged)
    const landing = step.kind
    this.landings.set(step.task, { landing, reason })
    context.emit({ kind: 'not-merged', task: step.task, landing, reason })
    if (step.kind === 'held') return
    for (const { path } of step.conflicts)
      this.conflicts.push({ task: step.task, path, resolution: 'unresolved' })
  }

  private async evictCulprit(chain: readonly Merged[], failure: string): Promise<Integrated | undefined> {
    const { start, tester, context } = this.parts
    const test = tester.test.bind(tester)
    const search = await findCulprit({ start, chain, knownGood: this.knownGood, failure, test })
    if (search.kind === 'gave-up') return this.giveUp(chain, search.verdict)
    if (search.kind === 'base-fails')
      return this.hold(chain, 'failed', `the test fails without any branch: ${search.reason}`)
    const { task } = search.culprit
    this.landings.set(task, { landing: 'evicted', reason: search.reason })
    context.emit({ kind: 'evicted', task, reason: search.reason })
    this.knownGood = chain.indexOf(search.culprit)
    return undefined
  }

  private giveUp(chain: readonly Merged[], verdict: TestVerdict): Integrated {
    return this.hold(chain, 'none', verdict.kind === 'broken' ? verdict.reason : 'the run was stopped')
  }

  /** Nothing lands that was not tested. */
  private hold(chain: readonly Merged[], tests: Integrated['tests'], trouble: string): Integrated {
    for (const { task } of chain) this.landings.set(task, { landing: 'held', reason: trouble })
    return this.finish([], tests, trouble)
  }

  private finish(chain: readonly Merged[], tests: Integrated['tests'], trouble: string | null): Integrated {
    const { start, tester } = this.parts
    const { landings, conflicts } = this
    const tip = chain.at(-1) ?? start
    return { tip, base: start.commit, tests, testRuns: tester.runs, landings, conflicts, trouble }
  }

  private hasTest(): boolean {
    return this.parts.context.plan.integration.test !== undefined
  }
}
