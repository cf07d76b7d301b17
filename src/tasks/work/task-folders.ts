import { toWorktree, type Worktree } from '../../git/worktree/worktree.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'

/** The worktree of a task, whether it is there or not. */
export function toTaskWorktree({ paths }: Pick<RunContext, 'paths'>, task: string): Worktree {
  return toWorktree(paths.worktree(task), paths.task(task).worktreeState)
}

/** Takes the worktree of a task away, and all that was noted about its attempts. What it held must have been kept before. */
export async function removeTaskFolders(
  context: Pick<RunContext, 'harness' | 'paths'>,
  name: TaskId,
): Promise<void> {
  await context.harness.trash.take(toTaskWorktree(context, name).path)
  await context.harness.trash.take(context.paths.task(name).folder)
}
