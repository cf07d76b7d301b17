import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { isFolder } from '../../files/plain-file.ts'
import { trashPrefix } from '../../git/repository/trash.ts'
import type { IgnoredFiles } from '../../git/worktree/ignored-files.ts'
import { moveWorktree, removeWorktree } from '../../git/worktree/worktree.ts'
import type { TaskId } from '../../model/plan.ts'
import { type AttemptRecord, isStartThere, tryReadAttemptRecord } from '../../run/attempt-record.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import { isScratch, leftPrefix } from '../../run/run-paths.ts'
import { collectHeld } from '../work/collect-held.ts'
import { tryReadHeldWork } from '../work/hold-work.ts'
import { toIgnoredText } from '../work/ignored-text.ts'
import { keepWork } from '../work/keep-work.ts'
import { noFiles } from '../work/take-files.ts'
import { removeTaskFolders, toTaskWorktree } from '../work/task-folders.ts'

/** The result of rescuing an abandoned task folder. */
export type Rescue =
  /** Everything in it is on refs, and the worktree is gone. Ignored files are deleted with it, which is reported. */
  | { readonly kind: 'kept'; readonly ignored: string | undefined }
  /** Part of it could not be put on refs: the worktree was moved. */
  | { readonly kind: 'left'; readonly place: string; readonly problem: string }

/** The tasks of a run with files on this machine, in any plan or none. */
export async function listTaskFolders(context: Pick<KeepingContext, 'paths'>): Promise<TaskId[]> {
  return (await listFolders(context)).filter(name => !name.startsWith('_'))
}

/** Removes checkouts that only the harness used, such as trees under test. */
export async function removeScratch(context: Pick<KeepingContext, 'paths' | 'control'>): Promise<void> {
  for (const name of (await listFolders(context)).filter(isScratch)) await removeTaskFolders(context, name)
}

/** All files of a run on this machine, by their names in the paths. */
export async function listFolders({ paths }: Pick<KeepingContext, 'paths'>): Promise<string[]> {
  const [states, checkouts] = await Promise.all(
    [paths.tasks, paths.worktrees].map(folder => readdir(folder).catch(() => [] as string[])),
  )
  const named = (checkouts ?? []).map(folder => paths.nameOf(folder)).filter(name => name !== undefined)
  return [...new Set([...(states ?? []), ...named])].filter(name => !name.startsWith(trashPrefix))
}

/**
 * Puts everything of a task on this machine onto refs, and only then deletes it: the files of its worktree, and the commits in its
 * git directory, even if the files are gone. What cannot be put there is moved away and stays.
 */
export async function rescueTask(context: KeepingContext, task: TaskId, reason: string): Promise<Rescue> {
  const worktree = toTaskWorktree(context, task)
  if (!isFolder(worktree.path) && !isFolder(worktree.gitDirectory))
    return { kind: 'kept', ignored: undefined }
  try {
    const { problems, ignored } = await keepAll(context, task, reason)
    if (problems[0] !== undefined) return await setAside(context, task, problems[0])
    await removeWorktree(context.control, worktree)
    return { kind: 'kept', ignored: ignored.names.length === 0 ? undefined : toIgnoredText(ignored) }
  } catch (error) {
    return setAside(context, task, (error as Error).message)
  }
}

/** Before the first attempt is recorded, a worktree holds no agent's work. */
function hasAttempt({ paths }: KeepingContext, task: TaskId): boolean {
  const { attempt, judged } = paths.task(task)
  return existsSync(attempt) || existsSync(judged)
}

interface Kept {
  /** What could not be kept. */
  readonly problems: readonly string[]
  readonly ignored: IgnoredFiles
}

async function keepAll(context: KeepingContext, task: TaskId, reason: string): Promise<Kept> {
  const { store } = context
  const worktree = toTaskWorktree(context, task)
  if (!isFolder(worktree.gitDirectory) && (await readdir(worktree.path)).length > 0)
    return { ...noFiles, problems: ['its git directory is gone'] }
  if (!hasAttempt(context, task)) return noFiles
  const facts = await readFacts(context, task)
  const work = await collectHeld(context, { ...facts, worktree, taskId: task })
  const hasResult = (await store.resolve(store.refs.result(task))) !== undefined
  const branch = hasResult ? await store.resolve(store.refs.branch(task)) : undefined
  const kept = await keepWork(context, { ...facts, worktree, task, work, branch, reason })
  if (kept.commit !== undefined) await store.pointRefs([[store.refs.kept(task), kept.commit]])
  return { problems: kept.problems, ignored: work.ignored }
}

/** The start of an attempt. If its record names nothing that exists: the held ref, or the base, which precedes everything. */
async function readFacts(
  context: KeepingContext,
  task: TaskId,
): Promise<Pick<AttemptRecord, 'start' | 'setupTree' | 'attempt'>> {
  const { attempt, judged } = context.paths.task(task)
  const record = tryReadAttemptRecord(attempt) ?? tryReadAttemptRecord(judged)
  if (record !== undefined && (await isStartThere(context, record))) return record
  const held = await tryReadHeldWork(context, task).catch(() => undefined) // it was interrupted as well
  return { start: context.base, setupTree: null, attempt: 1, ...held }
}

async function setAside(context: KeepingContext, task: TaskId, problem: string): Promise<Rescue> {
  const name = `${leftPrefix}${task}-${Date.now()}`
  const to = toTaskWorktree(context, name)
  await moveWorktree(toTaskWorktree(context, task), to)
  return { kind: 'left', place: isFolder(to.path) ? to.path : context.paths.task(name).folder, problem }
}
