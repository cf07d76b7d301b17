import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { unknownUsage } from '../../agents/process/agent-output.ts'
import { type ConflictedFile, type SideReport, toResolvePrompt } from '../../agents/prompts/resolve-prompt.ts'
import { checkProof } from '../../conflicts/proof/check-proof.ts'
import { toContestedChoices } from '../../conflicts/text/contested.ts'
import type { NamedChoice, TextConflict } from '../../conflicts/text/text-conflict.ts'
import { findUnfit } from '../../conflicts/text/text-shape.ts'
import { removePlain, writePlainFile } from '../../files/plain-file.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { FileConflict } from '../../git/merge/merge-record.ts'
import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import { takeSnapshot } from '../../git/worktree/snapshot.ts'
import {
  applyFiles,
  type ConflictedMerge,
  type ResolvedFile,
  type Resolving,
  tryMergeModes,
  tryReadVersions,
  type UnresolvedFile,
} from '../../merging/merge-conflict.ts'
import { toStoredResolution } from '../../merging/stored-resolution.ts'
import type { Task } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { runAttempt } from '../../tasks/perform/attempt.ts'
import { removeTaskFolders } from '../../tasks/work/remove-task-folders.ts'
import type { TaskWork } from '../../tasks/work/task-work.ts'
import { readChoices } from './agent-choices.ts'
import { checkOutAs, writeOpenMerge } from './check-out-merge.ts'

export interface AgentAnswer {
  readonly files: readonly ResolvedFile[]
  readonly left: UnresolvedFile[]
}

/** A file that an agent can be asked about. */
interface Question {
  readonly conflict: FileConflict
  readonly versions: TextConflict
  readonly mode: string
  readonly reasons: readonly string[]
}

/**
 * Asks the agent of the integration about the files that rules could not resolve, in a worktree of the merge. Its answer is only
 * taken when it drops nothing; otherwise it is told what was lost, as often as the plan allows. What is taken is remembered.
 */
export async function resolveWithAgent(
  resolving: Resolving,
  merge: ConflictedMerge,
  resolved: readonly ResolvedFile[],
  left: UnresolvedFile[],
): Promise<AgentAnswer> {
  const { context, harness } = resolving
  if (context.plan.integration.agent === undefined) return { files: [], left }
  const questions = await Promise.all(left.map(file => tryQuestion(resolving, file)))
  if (questions.some(question => question === undefined)) return { files: [], left }
  const tree = await applyFiles(harness, merge.record.tree, resolved)
  const session = new Session(resolving, merge, questions as Question[], tree)
  try {
    return await session.run()
  } finally {
    await session.close()
  }
}

async function tryQuestion(
  { harness }: Resolving,
  { conflict, reasons }: UnresolvedFile,
): Promise<Question | undefined> {
  const versions = await tryReadVersions(harness, conflict)
  const mode = tryMergeModes(conflict)
  if (versions === undefined || mode === undefined) return undefined
  const isText = findUnfit([versions.base ?? '', versions.ours, versions.theirs]) === undefined
  return isText ? { conflict, versions, mode, reasons } : undefined
}

class Session {
  private readonly resolving: Resolving
  private readonly merge: ConflictedMerge
  private readonly questions: readonly Question[]
  private readonly tree: ObjectId
  private readonly task: Task
  /** Where files about this session are: outside of the worktree. */
  private readonly context: RunContext

  constructor(resolving: Resolving, merge: ConflictedMerge, questions: readonly Question[], tree: ObjectId) {
    const { context, harness } = resolving
    this.resolving = resolving
    this.merge = merge
    this.questions = questions
    this.tree = tree
    const own = context.plan.tasks.find(({ id }) => id === merge.task) as Task
    const agent = context.plan.integration.agent as string
    this.task = { ...own, id: `_resolve-${merge.task}`, agent }
    // What it prints goes to the log of the task; it is not an attempt at that task.
    const paths = { ...context.paths, log: () => context.paths.log(merge.task) }
    this.context = { ...context, harness, repository: harness.repository, paths, emit: () => {} }
  }

  async run(): Promise<AgentAnswer> {
    const { plan } = this.context
    const paths = this.questions.map(({ conflict }) => conflict.path)
    this.resolving.context.emit({
      kind: 'resolving',
      task: this.merge.task,
      agent: this.task.agent,
      paths,
    })
    const worktree = await this.checkOut()
    const files = await this.writeVersions()
    const feedback: string[] = []
    for (let round = 1; round <= plan.integration.agentRounds; round++) {
      const work = this.toWork(worktree, round, feedback)
      const prompt = await this.toPrompt(files, feedback)
      removePlain(this.choicesPath())
      const { end, lastWords } = await runAttempt(this.context, work, prompt)
      if (end.kind === 'stopped') break
      if (end.kind !== 'exited' || end.code !== 0) {
        feedback.push(`You ended without success${lastWords === undefined ? '' : `: ${lastWords}`}.`)
        continue
      }
      const answer = await this.judge(work)
      if (answer.problems.length === 0) return this.accept(answer.files)
      feedback.push(answer.problems.join('\n'))
    }
    const { agent } = this.task
    return { files: [], left: this.questions.map(question => toLeft(question, agent, feedback)) }
  }

