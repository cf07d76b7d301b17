import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { keepObjects } from '../../git/repository/scratch.ts'
import { readStaged, readUndecided } from '../../git/worktree/merge-state.ts'
import { takeSnapshot } from '../../git/worktree/snapshot.ts'
import { ResolutionCache, type StoredResolution } from '../../merging/resolution-cache.ts'
import type { Change } from '../../model/change.ts'
import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { byHandPrefix } from '../../run/run-paths.ts'
import { toBranchName } from '../../run/run-refs.ts'
import { removeTaskFolders, toTaskWorktree } from '../../tasks/work/task-folders.ts'
import { type AnswerProblem, readHandAnswer, toAnswerProblemText } from './hand-answer.ts'
import { checkOutMarked, writeMarkedMerge } from './marked-merge.ts'
import type { AnsweredFile, MergeStep } from './merge-step.ts'
import { takeMoved } from './moved-files.ts'
import { openConflictSchema, requireOpen } from './open-conflicts.ts'
import { withChain } from './with-chain.ts'

/** A checkout in which a person resolves the conflicts of one task. */
export interface HandWork {
  readonly run: string
  readonly task: TaskId
  readonly folder: string
  /** Conflicted files. */
  readonly paths: readonly string[]
  /** Files of the merge that are already resolved. */
  readonly answered: readonly AnsweredFile[]
}

const recordSchema = z.strictObject({
  /** The checked-out commit. */
  commit: z.string(),
  files: z.array(openConflictSchema),
})
type HandRecord = z.output<typeof recordSchema>

/** Checks out a conflicted task's merge, with conflict markers, for a person to resolve. */
export async function startByHand(
  context: RunContext,
  results: ReadonlyMap<TaskId, TaskResult>,
  task: TaskId,
): Promise<HandWork> {
  const name = `${byHandPrefix}${task}`
  await requireUnstarted(context, task)
  return withChain({ context, base: context.base, results }, async ({ control, chain, start, known }) => {
    const evicted = await readEvicted(context)
    const steps = await chain.merge(evicted)
    const step = steps.find(other => other.task === task)
    if (step?.kind !== 'conflicted') {
      throw new RefusedError(
        `${task} has no conflict to resolve: ${evicted.has(task) ? 'it breaks the tests, so it was evicted' : toWhyNone(step)}`,
      )
    }
    const files = requireOpen(step, toBranchCommands(context, task))
    const before = steps.slice(0, steps.indexOf(step)).filter(other => other.kind === 'merged')
    const merge = {
      name,
      task,
      files,
      tree: step.tree,
      answered: step.answered,
      ours: before.at(-1)?.joined ?? start.joined,
      theirs: step.theirs,
      before: before.map(other => other.task),
    }
    const commit = await writeMarkedMerge(context, control, merge)
    await keepObjects(control, context.control, commit, known)
    const record: HandRecord = { commit, files }
    await mkdir(context.paths.task(name).folder, { recursive: true })
    writePlainFile(toRecordPath(context, name), JSON.stringify(record))
    const { path: folder } = await checkOutMarked(context, merge, commit)
    return { run: context.run, task, folder, paths: files.map(({ path }) => path), answered: step.answered }
  })
}

function toWhyNone(step: MergeStep | undefined): string {
  if (step === undefined) return 'it has no branch'
  return step.kind === 'held' ? `it waits for ${step.by.join(', ')}` : 'its branch merged cleanly'
}

/** Tasks that broke the tests in the last merge: the resolution must fit the branches that land. */
async function readEvicted({ store }: RunContext): Promise<Set<TaskId>> {
  const tasks = (await store.readReport())?.tasks ?? {}
  return new Set(Object.keys(tasks).filter(id => tasks[id]?.landing === 'evicted'))
}

/** A person's unfinished work is not deleted. */
async function requireUnstarted(context: RunContext, task: TaskId): Promise<void> {
  const { path } = toTaskWorktree(context, `${byHandPrefix}${task}`)
  if (!existsSync(path)) return
  throw new RefusedError(
    `${task} is being resolved in ${path}: continue there, then "parallel-agents merge ${context.run} --continue"\nto start over, delete that folder`,
  )
}

