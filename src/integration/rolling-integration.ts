import { resolveMergeByRules } from '../merging/resolve-by-rules.ts'
import { VerdictStore } from '../merging/verdict-store.ts'
import type { TaskId } from '../model/plan.ts'
import type { RunEvent } from '../model/run-event.ts'
import type { TaskResult } from '../model/task-result.ts'
import type { RunContext } from '../run/run-context.ts'
import type { ResolveConflicts } from './chain/merge-chain.ts'
import { type ChainSite, withChainThat } from './chain/with-chain.ts'
import { TestSlot } from './test/test-slot.ts'
import { prepareTestedTip, type TestedTip } from './test/tested-tip.ts'
import { toWholeKey } from './test/tree-tester.ts'

/** The name of its worktree and its log. */
const slotName = '_rolling'

/**
 * Merges and tests finished branches while other tasks still run, on idle slots: a combination that breaks the tests is known early,
 * and passing results are stored for the end. It lands nothing, and its errors do not affect the run.
 */
export class RollingIntegration {
  private readonly context: RunContext
  private readonly stop = new AbortController()
  private readonly running = new Set<TaskId>()
  private readonly results: Map<TaskId, TaskResult>
  private readonly after: Promise<unknown>
  private current: Promise<void> = Promise.resolve()
  private isBusy = false
  private seen = ''
  private lastProblem: string | undefined

  /** @param after Resolves when the base has been tested. */
  constructor(context: RunContext, done: ReadonlyMap<TaskId, TaskResult>, after: Promise<unknown>) {
    const signal = AbortSignal.any([context.signal, this.stop.signal])
    this.context = { ...context, signal }
    this.results = new Map(done)
    this.after = after
  }

  /** Takes note of an event of the run. */
  note(event: RunEvent): void {
    if (event.kind === 'task-started') this.running.add(event.task)
    if (event.kind !== 'task-ended') return
    this.running.delete(event.task)
    this.results.set(event.task, event.result)
    // The next task starts first, if there is one.
    setTimeout(() => this.look(), settleMilliseconds).unref()
  }

  async close(): Promise<void> {
    this.stop.abort()
    await this.current
  }

  /** Begins to test new branches, if a slot is free. */
  private look(): void {
    const { running, context } = this
    const isIdle = running.size > 0 && running.size < context.maxParallel
    const done = [...this.results.values()].filter(({ outcome }) => outcome === 'succeeded')
    const key = done.map(({ task, commit }) => `${task} ${commit}`).join('\n')
    if (this.isBusy || !isIdle || done.length < 2 || key === this.seen || context.signal.aborted) return
    this.seen = key
    this.isBusy = true
    this.current = this.try().finally(() => {
      this.isBusy = false
      this.look()
    })
  }

  private async try(): Promise<void> {
    const { context } = this
    try {
      await this.after
      if (context.signal.aborted) return
      const resolve: ResolveConflicts = (control, { record }) =>
        resolveMergeByRules(control, context.plan.integration, record)
      const request = { context, base: context.base, results: new Map(this.results), resolve, isTrial: true }
      await withChainThat(request, site => this.test(site))
    } catch (error) {
      this.say((error as Error).message)
    }
  }

  private async test(site: ChainSite): Promise<void> {
    const { context } = this
    const merged = (await site.chain.merge(new Set())).filter(step => step.kind === 'merged')
    const last = merged.at(-1)
    if (last === undefined || merged.length < 2 || context.signal.aborted) return
    const tip = await prepareTestedTip(context, site.control, { tip: last, base: site.start.tree })
    const verdicts = new VerdictStore(context)
    const isKnown = async (tested: TestedTip) =>
      (await verdicts.tryFind(toWholeKey(context.plan.integration, tested))) !== undefined
    if ((await isKnown(tip)) || !(await isKnown(site.start))) return
    const slot = new TestSlot(context, site.control, slotName)
    try {
      const first = await slot.test(tip, undefined)
      const verdict = first.kind === 'failed' ? await slot.test(tip, undefined) : first
      if (verdict.kind === 'passed') await verdicts.add(toWholeKey(context.plan.integration, tip), verdict)
      if (verdict.kind === 'failed') {
        const names = merged.map(({ task }) => task).join(', ')
        const text = `${names} are done, but together ${verdict.reason}. Other tasks continue; the culprit is identified at the end`
        context.emit({ kind: 'notice', text })
      }
    } finally {
      await slot.close()
    }
  }

  /** A failure is reported once. */
  private say(message: string): void {
    if (message === this.lastProblem || this.context.signal.aborted) return
    this.lastProblem = message
    this.context.emit({
      kind: 'notice',
      text: `finished tasks could not be merged and tested early: ${message}`,
    })
  }
}

const settleMilliseconds = 200
