import { sizeOfPlainFile } from '../../files/plain-file.ts'
import type { RunContext } from '../../run/run-context.ts'
import { runScript } from '../../run/run-script.ts'
import type { RunStore } from '../../run/run-store.ts'
import type { TaskWork } from '../work/task-work.ts'
import { inFreshCheckout } from './fresh-checkout.ts'
import { readTestCount } from './read-count.ts'

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

async function countInCheckout(context: RunContext, work: TaskWork): Promise<Count> {
  const { task } = work
  const { timeoutMinutes, stallMinutes } = task
  const request = { name: `_count-${task.id}`, tree: undefined }
  const count = await inFreshCheckout(context, work, request, async ({ directory, env, logPath }) => {
    const offset = sizeOfPlainFile(logPath)
    const title = `test without the change of ${task.id}`
    const script = { env, logPath, timeoutMinutes, stallMinutes, title, script: task.test ?? 'true' }
    const { kind } = await runScript(context, { ...script, directory })
    return kind === 'stopped' ? 'stopped' : readTestCount(logPath, offset, directory)
  })
  if (count === null || typeof count !== 'object') return count
  return count.failedSetup.kind === 'stopped' ? 'stopped' : null
}
