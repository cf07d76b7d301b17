import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { killLeftGroup } from '../../agent/process-group.ts'
import { trashPrefix } from '../../git/trash.ts'
import { removeWorktree } from '../../git/worktree.ts'
import type { Task } from '../../plan/plan.ts'
import { tryReadAttemptRecord, tryReadStatus } from './attempt-record.ts'
import { collectWork } from './collect-work.ts'
import { keepWork } from './keep-work.ts'
import { toWork } from './recover-work.ts'
import { removeTaskFolders } from './remove-task-folders.ts'
import type { RunContext } from './run-context.ts'
import { integrationName } from './run-paths.ts'
import { toTaskWorktree } from './task-worktree.ts'

/**
 * Makes good what a process left that died in the middle of a run: ends agents that still run, puts what they left onto
 * refs, and takes away what nobody needs. What has ended by itself stays, to be judged.
 */
export async function repairRun(context: RunContext): Promise<void> {
  await killLeftScripts(context)
  await emptyTrash(context)
  await rm(context.paths.forecast, { force: true })
  await removeTaskFolders(context, integrationName)
  for (const task of context.plan.tasks) await repairTask(context, task)
}

async function killLeftScripts({ paths }: RunContext): Promise<void> {
  const names: string[] = await readdir(paths.scripts).catch(() => [])
  for (const name of names.filter(entry => entry.endsWith('.pid'))) {
    await killLeftGroup(join(paths.scripts, basename(name, '.pid')))
  }
  await rm(paths.scripts, { recursive: true, force: true })
}

async function emptyTrash({ paths, harness }: RunContext): Promise<void> {
  for (const folder of [paths.worktrees, paths.tasks]) {
    const names: string[] = await readdir(folder).catch(() => [])
    for (const name of names.filter(entry => entry.startsWith(trashPrefix)))
      await harness.trash.take(join(folder, name))
  }
}

async function repairTask(context: RunContext, task: Task): Promise<void> {
  const { paths, store } = context
  const taskPaths = paths.task(task.id)
  await killLeftGroup(taskPaths.status)
  const hasResult = (await store.resolve(store.refs.result(task.id))) !== undefined
  const { path } = toTaskWorktree(context, task.id)
  if (existsSync(path)) await repairWorktree(context, task, hasResult)
  if (hasResult && !existsSync(path)) await removeTaskFolders(context, task.id)
}

async function repairWorktree(context: RunContext, task: Task, hasResult: boolean): Promise<void> {
  const { paths, store } = context
  const taskPaths = paths.task(task.id)
  const worktree = toTaskWorktree(context, task.id)
  const record = await tryReadAttemptRecord(taskPaths.attempt)
  const hasEnded = (await tryReadStatus(taskPaths.status)) !== undefined
  if (record === undefined) return removeWorktree(context.harness, worktree) // no agent had been started in it
  if (!hasResult && hasEnded) return

  const work = toWork(context, task, record)
  const collected = await collectWork(context, work)
  const branch = hasResult ? await store.resolve(store.refs.branch(task.id)) : undefined
  const kept = await keepWork(context, {
    ...work,
    task: task.id,
    work: collected,
    branch,
    reason: 'interrupted',
  })
  if (kept !== undefined) await store.pointRefs([[store.refs.kept(task.id), kept]])
  if (collected.problems.length === 0) return removeWorktree(context.harness, worktree)

  const aside = join(paths.worktrees, `_left-${task.id}-${Date.now()}`)
  await rename(worktree.path, aside)
  context.emit({ kind: 'notice', text: `${collected.problems[0]}: what ${task.id} left stays at ${aside}` })
}
