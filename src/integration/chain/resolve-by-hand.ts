import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import { keepObjects } from '../../git/repository/scratch.ts'
import { takeSnapshot } from '../../git/worktree/snapshot.ts'
import { tryMergeModes } from '../../merging/merge-conflict.ts'
import { ResolutionCache, type StoredResolution } from '../../merging/resolution-cache.ts'
import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { byHandPrefix } from '../../run/run-paths.ts'
import { removeTaskFolders, toTaskWorktree } from '../../tasks/work/task-folders.ts'
import { type AnswerProblem, readHandAnswer, toAnswerProblemText } from './hand-answer.ts'
import { checkOutMarked, writeMarkedMerge } from './marked-merge.ts'
import type { AnsweredFile, MergeStep } from './merge-step.ts'
import { withChain } from './with-chain.ts'

/** A checkout in which a person resolves the conflicts of one task. */
export interface HandWork {
  readonly task: TaskId
  readonly folder: string
  /** Files with conflict markers. */
  readonly paths: readonly string[]
  /** Files of the merge that are already resolved. */
  readonly answered: readonly AnsweredFile[]
}

const entry = z.strictObject({ mode: z.string(), id: z.string() })
const recordSchema = z.strictObject({
  /** The checked-out commit. */
  commit: z.string(),
  files: z.array(
    z.strictObject({
      path: z.string(),
      base: entry.optional(),
      ours: entry,
      theirs: entry,
      mode: z.string(),
    }),
  ),
})
type HandRecord = z.output<typeof recordSchema>
type OpenConflict = HandRecord['files'][number]

/** Checks out a conflicted task's merge, with conflict markers, for a person to resolve. */
export async function startByHand(
  context: RunContext,
  results: ReadonlyMap<TaskId, TaskResult>,
  task: TaskId,
): Promise<HandWork> {
  const name = `${byHandPrefix}${task}`
  await requireUnstarted(context, task)
  return withChain(context, context.base, results, async ({ control, chain, start, known }) => {
    const evicted = await readEvicted(context)
    const steps = await chain.merge(evicted)
    const step = steps.find(other => other.task === task)
    if (step?.kind !== 'conflicted') {
      throw new RefusedError(
        `${task} has no conflict to resolve (${evicted.has(task) ? 'it breaks the tests, so it was evicted' : (step?.kind ?? 'it has no branch')})`,
      )
    }
    const files = requireOpen(step)
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
    return { task, folder, paths: files.map(({ path }) => path), answered: step.answered }
  })
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
    `${task} is being resolved in ${path}: continue there, then "parallel-agents merge --continue"\nto start over, delete that folder`,
  )
}

/** The unresolved files, each with both sides; throws if one cannot be resolved separately. */
function requireOpen({ task, left }: Extract<MergeStep, { kind: 'conflicted' }>): OpenConflict[] {
  return left.map(({ conflict }) => {
    const { path, base, ours, theirs } = conflict
    const mode = tryMergeModes(conflict)
    if (ours !== undefined && theirs !== undefined && mode !== undefined)
      return { path, ...(base && { base }), ours, theirs, mode }
    throw new RefusedError(
      `one side deletes or moves ${path}, which cannot be resolved file by file: merge ${task} with git, in your own checkout`,
    )
  })
}

/**
 * Takes over a person's resolutions for the next merge. Throws a RefusedError that names missing or dropped parts, and
 * then changes nothing.
 *
 * @param because Why parts may be dropped; undefined: none may.
 * @returns The tasks whose conflicts are resolved now.
 */
export async function continueByHand(context: RunContext, because: string | undefined): Promise<TaskId[]> {
  const names = (await readdir(context.paths.tasks).catch(() => [])).filter(name =>
    name.startsWith(byHandPrefix),
  )
  if (names.length === 0) {
    throw new RefusedError(
      'no conflict is being resolved: start with "parallel-agents merge --resolve <task>"',
    )
  }
  const resolutions: StoredResolution[] = []
  const problems: AnswerProblem[] = []
  for (const name of names) {
    const record = recordSchema.parse(JSON.parse(readPlainText(toRecordPath(context, name))))
    problems.push(...(await findOtherChanges(context, name, record)))
    for (const conflict of record.files) {
      const answer = await readHandAnswer(context, name, conflict, because)
      if ('text' in answer) problems.push({ ...answer, text: `${conflict.path}: ${answer.text}` })
      else resolutions.push(answer)
    }
  }
  if (problems.length > 0) throw new RefusedError(toAnswerProblemText(problems))
  await new ResolutionCache(context).add(resolutions)
  for (const name of names) await removeTaskFolders(context, name)
  return names.map(name => name.slice(byHandPrefix.length))
}

/** Only conflicted files are taken over: changes to others would be lost silently. */
async function findOtherChanges(
  context: RunContext,
  name: string,
  { commit, files }: HandRecord,
): Promise<AnswerProblem[]> {
  const worktree = toTaskWorktree(context, name)
  if (!existsSync(worktree.path)) return []
  const { control } = context
  const { tree } = await takeSnapshot(control, worktree, {})
  const changes = await readChanges(control.repository, commit, tree)
  return changes
    .filter(({ path }) => !files.some(file => path === file.path || path === `${file.path}.orig`)) // left by git mergetool
    .map(({ path }) => ({
      text: `${path}: not conflicted: revert your change to it`,
      isLoss: false,
    }))
}

function toRecordPath({ paths }: RunContext, name: string): string {
  return join(paths.task(name).folder, 'conflicts.json')
}
