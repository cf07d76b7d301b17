import * as z from 'zod'
import type { ObjectId } from '../git/objects/objects.ts'
import type { TaskResult } from '../model/task-result.ts'
import { sumUsage, type Usage, usageSchema } from '../model/usage.ts'
import type { RunStore } from './run-store.ts'

const entrySchema = z.object({
  /** The agent's purpose, for example `conflicts of api`. */
  purpose: z.string(),
  agent: z.string(),
  seconds: z.number().nonnegative(),
  usage: usageSchema,
  /** The task, if it is for one, but in no result: attempts whose result was dropped, or what a dead process was doing. */
  task: z.string().optional(),
})

/** Usage that is in no result of a task. */
export type Spending = Readonly<z.output<typeof entrySchema>>

const ledgerSchema = z.object({ version: z.literal(1), entries: z.array(entrySchema) })

/** Records an agent's usage outside of tasks, so that it counts even if the process dies right after. */
export async function addSpending(store: RunStore, entry: Spending): Promise<void> {
  const update = await withEntries(store, [entry])
  await store.pointRefs([update])
}

/** Writes the usage of results that are dropped. Returns the update of the ref that keeps it. */
export function writeEarlierSpending(
  store: RunStore,
  results: readonly TaskResult[],
): Promise<[string, ObjectId | undefined]> {
  const entries = results
    .filter(({ agentSeconds }) => agentSeconds > 0)
    .map(({ task, agent, agentSeconds: seconds, usage }) => {
      return { purpose: `earlier attempts at ${task}`, agent: agent ?? '', seconds, usage, task }
    })
  return withEntries(store, entries)
}

async function withEntries(
  store: RunStore,
  added: readonly Spending[],
): Promise<[string, ObjectId | undefined]> {
  const entries = [...(await listSpending(store)), ...added]
  return [
    store.refs.spending,
    entries.length === 0 ? undefined : await store.writeJson({ version: 1, entries }),
  ]
}

/** Undefined: it is none. */
export function tryReadSpending(text: string): Spending | undefined {
  try {
    return entrySchema.parse(JSON.parse(text))
  } catch {
    return undefined // a power failure interrupted its writing
  }
}

export async function listSpending(store: RunStore): Promise<readonly Spending[]> {
  return (await store.readJson(store.refs.spending, ledgerSchema))?.entries ?? []
}

/** All usage outside of tasks, and that for tasks which is in no result. Undefined: none. */
export async function readSpent(
  store: RunStore,
): Promise<{ readonly spent: Usage | undefined; readonly earlier: Usage | undefined }> {
  const entries = await listSpending(store)
  const sumOf = (some: readonly Spending[]) => sumUsage(some.map(({ usage }) => usage))
  return {
    spent: sumOf(entries.filter(({ task }) => task === undefined)),
    earlier: sumOf(entries.filter(({ task }) => task !== undefined)),
  }
}
