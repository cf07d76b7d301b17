import { join } from 'node:path'
import { readTail } from '../../agents/process/log-file.ts'
import type { CommandEnd } from '../../agents/process/supervise.ts'
import { toTellingEnd } from '../../agents/process/telling-line.ts'
import { equip, unequip } from '../../checkouts/equip.ts'
import { setUp } from '../../checkouts/set-up.ts'
import { readPlainText, removePlain, sizeOfPlainFile } from '../../files/plain-file.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import { restoreWorktree } from '../../git/worktree/restore.ts'
import { createWorktree, type Worktree } from '../../git/worktree/worktree.ts'
import { toCommandEnvironment } from '../../run/command-environment.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toBranchName } from '../../run/run-refs.ts'
import { runScript, toCommandEndText } from '../../run/run-script.ts'
import { findRewritten } from '../../tasks/testing/rewritten-tests.ts'
import { removeTaskFolders } from '../../tasks/work/task-folders.ts'
import { readTestOutput, readTestReport } from '../../test-output/read-test-output.ts'
import type { TestOutput } from '../../test-output/reading/test-output.ts'
import type { Tip } from '../chain/merge-step.ts'
import {
  joinVerdicts,
  noTestRan,
  nothingRan,
  type SlotVerdict,
  toFailedVerdict,
  toPassedVerdict,
  toProtectedVerdict,
  toRewrittenVerdict,
  toServiceVerdict,
} from './slot-verdict.ts'
import type { TestedTip } from './tested-tip.ts'

/** The part of the output that is searched for failed tests. */
const tailBytes = 1 << 23
const mostReportBytes = 1 << 26

/** A worktree in which trees are tested, one after another: setup's installations stay for the next. */
export class TestSlot {
  /** The name of its log and its worktree. */
  readonly name: string
  private readonly context: RunContext
  private readonly control: ControlRepository
  private worktree: Worktree | undefined
  /** Offset of the last command's output in the log. */
  private offset = 0

  /** @param control Sees the objects of the tested trees. */
  constructor(context: RunContext, control: ControlRepository, name: string) {
    this.context = context
    this.control = control
    this.name = name
  }

  /** @param commands Replaces the whole test. */
  async test(tip: TestedTip, commands: readonly string[] | undefined): Promise<SlotVerdict> {
    const verdict = await this.testTree(tip, tip.tree, commands)
    if (verdict.kind !== 'passed' || tip.withBaseTests === undefined) return verdict
    return toProtectedVerdict(await this.testTree(tip, tip.withBaseTests, commands))
  }

  private async testTree(
    tip: Tip,
    tree: ObjectId,
    commands: readonly string[] | undefined,
  ): Promise<SlotVerdict> {
    const { test = 'true' } = this.context.plan.integration
    const worktree = await this.checkOut(tip, tree)
    const verdict = await this.setUp(worktree)
    if (verdict.kind !== 'passed') return verdict
    try {
      const problem = await this.startServices()
      if (problem !== undefined)
        return this.context.signal.aborted ? { kind: 'stopped' } : toServiceVerdict(problem)
      const tested = await this.runTests(commands, test, worktree.path)
      if (tested.kind !== 'passed') return tested
      const rewritten = await findRewritten(this.context.plan, this.control, { worktree, tree })
      return rewritten.length === 0 ? tested : toRewrittenVerdict(rewritten)
    } finally {
      await this.context.equipment.get(this.name)?.stopServices()
    }
  }

  private async setUp(worktree: Worktree): Promise<SlotVerdict> {
    const { setup } = this.context.plan.integration
    const end = await setUp(this.context, { worktree, setup, script: this.beginScript() })
    return end === undefined ? { kind: 'passed' } : this.conclude('setup', end, worktree.path)
  }

  private async startServices(): Promise<string | undefined> {
    return this.context.equipment.get(this.name)?.startServices(toCommandEnvironment(this.context, this.name))
  }

  private async runTests(
    commands: readonly string[] | undefined,
    test: string,
    directory: string,
  ): Promise<SlotVerdict> {
    if (commands === undefined) return this.runWhole(test, directory)
    const verdicts: SlotVerdict[] = []
    for (const command of commands) {
      const verdict = await this.run(command, directory)
      verdicts.push(verdict.kind === 'passed' && (await this.hasRunNothing(directory)) ? nothingRan : verdict)
    }
    return joinVerdicts(verdicts)
  }

