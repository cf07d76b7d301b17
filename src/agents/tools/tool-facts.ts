import * as z from 'zod'

/** A prerequisite's promise to its dependents. */
const contractSchema = z.object({
  task: z.string(),
  title: z.string(),
  /** Its prompt. */
  asked: z.string(),
  /** The agent's summary. */
  summary: z.string().nullable(),
  files: z.array(z.string()),
  /** Its work lies between the two; null: it changed nothing. */
  base: z.string().nullable(),
  commit: z.string().nullable(),
})

/** What the tools of a task know about the plan. Written at the start of an attempt. */
export const toolFactsSchema = z.object({
  task: z.string(),
  /** Possible recipients of messages. */
  others: z.array(z.object({ task: z.string(), title: z.string() })),
  contracts: z.array(contractSchema),
  /** Remaining messages. */
  messagesLeft: z.number().int(),
})

export type ToolFacts = Readonly<z.output<typeof toolFactsSchema>>
export type Contract = Readonly<z.output<typeof contractSchema>>