  async close(): Promise<void> {
    await removeTaskFolders(this.context, this.task.id)
  }

  private choicesPath(): string {
    return join(this.context.paths.task(this.task.id).exchange, 'choices.jsonl')
  }

  private async checkOut() {
    const { harness } = this.resolving
    const { ours, theirs } = this.merge
    const message = 'A merge with conflicts'
    const commit = await writeOpenMerge(harness, { tree: this.tree, ours, theirs, message })
    return { worktree: await checkOutAs(this.context, harness, this.task.id, commit), commit }
  }

  private toWork(
    { worktree, commit }: Awaited<ReturnType<Session['checkOut']>>,
    attempt: number,
    feedback: readonly string[],
  ): TaskWork {
    return {
      task: this.task,
      start: commit,
      startedAt: new Date().toISOString(),
      worktree,
      setupTree: null,
      attempt,
      feedback,
      agentSeconds: 0,
      usage: unknownUsage,
    }
  }

  private async writeVersions(): Promise<ConflictedFile[]> {
    const folder = join(this.context.paths.task(this.task.id).exchange, 'versions')
    return Promise.all(
      this.questions.map(async ({ versions }, index) => {
        const name = (side: string) => join(folder, String(index), side)
        await mkdir(join(folder, String(index)), { recursive: true })
        writePlainFile(name('ours'), versions.ours)
        writePlainFile(name('theirs'), versions.theirs)
        if (versions.base !== undefined) writePlainFile(name('base'), versions.base)
        const base = versions.base === undefined ? undefined : name('base')
        return { path: versions.path, base, ours: name('ours'), theirs: name('theirs') }
      }),
    )
  }

  private async toPrompt(files: readonly ConflictedFile[], feedback: readonly string[]): Promise<string> {
    const { reportPath, theirs, ours } = await this.toSides()
    return toResolvePrompt({
      files,
      ours,
      theirs,
      feedback,
      choicesFile: this.choicesPath(),
      reportFile: reportPath,
    })
  }

  /** The words of the task that is merged, and of those that are merged already and may change the same files. */
  private async toSides(): Promise<{ reportPath: string; theirs: SideReport; ours: SideReport[] }> {
    const { plan, store, paths } = this.context
    const changed = this.questions.map(({ conflict }) => conflict.path)
    const reports = new Map<string, SideReport>()
    for (const task of plan.tasks) {
      const result = await store.readResult(task.id)
      if (!(await this.touches(result, changed))) continue
      reports.set(task.id, { title: task.title, prompt: task.prompt, summary: result?.summary ?? null })
    }
    const theirs = reports.get(this.merge.task) ?? { ...this.task, summary: null }
    const ours = this.merge.with.map(id => reports.get(id)).filter(report => report !== undefined)
    return { reportPath: paths.task(this.task.id).report, theirs, ours }
  }

  private async touches(result: TaskResult | undefined, paths: readonly string[]): Promise<boolean> {
    if (result?.commit == null || result.base === null) return false
    const changes = await readChanges(this.context.repository, result.base, result.commit)
    return changes.some(change => paths.includes(change.path))
  }

  private async judge(work: TaskWork): Promise<{ problems: string[]; files: ResolvedFile[] }> {
    const { harness } = this.resolving
    const { tree } = await takeSnapshot(harness, work.worktree, {})
    const choices = readChoices(this.choicesPath())
    const problems: string[] = []
    const files: ResolvedFile[] = []
    for (const question of this.questions) {
      const { path } = question.conflict
      const blob = await harness.repository.objects.read(`${tree}:${path}`)
      if (blob?.type !== 'blob') {
        problems.push(`${path}: it is not there any more`)
        continue
      }
      const own = toContestedChoices(question.versions, choices.get(path) ?? [])
      const proof = await checkProof(question.versions, blob.content.toString('utf8'), own)
      if (proof.kind === 'refuted') problems.push(...proof.problems.map(problem => `${path}: ${problem}`))
      else {
        // It is remembered, so it must be in the repository and not only where merges are tried.
        const id = await writeObject(this.resolving.context.repository.store, 'blob', blob.content)
        files.push(toResolved(question, { mode: question.mode, id }, proof.checked, own))
      }
    }
    return { problems, files }
  }

  private async accept(files: readonly ResolvedFile[]): Promise<AgentAnswer> {
    await this.resolving.cache.add(files.map(file => toStoredResolution('agent', file)))
    return { files, left: [] }
  }
}

function toResolved(
  { conflict }: Question,
  result: TreeEntry,
  proof: string,
  choices: readonly NamedChoice[],
): ResolvedFile {
  return { conflict, result, by: 'agent', proof, choices: choices.map(({ sentence }) => sentence) }
}

function toLeft({ conflict, reasons }: Question, agent: string, feedback: readonly string[]): UnresolvedFile {
  const last = feedback.at(-1)
  return {
    conflict,
    reasons: last === undefined ? reasons : [...reasons, `${agent}: ${last.split('\n')[0]}`],
  }
}
