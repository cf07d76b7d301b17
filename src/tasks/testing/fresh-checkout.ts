import type { CommandEnd } from '../../agents/process/supervise.ts'
import { equip, unequip } from '../../checkouts/equip.ts'
import { setUp } from '../../checkouts/set-up.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { restoreWorktree } from '../../git/worktree/restore.ts'
import { createWorktree } from '../../git/worktree/worktree.ts'
import type { Environment } from '../../model/plan.ts'
import { toTaskEnvironment } from '../../run/command-environment.ts'
import type { RunContext } from '../../run/run-context.ts'
import { removeTaskFolders } from '../work/task-folders.ts'
import type { TaskWork } from '../work/task-work.ts'

export interface FreshCheckout {
  readonly directory: string
  readonly env: Environment
  readonly logPath: string
  /** Why the plan's services do not run there; undefined: they do, or there are none. */
  readonly problem: string | undefined
}

export interface FreshRequest {
  /** Begins with an underscore, unlike any task. */
  readonly name: string
  /** The tree to check out; undefined: the task's start. */
  readonly tree: ObjectId | undefined
}

/** Works in a separate checkout, set up like the task's, which is not touched. A failing setup is the answer. */
export async function inFreshCheckout<T>(
  context: RunContext,
  { task, start }: Pick<TaskWork, 'task' | 'start'>,
  { name, tree }: FreshRequest,
  work: (checkout: FreshCheckout) => Promise<T>,
): Promise<T | { readonly failedSetup: CommandEnd }> {
  const { control, paths, visibleRefs } = context
  const worktree = await createWorktree(control, {
    path: paths.worktree(name),
    stateFolder: paths.task(name).worktreeState,
    commit: start,
    branch: name,
    packedRefs: visibleRefs,
  })
  const { path: directory } = worktree
  const logPath = paths.log(name)
  const { timeoutMinutes, stallMinutes } = task
  try {
    if (tree !== undefined) await restoreWorktree(control, worktree, tree)
    await equip(context, name, worktree)
    const env = toTaskEnvironment(context, { ...task, id: name }, start, {})
    const script = { env, logPath, timeoutMinutes, stallMinutes }
    const failedSetup = await setUp(context, { worktree, setup: task.setup, script })
    if (failedSetup !== undefined && (failedSetup.kind !== 'exited' || failedSetup.code !== 0))
      return { failedSetup }
    const problem = await context.equipment.get(name)?.startServices(env)
    return await work({ directory, env, logPath, problem })
  } finally {
    await unequip(context, name)
    await removeTaskFolders(context, name)
  }
}
