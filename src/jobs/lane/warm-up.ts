import { unequip } from '../../checkouts/equip.ts'
import type { Task } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { removeTaskFolders } from '../../tasks/work/task-folders.ts'
import { prepareWorktree } from '../../tasks/work/task-worktree.ts'

/** A name that no task can have: the worktree in which setup runs ahead. */
const warmUpName = '_setup'

/**
 * Runs the setup of a waiting task early, in a worktree of the base: its downloads and build results are in the machine's caches
 * when the task starts. Its result does not matter.
 *
 * @returns Stops it, and removes its leftovers.
 */
export function startWarmUp(context: RunContext, task: Task): () => Promise<void> {
  if (task.setup === undefined) return async () => {}
  const stop = new AbortController()
  const signal = AbortSignal.any([context.signal, stop.signal])
  const emit = () => {}
  const ahead = prepareWorktree({ ...context, signal, emit }, { ...task, id: warmUpName }, context.start)
  const ended = ahead.catch(() => {}) // the real setup reports problems
  return async () => {
    stop.abort()
    await ended
    await unequip(context, warmUpName)
    await removeTaskFolders(context, warmUpName)
  }
}
