import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import { ignoreNoSpace } from '../files/disk-space.ts'
import { modifiedAt, readPlainText, removePlain, writePlainFile } from '../files/plain-file.ts'
import { reviewSchema } from '../model/review.ts'
import { usageSchema } from '../model/usage.ts'
import type { KeepingContext } from './run-context.ts'
import type { TaskPaths } from './run-paths.ts'

const recordSchema = z.object({
  attempt: z.number().int(),
  start: z.string(),
  startedAt: z.string(),
  attemptStartedAt: z.string(),
  /** The task's seconds before this attempt. */
  seconds: z.number().default(0),
  setupTree: z.string().nullable(),
  feedback: z.array(z.string()),
  agentSeconds: z.number(),
  usage: usageSchema.nullable().catch(null),
  /** Its name in the plan. */
  agent: z.string().nullable().default(null),
  model: z.string().nullable().default(null),
  via: z.enum(['acp', 'cli']).nullable().default(null),
  agentVersion: z.string().nullable().default(null),
  turns: z.number().int().nullable().default(null),
  reviews: z.array(reviewSchema).default([]),
  workPlan: z.string().nullable().default(null),
  /** Id for resuming the agent's conversation. */
  session: z.string().nullable().default(null),
  /** The conversation's cost before this attempt. */
  sessionCostUsd: z.number().nullable().default(null),
  /** Offset of this attempt's output in the log, in bytes. */
  logOffset: z.number().int(),
  /** Where it ends: behind it are tests and reviews. Null: it was not known to have ended. */
  logEnd: z.number().int().nullable().default(null),
  /** False: the previous one was refused, and the agent has not been restarted yet. */
  isStarted: z.boolean().default(true),
})

/** What the next start needs to know about an unfinished attempt. Other fields as in TaskWork. */
export type AttemptRecord = z.output<typeof recordSchema>

/** Writes the record durably: without one, the next start assumes that no agent was started. */
export async function writeAttemptRecord(path: string, record: AttemptRecord): Promise<void> {
  writePlainFile(path, JSON.stringify(record), { flush: true })
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
}

/** Notes that an attempt has been judged, even if the agent removed its record. */
export async function markJudged({ attempt, judged }: TaskPaths): Promise<void> {
  await rename(attempt, judged).catch(() => writePlainFile(judged, ''))
}

/** Of attempts at what is not requested any more, only the spending counts. */
export function forgetRequest({ attempt, status }: TaskPaths): void {
  const record = tryReadAttemptRecord(attempt)
  removePlain(status) // its work is not judged
  if (record === undefined) return
  const forgotten = {
    attempt: 1,
    feedback: [],
    reviews: [],
    workPlan: null,
    session: null,
    sessionCostUsd: null,
  }
  writePlainFile(attempt, JSON.stringify({ ...record, ...forgotten }), { flush: true })
}

/** Adds to the record of a running attempt, for the next start after a crash. A full disk does not end the attempt: then it is left out. */
export function addToAttemptRecord({ attempt }: TaskPaths, facts: Partial<AttemptRecord>): void {
  const record = tryReadAttemptRecord(attempt)
  if (record === undefined) return
  try {
    writePlainFile(attempt, JSON.stringify({ ...record, ...facts }), { flush: true })
  } catch (error) {
    ignoreNoSpace(error)
  }
}

/** Undefined if it is missing or unreadable. */
export function tryReadAttemptRecord(path: string): AttemptRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(readPlainText(path)))
  } catch {
    return undefined // no attempt, or a power failure interrupted it
  }
}

/** Whether the repository still has the start of an attempt. */
export async function isStartThere({ repository }: KeepingContext, record: AttemptRecord): Promise<boolean> {
  const needed = [record.start, record.setupTree ?? record.start]
  const found = await Promise.all(needed.map(id => repository.objects.readInfo(`${id}^{tree}`)))
  return !found.includes(undefined)
}

/** The exit code of a command that ended by itself, and the time (milliseconds since 1970). */
export function tryReadStatus(path: string): { code: number; endedAt: number } | undefined {
  const code = /^\d+\n(\d+)\n$/.exec(readPlainText(path))?.[1]
  const endedAt = modifiedAt(path)
  return code === undefined || endedAt === undefined ? undefined : { code: Number(code), endedAt }
}
