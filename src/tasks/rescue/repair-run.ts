import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isFolder, removePlain } from '../../files/plain-file.ts'
import { trashPrefix } from '../../git/repository/trash.ts'
import type { TaskId } from '../../model/plan.ts'
import { toPlainLine } from '../../report/text/text.ts'
import { isStartThere, tryReadAttemptRecord, tryReadStatus } from '../../run/attempt-record.ts'
import type { RunContext } from '../../run/run-context.ts'
import { removeTaskFolders, toTaskWorktree } from '../work/task-folders.ts'
import { endLeftProcesses } from './end-left-processes.ts'
import { listTaskFolders, removeScratch, rescueTask } from './rescue-task.ts'

/**
 * Repairs a run whose process died: ends agents that still run, puts their work onto refs, and removes leftovers. Attempts that
 * ended by themselves stay, to be judged.
 */
export async function repairRun(context: RunContext): Promise<void> {
  await endLeftProcesses(context)
  await emptyTrash(context)
  removePlain(context.paths.forecast)
  await removeScratch(context)
  for (const task of await listTaskFolders(context)) await repairTask(context, task)
}

async function emptyTrash({ paths, control }: RunContext): Promise<void> {
  for (const folder of [paths.worktrees, paths.tasks]) {
    const names: string[] = await readdir(folder).catch(() => [])
    for (const name of names.filter(entry => entry.startsWith(trashPrefix)))
      await control.trash.take(join(folder, name))
  }
}

async function repairTask(context: RunContext, task: TaskId): Promise<void> {
  if (await isToBeJudged(context, task)) return
  const rescue = await rescueTask(context, task, 'interrupted')
  if (rescue.kind === 'left') {
    const { problem, place } = rescue
    context.emit({ kind: 'notice', text: `${problem}: the work of ${task} remains at ${place}` })
  } else if (rescue.ignored !== undefined) {
    context.emit({ kind: 'notice', text: `${task}: ${toPlainLine(rescue.ignored)}` })
  }
  if (!(await isGoneOnWith(context, task))) await removeTaskFolders(context, task)
}

/** Whether an agent ended by itself and its work was not judged. */
async function isToBeJudged(context: RunContext, task: TaskId): Promise<boolean> {
  const { attempt, status } = context.paths.task(task)
  if (await hasResult(context, task)) return false
  const record = tryReadAttemptRecord(attempt)
  if (!record?.isStarted || !isFolder(toTaskWorktree(context, task).path)) return false
  return (await isStartThere(context, record)) && tryReadStatus(status) !== undefined
}

/** Whether the next attempt counts the interrupted one's spending. */
async function isGoneOnWith(context: RunContext, task: TaskId): Promise<boolean> {
  const isInPlan = context.plan.tasks.some(({ id }) => id === task)
  return isInPlan && existsSync(context.paths.task(task).attempt) && !(await hasResult(context, task))
}

/** A parked task continues: it has none yet. */
async function hasResult({ store }: RunContext, task: TaskId): Promise<boolean> {
  const isThere = (await store.resolve(store.refs.result(task))) !== undefined
  return isThere && (await store.readResult(task))?.outcome !== 'parked'
}
