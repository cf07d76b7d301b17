import { join } from 'node:path'
import { readTail } from '../../agents/process/log-file.ts'
import { toTellingLine } from '../../agents/process/telling-line.ts'
import { sizeOfPlainFile } from '../../files/plain-file.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { restoreWorktree } from '../../git/worktree/restore.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import type { ConflictedMerge, Resolving } from '../../merging/merge-conflict.ts'
import { type StoredVerdict, toVerdictKey } from '../../merging/verdict-store.ts'
import type { Task } from '../../model/plan.ts'
import { toTaskEnvironment } from '../../run/command-environment.ts'
import { integrationName } from '../../run/run-paths.ts'
import { runScript, toCommandEndText } from '../../run/run-script.ts'
import { removeTaskFolders } from '../../tasks/work/task-folders.ts'
import { readTestOutput } from '../../test-output/read-test-output.ts'
import { checkOutAs, writeOpenMerge } from './check-out-merge.ts'

/** The verdict of some tasks' tests on a tree. */
export type TaskTestsVerdict =
  | { readonly kind: 'passed'; readonly ran: number | null }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'stopped' }

const worktreeName = '_candidates'
/** The part of the output that is searched for the number of tests. */
const tailBytes = 1 << 22

/** Runs the tests of tasks, their own `test:`, on trees of one merge. Results are cached by tree. */
export class TaskTests {
  private readonly resolving: Resolving
  private readonly merge: ConflictedMerge
  private worktree: Worktree | undefined
  private checkedOut: ObjectId | undefined
  private readonly prepared = new Set<string>()

  constructor(resolving: Resolving, merge: ConflictedMerge) {
    this.resolving = resolving
    this.merge = merge
  }

  /** Stops at the first task whose test fails. */
  async test(tree: ObjectId, tasks: readonly Task[]): Promise<TaskTestsVerdict> {
    let ran: number | null = 0
    const seen = new Set<string>()
    for (const task of tasks) {
      if (task.test === undefined || seen.has(task.test)) continue
      seen.add(task.test)
      const verdict = await this.testTask(tree, task)
      if (verdict.kind !== 'passed') return verdict
      ran = ran === null || verdict.ran === null ? null : ran + verdict.ran
    }
    return { kind: 'passed', ran }
  }

  async close(): Promise<void> {
    if (this.worktree !== undefined) await removeTaskFolders(this.resolving.context, worktreeName)
  }

  private async testTask(tree: ObjectId, task: Task): Promise<TaskTestsVerdict> {
    const { verdicts } = this.resolving
    const key = toVerdictKey(tree, ['task', task.setup, task.test, JSON.stringify(task.env)])
    const known = await verdicts?.tryFind(key)
    if (known !== undefined) return toVerdict(known)
    const verdict = await this.run(tree, task)
    if (verdict.kind !== 'stopped') await verdicts?.add(key, toStored(verdict))
    return verdict
  }

  private async run(tree: ObjectId, task: Task): Promise<TaskTestsVerdict> {
    const directory = await this.checkOut(tree)
    const { setup, test = 'true' } = task
    if (setup !== undefined && !this.prepared.has(setup)) {
      const verdict = await this.runCommand(task, { title: 'setup', script: setup, directory })
      if (verdict.kind !== 'passed') return verdict
      this.prepared.add(setup)
    }
    return this.runCommand(task, { title: 'test', script: test, directory })
  }

  private async runCommand(
    task: Task,
    { title, script, directory }: { title: string; script: string; directory: string },
  ): Promise<TaskTestsVerdict> {
    const { context } = this.resolving
    const { timeoutMinutes, stallMinutes } = task
    const logPath = context.paths.log(integrationName)
    const offset = sizeOfPlainFile(logPath)
    const env = toTaskEnvironment(context, task, context.base, {})
    const limits = { timeoutMinutes, stallMinutes }
    const end = await runScript(context, { script, directory, env, logPath, title, ...limits })
    if (end.kind === 'stopped' || context.signal.aborted) return { kind: 'stopped' }
    const lines = readTail(logPath, offset, tailBytes).slice(1)
    const name = `the ${title} of ${task.id}`
    if (end.kind !== 'exited' || end.code !== 0) {
      const said = lines.length === 0 ? '' : `: ${toTellingLine(lines)}`
      return { kind: 'failed', reason: `${name} ${toCommandEndText(end, timeoutMinutes)}${said}` }
    }
    const ran = readTestOutput(lines.join('\n'), directory)?.ran ?? null
    if (title === 'test' && ran === 0) return { kind: 'failed', reason: `${name} ran no tests` }
    return { kind: 'passed', ran }
  }

  private async checkOut(tree: ObjectId): Promise<string> {
    const { context, control } = this.resolving
    if (this.worktree === undefined) {
      const { ours, theirs } = this.merge
      const commit = await writeOpenMerge(control, { tree, ours, theirs, message: 'A candidate' })
      this.worktree = await checkOutAs(context, control, worktreeName, commit)
    } else if (this.checkedOut !== tree) await restoreWorktree(control, this.worktree, tree)
    this.checkedOut = tree
    return join(this.worktree.path)
  }
}

function toVerdict(stored: StoredVerdict): TaskTestsVerdict {
  return stored.kind === 'passed'
    ? { kind: 'passed', ran: stored.ran ?? null }
    : { kind: 'failed', reason: stored.reason }
}

function toStored(verdict: Exclude<TaskTestsVerdict, { kind: 'stopped' }>): StoredVerdict {
  if (verdict.kind === 'passed') return verdict
  return { kind: 'failed', failed: null, isBroken: false, stage: 'test', reason: verdict.reason }
}
