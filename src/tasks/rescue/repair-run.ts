import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isFolder, removePlain } from '../../files/plain-file.ts'
import { trashPrefix } from '../../git/repository/trash.ts'
import type { TaskId } from '../../model/plan.ts'
import { goesOn } from '../../model/task-result.ts'
import { toUsageSince, unknownUsage } from '../../model/usage.ts'
import { toPlainLine } from '../../report/text/text.ts'
import { isStartThere, tryReadAttemptRecord, tryReadStatus } from '../../run/attempt-record.ts'
import { recordOpenSpending } from '../../run/open-spending.ts'
import type { RunContext } from '../../run/run-context.ts'
import { addSpending } from '../../run/spending.ts'
import { tryReadInterruptedCost } from '../perform/perform-task.ts'
import { removeTaskFolders, toTaskWorktree } from '../work/task-folders.ts'
import { tryUsageOf } from '../work/task-work.ts'
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
  await recordOpenSpending(context)
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
  if (await isGoneOnWith(context, task)) return
  await recordRedo(context, task)
  await removeTaskFolders(context, task)
}

/** A task that was being redone keeps its earlier result, which does not have the cost of that. */
async function recordRedo(context: RunContext, name: TaskId): Promise<void> {
  const { plan, store, paths } = context
  const task = plan.tasks.find(({ id }) => id === name)
  const record = tryReadAttemptRecord(paths.task(name).attempt)
  const result = await store.readResult(name)
  if (task === undefined || result === undefined || !record?.isStarted || record.attempt <= result.attempts)
    return
  const cost = await tryReadInterruptedCost(context, task)
  const usage = toUsageSince(cost?.usage ?? unknownUsage, tryUsageOf(result))
  const seconds = Math.max(0, (cost?.seconds ?? 0) - result.agentSeconds)
  const purpose = `interrupted attempts at ${name}`
  await addSpending(store, { purpose, agent: record.agent ?? '', seconds, usage, task: name })
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

/** A parked or stopped task continues: it has none yet. */
async function hasResult({ store }: RunContext, task: TaskId): Promise<boolean> {
  if ((await store.resolve(store.refs.result(task))) === undefined) return false
  const result = await store.readResult(task)
  return result === undefined || !goesOn(result)
}
