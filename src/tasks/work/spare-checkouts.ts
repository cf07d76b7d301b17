import { randomBytes } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { staysFolderInUse } from '../../agents/process/processes-in-folder.ts'
import { unequip } from '../../checkouts/equip.ts'
import { forgetOwnFolder, makeOwnFolder } from '../../files/own-folder.ts'
import { isFolder } from '../../files/plain-file.ts'
import { tryReuseWorktree } from '../../git/worktree/reuse.ts'
import { createWorktree, type Worktree, type WorktreeRequest } from '../../git/worktree/worktree.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { sparePrefix } from '../../run/run-paths.ts'
import { removeTaskFolders, toTaskWorktree } from './task-folders.ts'

/** Checks out a commit for a task: into the checkout of an ended task if possible, else into a new one. */
export async function checkOutForTask(context: RunContext, request: WorktreeRequest): Promise<Worktree> {
  const { control, spares } = context
  for (let name = spares.take(); name !== undefined; name = spares.take()) {
    const spare = toTaskWorktree(context, name)
    const isInUse = await staysFolderInUse(spare.path)
    const reused = isInUse ? undefined : await tryReuseWorktree(control, spare, request)
    await removeTaskFolders(context, name)
    if (reused !== undefined) return reused
  }
  return createWorktree(control, request)
}

/** Removes everything of a task on this machine. Its checkout is left to waiting tasks. Its content must have been kept. */
export async function retireTask(context: RunContext, id: TaskId): Promise<void> {
  await unequip(context, id)
  const { path } = toTaskWorktree(context, id)
  if (context.spares.isShort && isFolder(path)) context.spares.add(await putBy(context, id))
  await removeTaskFolders(context, id)
}

/** The files go first: without them, the next start finds nothing that looks like work. */
async function putBy(context: RunContext, id: TaskId): Promise<string> {
  const name = `${sparePrefix}${id}-${randomBytes(4).toString('hex')}`
  const [from, to] = [toTaskWorktree(context, id), toTaskWorktree(context, name)]
  makeOwnFolder(context.paths.task(name).folder)
  await rename(from.path, to.path)
  forgetOwnFolder(from.path)
  await rename(dirname(from.gitDirectory), dirname(to.gitDirectory))
  return name
}

/** Deletes unclaimed spare checkouts. */
export async function dropSpares(context: Pick<RunContext, 'control' | 'paths' | 'spares'>): Promise<void> {
  const { spares } = context
  spares.wanted = 0
  for (let name = spares.take(); name !== undefined; name = spares.take())
    await removeTaskFolders(context, name)
}
