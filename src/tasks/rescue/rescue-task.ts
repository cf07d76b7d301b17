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
  /** Everything in it is on refs, and the worktree is gone. What git ignores goes with it: then that is said. */
  | { readonly kind: 'kept'; readonly ignored: string | undefined }
  /** Something could not be put there: the worktree is in another place. */
  | { readonly kind: 'left'; readonly place: string; readonly problem: string }

/** The tasks of a run that have something on this machine, in no plan or in any. */
export async function listTaskFolders(context: Pick<KeepingContext, 'paths'>): Promise<TaskId[]> {
  return (await listFolders(context)).filter(name => !name.startsWith('_'))
}

/** Takes away what the harness alone had checked out, such as trees under test. */
export async function removeScratch(context: Pick<KeepingContext, 'paths' | 'harness'>): Promise<void> {
  for (const name of (await listFolders(context)).filter(isScratch)) await removeTaskFolders(context, name)
}

/** Everything of a run on this machine, by the names that paths have it under. */
export async function listFolders({ paths }: Pick<KeepingContext, 'paths'>): Promise<string[]> {
  const [states, checkouts] = await Promise.all(
    [paths.tasks, paths.worktrees].map(folder => readdir(folder).catch(() => [] as string[])),
  )
  const named = (checkouts ?? []).map(folder => paths.nameOf(folder)).filter(name => name !== undefined)
  return [...new Set([...(states ?? []), ...named])].filter(name => !name.startsWith(trashPrefix))
}

/**
 * Puts all that a task has on this machine onto refs, and only then takes it away: the files of its worktree, and the commits
 * in its git directory, even when the files are gone. What cannot be put there stays, out of the way.
 */
export async function rescueTask(context: KeepingContext, task: TaskId, reason: string): Promise<Rescue> {
  const worktree = toTaskWorktree(context, task)
  if (!isFolder(worktree.path) && !isFolder(worktree.gitDirectory))
    return { kind: 'kept', ignored: undefined }
  try {
    const { problems, ignored } = await keepAll(context, task, reason)
    if (problems[0] !== undefined) return await setAside(context, task, problems[0])
    await removeWorktree(context.harness, worktree)
    return { kind: 'kept', ignored: ignored.names.length === 0 ? undefined : toIgnoredText(ignored) }
  } catch (error) {
    return setAside(context, task, (error as Error).message)
  }
}

/** Before its first attempt is noted, there is nothing of an agent in a worktree. */
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

/**
 * What an attempt started from. Where its record says nothing that is still there: what a ref holds, or the base, which is before
 * everything.
 */
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
