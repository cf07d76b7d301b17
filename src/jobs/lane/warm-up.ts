import { unequip } from '../../checkouts/equip.ts'
import type { Task } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { removeTaskFolders } from '../../tasks/work/task-folders.ts'
import { prepareWorktree } from '../../tasks/work/task-worktree.ts'

/** A name that no task can have: the worktree where set-up runs ahead. */
const warmUpName = '_setup'

/**
 * Runs the set-up of a task that still waits, in a worktree of the base: what it downloads and builds is in the caches of the machine
 * when its real turn comes. How it ends does not matter.
 *
 * @returns Ends it, and takes away what it left.
 */
export function startWarmUp(context: RunContext, task: Task): () => Promise<void> {
  if (task.setup === undefined) return async () => {}
  const stop = new AbortController()
  const signal = AbortSignal.any([context.signal, stop.signal])
  const emit = () => {}
  const ahead = prepareWorktree({ ...context, signal, emit }, { ...task, id: warmUpName }, context.start)
  const ended = ahead.catch(() => {}) // the real one says what is wrong
  return async () => {
    stop.abort()
    await ended
    await unequip(context, warmUpName)
    await removeTaskFolders(context, warmUpName)
  }
}