/** How to merge a branch without `--resolve`. */
function toBranchCommands({ run, store }: RunContext, task: TaskId): string[] {
  const [branch, merged] = [store.refs.branch(task), store.refs.integration].map(toBranchName)
  return [`git switch ${branch}`, `git merge ${merged}`, `parallel-agents merge ${run}`]
}

/**
 * Takes over a person's resolutions for the next merge. Throws a RefusedError that names missing or dropped parts, and
 * then changes nothing.
 *
 * @param because Why parts may be dropped; undefined: none may.
 * @returns The tasks whose conflicts are resolved now.
 */
export async function continueByHand(context: RunContext, because: string | undefined): Promise<TaskId[]> {
  const started = await listStarted(context)
  const names = started.filter(name => existsSync(toTaskWorktree(context, name).path))
  if (names.length === 0) {
    throw new RefusedError(
      `no conflict of run ${context.run} is being resolved: start with "parallel-agents merge ${context.run} --resolve <task>"`,
    )
  }
  const resolutions: StoredResolution[] = []
  const problems: AnswerProblem[] = []
  for (const name of names) {
    const record = recordSchema.parse(JSON.parse(readPlainText(toRecordPath(context, name))))
    const answer = await readAnswers(context, name, record, because)
    const prefix = names.length === 1 ? '' : `${name.slice(byHandPrefix.length)}: `
    problems.push(...answer.problems.map(problem => ({ ...problem, text: `${prefix}${problem.text}` })))
    resolutions.push(...answer.resolutions)
  }
  if (problems.length > 0) throw new RefusedError(toAnswerProblemText(context.run, problems))
  await new ResolutionCache(context).add(resolutions)
  for (const name of started) await removeTaskFolders(context, name)
  return names.map(name => name.slice(byHandPrefix.length))
}

/** Names of the checkouts that were made for a person, also of deleted ones. */
async function listStarted({ paths }: Pick<RunContext, 'paths'>): Promise<string[]> {
  const names: string[] = await readdir(paths.tasks).catch(() => [])
  return names.filter(name => name.startsWith(byHandPrefix))
}

/** Tasks that a person is resolving, with the folders. */
export async function listByHand(context: Pick<RunContext, 'paths'>): Promise<Map<TaskId, string>> {
  const names = await listStarted(context)
  const places = names.map(
    name => [name.slice(byHandPrefix.length), toTaskWorktree(context, name).path] as const,
  )
  return new Map(places.filter(([, path]) => existsSync(path)))
}

async function readAnswers(
  context: RunContext,
  name: string,
  record: HandRecord,
  because: string | undefined,
): Promise<{ resolutions: StoredResolution[]; problems: AnswerProblem[] }> {
  const worktree = toTaskWorktree(context, name)
  const { tree } = await takeSnapshot(context.control, worktree, {})
  const undecided = await readUndecided(context.control, worktree)
  const resolutions: StoredResolution[] = []
  const problems: AnswerProblem[] = []
  for (const conflict of record.files) {
    const answer = await readHandAnswer(context, { tree, undecided, because }, conflict)
    if ('text' in answer) problems.push({ ...answer, text: `${conflict.path}: ${answer.text}` })
    else resolutions.push(answer)
  }
  const others = await findOtherChanges(context, tree, record)
  const staged = await readStaged(context.control, worktree)
  const moved = await takeMoved(context, { others, staged }, resolutions)
  return { resolutions: moved.resolutions, problems: [...moved.problems, ...problems] }
}

/** Only conflicted files are taken over, and new names for them: changes to others would be lost silently. */
async function findOtherChanges(
  { control }: RunContext,
  tree: ObjectId,
  { commit, files }: HandRecord,
): Promise<Change[]> {
  const changes = await readChanges(control.repository, commit, tree)
  return changes.filter(
    ({ path }) => !files.some(file => path === file.path || path === `${file.path}.orig`), // left by git mergetool
  )
}

function toRecordPath({ paths }: RunContext, name: string): string {
  return join(paths.task(name).folder, 'conflicts.json')
}
