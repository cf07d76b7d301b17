import * as z from 'zod'
import { resourceUseSchema } from './checkout/resource-use.ts'
import { outcomes } from './outcome.ts'
import { reviewSchema } from './review.ts'
import { mostMessages, taskMessageSchema } from './task-message.ts'
import { unknownUsage, usageSchema } from './usage.ts'

const objectId = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)

/** What is stored of a task that has ended. Read back from refs that anybody may have written, so it is checked. */
export const taskResultSchema = z.object({
  version: z.literal(1),
  task: z.string(),
  outcome: z.enum(outcomes),
  /** Why it did not succeed, for people. */
  reason: z.string().nullable(),
  branch: z.string().nullable(),
  /** The commit that the task started from. */
  base: objectId.nullable(),
  /** The tip of its branch. */
  commit: objectId.nullable(),
  /** The ref that keeps work which did not become a branch. */
  kept: z.string().nullable(),
  attempts: z.number().int(),
  filesChanged: z.number().int().nullable(),
  /** Seconds that agents ran, all attempts together. */
  agentSeconds: z.number(),
  /** Seconds from the start of the task to its end. */
  seconds: z.number(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** `usage.total`. */
  tokens: z.number().nullable(),
  /** `usage.costUsd`. */
  costUsd: z.number().nullable(),
  /** What all attempts used together. */
  usage: usageSchema.default(unknownUsage),
  /** The agent of the last attempt, by its name in the plan. */
  agent: z.string().nullable().default(null),
  model: z.string().nullable().default(null),
  /** As the agent reports it. */
  /** How it was spoken to: in a session of the Agent Client Protocol, or by its command line. */
  via: z.enum(['acp', 'cli']).nullable().default(null),
  agentVersion: z.string().nullable().default(null),
  /** Of all attempts together; null: the agent does not report it. */
  turns: z.number().int().nullable().default(null),
  /** When a parked task continues, if that is known. */
  retryAt: z.string().nullable().default(null),
  log: z.string().nullable(),
  /** What the agent reported. */
  summary: z.string().nullable(),
  /** Files by which it changed which tests run, or how. */
  testDefinitions: z.array(z.string()).default([]),
  /** Its own tests that it took out, skipped or emptied: a path and how, for people. */
  weakenedTests: z.array(z.string()).default([]),
  /** The plan that was written before it was done. */
  workPlan: z.string().nullable().default(null),
  /** All reviews of its work, in their order. */
  reviews: z.array(reviewSchema).default([]),
  /** What appeared or changed in the user's own checkout while it ran: by its agent, by another one or by the user. */
  checkoutChanges: z.array(z.string()).default([]),
  /** Messages from its agent to other tasks. */
  messages: z.array(taskMessageSchema).max(mostMessages).default([]),
  /** Resources used by its agent, set-up and test; null if unknown. */
  resources: resourceUseSchema.nullable().default(null),
  /** Whether the user has taken it out again: then it is not merged. */
  rolledBack: z.boolean().default(false),
})

export type TaskResult = Readonly<z.output<typeof taskResultSchema>>

/** Whether a task waits until a person has decided about its plan: what waits for a quota has a time. */
export function waitsForPerson({ outcome, retryAt }: Pick<TaskResult, 'outcome' | 'retryAt'>): boolean {
  return outcome === 'parked' && retryAt === null
}
