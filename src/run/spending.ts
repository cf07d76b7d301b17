import * as z from 'zod'
import { sumUsage, type Usage, usageSchema } from '../model/usage.ts'
import type { RunStore } from './run-store.ts'

const entrySchema = z.object({
  /** What the agent was asked for, for example `conflicts of api`. */
  purpose: z.string(),
  agent: z.string(),
  seconds: z.number().nonnegative(),
  usage: usageSchema,
})

/** What one agent used that did not work on a task. */
export type Spending = Readonly<z.output<typeof entrySchema>>

const ledgerSchema = z.object({ version: z.literal(1), entries: z.array(entrySchema) })

/** Notes what an agent used besides the tasks, so that it counts also when the process dies right after. */
export async function addSpending(store: RunStore, entry: Spending): Promise<void> {
  const entries = [...(await listSpending(store)), entry]
  await store.pointRefs([[store.refs.spending, await store.writeJson({ version: 1, entries })]])
}

export async function listSpending(store: RunStore): Promise<readonly Spending[]> {
  return (await store.readJson(store.refs.spending, ledgerSchema))?.entries ?? []
}

/** All that was used besides the tasks; undefined: nothing. */
export async function readSpent(store: RunStore): Promise<Usage | undefined> {
  return sumUsage((await listSpending(store)).map(({ usage }) => usage))
}
