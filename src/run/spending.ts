import * as z from 'zod'
import { sumUsage, type Usage, usageSchema } from '../model/usage.ts'
import type { RunStore } from './run-store.ts'

const entrySchema = z.object({
  /** The agent's purpose, for example `conflicts of api`. */
  purpose: z.string(),
  agent: z.string(),
  seconds: z.number().nonnegative(),
  usage: usageSchema,
})

/** Usage of one agent that did not work on a task. */
export type Spending = Readonly<z.output<typeof entrySchema>>

const ledgerSchema = z.object({ version: z.literal(1), entries: z.array(entrySchema) })

/** Records an agent's usage outside of tasks, so that it counts even if the process dies right after. */
export async function addSpending(store: RunStore, entry: Spending): Promise<void> {
  const entries = [...(await listSpending(store)), entry]
  await store.pointRefs([[store.refs.spending, await store.writeJson({ version: 1, entries })]])
}

export async function listSpending(store: RunStore): Promise<readonly Spending[]> {
  return (await store.readJson(store.refs.spending, ledgerSchema))?.entries ?? []
}

/** All usage outside of tasks; undefined: none. */
export async function readSpent(store: RunStore): Promise<Usage | undefined> {
  return sumUsage((await listSpending(store)).map(({ usage }) => usage))
}