  /** A test that ran nothing says nothing about the tree. */
  private async runWhole(test: string, directory: string): Promise<SlotVerdict> {
    const verdict = await this.run(test, directory)
    if (verdict.kind !== 'passed') return verdict
    const output = await this.tryReadOutput(directory, this.readLines())
    if (output?.ran === 0) return noTestRan
    return output === undefined ? verdict : toPassedVerdict(output)
  }

  async close(): Promise<void> {
    await unequip(this.context, this.name)
    if (this.worktree !== undefined) await removeTaskFolders(this.context, this.name)
    this.worktree = undefined
  }

  private async run(script: string, directory: string): Promise<SlotVerdict> {
    const reportPath = this.toReportPath(directory)
    if (reportPath !== undefined) removePlain(reportPath)
    const request = { ...this.beginScript(), script, directory, title: 'test' }
    return this.conclude('test', await runScript(this.context, request), directory)
  }

  /** Later output belongs to the next command. */
  private beginScript() {
    const logPath = this.context.paths.log(this.name)
    this.offset = sizeOfPlainFile(logPath)
    const env = toCommandEnvironment(this.context, this.name)
    const { timeoutMinutes, stallMinutes } = this.context.plan.integration
    return { env, logPath, timeoutMinutes, stallMinutes }
  }

  private async conclude(title: 'setup' | 'test', end: CommandEnd, directory: string): Promise<SlotVerdict> {
    const { timeoutMinutes } = this.context.plan.integration
    // Cancelling the job may end the test before this process notices.
    if (end.kind === 'stopped' || this.context.signal.aborted) return { kind: 'stopped' }
    if (end.kind === 'exited' && end.code === 0) return { kind: 'passed' }
    const lines = this.readLines()
    const output = title === 'setup' ? undefined : await this.tryReadOutput(directory, lines)
    const what = title === 'setup' ? 'integration.setup' : 'the integration test'
    return toFailedVerdict(output, title, toReason(what, end, timeoutMinutes, lines))
  }

  /** Most runners pass if a name selects no test. Only known runners are trusted. */
  private async hasRunNothing(directory: string): Promise<boolean> {
    return (await this.tryReadOutput(directory, this.readLines()))?.ran === 0
  }

  /** The last command's output. */
  private readLines(): string[] {
    return readTail(this.context.paths.log(this.name), this.offset, tailBytes).slice(1)
  }

  private async tryReadOutput(directory: string, lines: readonly string[]): Promise<TestOutput | undefined> {
    const report = await tryReadReport(this.toReportPath(directory), directory)
    return report ?? readTestOutput(lines.join('\n'), directory)
  }

  private toReportPath(directory: string): string | undefined {
    const { report } = this.context.plan.integration
    return report === undefined ? undefined : join(directory, report)
  }

  /** The first tree gets a fresh checkout, later ones replace it there. */
  private async checkOut(tip: Tip, tree: ObjectId): Promise<Worktree> {
    const { paths, store, visibleRefs } = this.context
    if (this.worktree !== undefined) {
      await restoreWorktree(this.control, this.worktree, tree)
      await this.context.equipment.get(this.name)?.refresh()
      return this.worktree
    }
    this.worktree = await createWorktree(this.control, {
      path: paths.worktree(this.name),
      stateFolder: paths.task(this.name).worktreeState,
      commit: tip.commit,
      branch: toBranchName(store.refs.integration),
      packedRefs: visibleRefs,
    })
    await equip(this.context, this.name, this.worktree)
    return this.worktree
  }
}

function tryReadReport(path: string | undefined, root: string): TestOutput | undefined {
  if (path === undefined) return undefined
  const size = sizeOfPlainFile(path)
  if (size === 0 || size > mostReportBytes) return undefined
  return readTestReport(readPlainText(path, size), root)
}

function toReason(what: string, end: CommandEnd, minutes: number, lines: readonly string[]): string {
  return `${what} ${toCommandEndText(end, minutes)}${toTellingEnd(lines)}`
}
