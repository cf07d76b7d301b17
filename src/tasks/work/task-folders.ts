import { toWorktree, type Worktree } from '../../git/worktree/worktree.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'

/** The worktree of a task, existing or not. */
export function toTaskWorktree({ paths }: Pick<RunContext, 'paths'>, task: string): Worktree {
  return toWorktree(paths.worktree(task), paths.task(task).worktreeState)
}

/** Deletes the worktree of a task, and all records about its attempts. Its content must have been kept. */
export async function removeTaskFolders(
  context: Pick<RunContext, 'control' | 'paths'>,
  name: TaskId,
): Promise<void> {
  await context.control.trash.take(toTaskWorktree(context, name).path)
  await context.control.trash.take(context.paths.task(name).folder)
}
