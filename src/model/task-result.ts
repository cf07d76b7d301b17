import * as z from 'zod'
import { resourceUseSchema } from './checkout/resource-use.ts'
import { outcomes } from './outcome.ts'
import { reviewSchema } from './review.ts'
import { mostMessages, taskMessageSchema } from './task-message.ts'
import { unknownUsage, usageSchema } from './usage.ts'

const objectId = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)

/** The stored result of an ended task. Read back from refs that anyone may have written, so it is checked. */
const parkedSchema = z.object({
  /** The agent whose quota is used up, which may be that of a review; null: a person has to approve its plan, or resume the run. */
  agent: z.string().nullable(),
  /** The number of the attempt that it continues with; null: of the one behind those that it has made. */
  attempt: z.number().int().nullable().default(null),
  /** Why its attempts were refused, for its agent. */
  feedback: z.array(z.string()),
  /** Whether its work is done, and only its review is missing. */
  isDone: z.boolean(),
})

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
  /** Run time of the agents in all attempts. */
  agentSeconds: z.number(),
  /** Seconds from the start of the task to its end. */
  seconds: z.number(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** `usage.total`. */
  tokens: z.number().nullable(),
  /** `usage.costUsd`. */
  costUsd: z.number().nullable(),
  /** Usage of all attempts together. */
  usage: usageSchema.default(unknownUsage),
  /** The agent of the last attempt, by its name in the plan. */
  agent: z.string().nullable().default(null),
  model: z.string().nullable().default(null),
  /** Through a session of the Agent Client Protocol or its command line. */
  via: z.enum(['acp', 'cli']).nullable().default(null),
  agentVersion: z.string().nullable().default(null),
  /** All attempts together; null if the agent does not report turns. */
  turns: z.number().int().nullable().default(null),
  /** When a parked task continues; null if unknown. */
  retryAt: z.string().nullable().default(null),
  /** What a parked or stopped task continues with; null: it does not, or its agent was never started. */
  parked: parkedSchema.nullable().default(null),
  log: z.string().nullable(),
  /** The agent's own summary. */
  summary: z.string().nullable(),
  /** Changed files that define which tests run, or how. */
  testDefinitions: z.array(z.string()).default([]),
  /** Its own tests that it removed, skipped or emptied: a path and how, for people. */
  weakenedTests: z.array(z.string()).default([]),
  /** The plan written before the work. */
  workPlan: z.string().nullable().default(null),
  /** All reviews of its work, in order. */
  reviews: z.array(reviewSchema).default([]),
  /** Changes in the user's own checkout while it ran: by its agent, another agent or the user. */
  checkoutChanges: z.array(z.string()).default([]),
  /** Ignored files that went with its checkout, except those of builds: how many, how large, and names. */
  notKept: z.string().nullable().default(null),
  /** Messages from its agent to other tasks. */
  messages: z.array(taskMessageSchema).max(mostMessages).default([]),
  /** Resources used by its agent, setup and test; null if unknown. */
  resources: resourceUseSchema.nullable().default(null),
  /** Whether the user rolled it back: then it is not merged. */
  rolledBack: z.boolean().default(false),
})

export type Parked = Readonly<z.output<typeof parkedSchema>>
export type TaskResult = Readonly<z.output<typeof taskResultSchema>>

/** Whether a task goes on where it was, when its run is resumed. */
export function goesOn({ outcome, parked }: Pick<TaskResult, 'outcome' | 'parked'>): boolean {
  return outcome === 'parked' || (outcome === 'cancelled' && parked !== null)
}

/** Whether a task waits for a person to approve its plan; a task that waits for a quota has a time. */
export function waitsForPerson({
  outcome,
  retryAt,
  rolledBack,
}: Pick<TaskResult, 'outcome' | 'retryAt' | 'rolledBack'>): boolean {
  return outcome === 'parked' && retryAt === null && !rolledBack
}
