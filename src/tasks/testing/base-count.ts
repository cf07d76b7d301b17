import { equip, unequip } from '../../checkouts/equip.ts'
import { setUp } from '../../checkouts/set-up.ts'
import { sizeOfPlainFile } from '../../files/plain-file.ts'
import { createWorktree } from '../../git/worktree/worktree.ts'
import { toTaskEnvironment } from '../../run/command-environment.ts'
import type { RunContext } from '../../run/run-context.ts'
import { runScript } from '../../run/run-script.ts'
import type { RunStore } from '../../run/run-store.ts'
import { removeTaskFolders } from '../work/task-folders.ts'
import type { TaskWork } from '../work/task-work.ts'
import { readCount } from './read-count.ts'

type Count = number | null | 'stopped'

/** Cached by run: each start and test is counted once. */
const known = new WeakMap<RunStore, Map<string, Promise<Count>>>()

/** How many tests a task's test runs on its start; null: unknown. */
export async function countOnBase(context: RunContext, work: TaskWork): Promise<Count> {
  const { start, task } = work
  const counts = known.get(context.store) ?? new Map<string, Promise<Count>>()
  known.set(context.store, counts)
  const key = JSON.stringify([start, task.setup, task.test, task.env])
  const count = counts.get(key) ?? countInCheckout(context, work)
  counts.set(key, count)
  return count
}

/** In a separate checkout: the agent's is not touched. */
async function countInCheckout(context: RunContext, { task, start }: TaskWork): Promise<Count> {
  const { harness, paths, visibleRefs } = context
  const name = `_count-${task.id}`
  const worktree = await createWorktree(harness, {
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
    await equip(context, name, worktree)
    const env = toTaskEnvironment(context, { ...task, id: name }, start, {})
    const script = { env, logPath, timeoutMinutes, stallMinutes }
    const setup = await setUp(context, { worktree, setup: task.setup, script })
    if (setup !== undefined && (setup.kind !== 'exited' || setup.code !== 0))
      return setup.kind === 'stopped' ? 'stopped' : null
    await context.equipment.get(name)?.startServices(env)
    const offset = sizeOfPlainFile(logPath)
    const title = `test without the change of ${task.id}`
    const { kind } = await runScript(context, { ...script, title, script: task.test ?? 'true', directory })
    return kind === 'stopped' ? 'stopped' : readCount(logPath, offset, directory)
  } finally {
    await unequip(context, name)
    await removeTaskFolders(context, name)
  }
}
