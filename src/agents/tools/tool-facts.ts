import * as z from 'zod'

/** What a task promised that another one builds on. */
const contractSchema = z.object({
  task: z.string(),
  title: z.string(),
  /** What it was asked. */
  asked: z.string(),
  /** What its agent reported. */
  summary: z.string().nullable(),
  files: z.array(z.string()),
  /** Its work is what lies between the two; null: it changed nothing. */
  base: z.string().nullable(),
  commit: z.string().nullable(),
})

/** What the tools of a task know about the plan. Written when an attempt begins. */
export const toolFactsSchema = z.object({
  task: z.string(),
  /** The tasks that messages can be sent to. */
  others: z.array(z.object({ task: z.string(), title: z.string() })),
  contracts: z.array(contractSchema),
  /** Messages that may still be sent. */
  messagesLeft: z.number().int(),
})

export type ToolFacts = Readonly<z.output<typeof toolFactsSchema>>
export type Contract = Readonly<z.output<typeof contractSchema>>
