import { stat } from 'node:fs/promises'
import { readTail } from '../../agent/log-file.ts'
import type { CommandEnd } from '../../agent/supervise.ts'
import { toTellingLine } from '../../agent/telling-line.ts'
import { restoreWorktree } from '../../git/snapshot.ts'
import { createWorktree, type Worktree } from '../../git/worktree.ts'
import { toCommandEnvironment } from '../run/command-environment.ts'
import { removeTaskFolders } from '../run/remove-task-folders.ts'
import type { RunContext } from '../run/run-context.ts'
import { integrationName } from '../run/run-paths.ts'
import { toBranchName } from '../run/run-refs.ts'
import { runScript, toEndText } from '../run/run-script.ts'
import type { Tip } from './merge-chain.ts'

/** What the integration test says about a tree. */
export type TestVerdict =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** The test could not be run: that says nothing about the tree. */
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'stopped' }

/** The reason of a failure is looked for in this much of the output. */
const tailBytes = 1 << 18

/** Runs the setup and the test of the integration on one tree after another, in a worktree of its own. A tree is tested once. */
export class TreeTester {
  /** How often the test was run. */
  runs = 0
  private readonly context: RunContext
  private readonly verdicts = new Map<string, TestVerdict>()
  private worktree: Worktree | undefined

  constructor(context: RunContext) {
    this.context = context
  }

  /** @param what What this tree is, for whoever watches: `8 merged`. */
  async test(tip: Tip, what: string): Promise<TestVerdict> {
    const known = this.verdicts.get(tip.tree)
    if (known !== undefined) return known
    const verdict = await this.testFresh(tip, what)
    this.verdicts.set(tip.tree, verdict)
    return verdict
  }

  async close(): Promise<void> {
    if (this.worktree !== undefined) await removeTaskFolders(this.context, integrationName)
  }

  private async testFresh(tip: Tip, what: string): Promise<TestVerdict> {
    const { setup, test, timeoutMinutes, flakyRetries } = this.context.plan.integration
    if (test === undefined) return { kind: 'passed' }
    const directory = await this.checkOut(tip)
    if (setup !== undefined) {
      const { end, lastLine } = await this.runScript('setup', setup, directory)
      if (end.kind === 'stopped') return { kind: 'stopped' }
      if (!isSuccess(end))
        return { kind: 'broken', reason: toReason('integration.setup', end, timeoutMinutes, lastLine) }
    }
    return this.runTest(test, directory, what, flakyRetries)
  }

  private async runTest(
    test: string,
    directory: string,
    what: string,
    retries: number,
  ): Promise<TestVerdict> {
    this.context.emit({ kind: 'tests-started', what, run: ++this.runs })
    const { end, lastLine } = await this.runScript('test', test, directory)
    this.context.emit({ kind: 'tests-ended', passed: isSuccess(end), seconds: end.seconds })
    if (end.kind === 'stopped') return { kind: 'stopped' }
    if (isSuccess(end)) return { kind: 'passed' }
    if (retries > 0) return this.runTest(test, directory, what, retries - 1)
    const { timeoutMinutes } = this.context.plan.integration
    return { kind: 'failed', reason: toReason('the integration test', end, timeoutMinutes, lastLine) }
  }

  private async runScript(
    title: string,
    script: string,
    directory: string,
  ): Promise<{ end: CommandEnd; lastLine?: string }> {
    const logPath = this.context.paths.log(integrationName)
    const offset = (await stat(logPath).catch(() => undefined))?.size ?? 0
    const end = await runScript(this.context, {
      script,
      directory,
      env: toCommandEnvironment(this.context),
      logPath,
      title,
      timeoutMinutes: this.context.plan.integration.timeoutMinutes,
    })
    const lines = readTail(logPath, offset, tailBytes).slice(1)
    return { end, ...(lines.length === 0 ? {} : { lastLine: toTellingLine(lines) }) }
  }

  /** The first tree is checked out anew, later ones in its place: what setup installed stays. */
  private async checkOut(tip: Tip): Promise<string> {
    const { harness, paths, store, visibleRefs } = this.context
    if (this.worktree !== undefined) {
      await restoreWorktree(harness, this.worktree, tip.tree)
      return this.worktree.path
    }
    this.worktree = await createWorktree(harness, {
      path: paths.worktree(integrationName),
      stateFolder: paths.task(integrationName).worktreeState,
      commit: tip.commit,
      branch: toBranchName(store.refs.integration),
      packedRefs: visibleRefs,
    })
    return this.worktree.path
  }
}

function toReason(what: string, end: CommandEnd, minutes: number, lastLine: string | undefined): string {
  return `${what} ${toEndText(end, minutes)}${lastLine === undefined ? '' : `: ${lastLine}`}`
}

function isSuccess(end: CommandEnd): boolean {
  return end.kind === 'exited' && end.code === 0
}
