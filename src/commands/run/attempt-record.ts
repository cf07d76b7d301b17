import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import * as z from 'zod'

const recordSchema = z.object({
  attempt: z.number().int(),
  start: z.string(),
  startedAt: z.string(),
  attemptStartedAt: z.string(),
  setupTree: z.string().nullable(),
  feedback: z.array(z.string()),
  agentSeconds: z.number(),
  usage: z.object({ tokens: z.number().nullable(), costUsd: z.number().nullable() }),
  /** Where the output of this attempt begins in the log, in bytes. */
  logOffset: z.number().int(),
})

/** What the next start needs to know about an attempt that it finds. The rest as in TaskWork. */
export type AttemptRecord = z.output<typeof recordSchema>

export async function writeAttemptRecord(path: string, record: AttemptRecord): Promise<void> {
  await writeFile(`${path}.part`, JSON.stringify(record))
  await rename(`${path}.part`, path)
}

export async function tryReadAttemptRecord(path: string): Promise<AttemptRecord | undefined> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined // there was no attempt, or it had not really begun
  }
}

/** The exit code that a command left behind when it ended by itself, and when (milliseconds since 1970). */
export async function tryReadStatus(path: string): Promise<{ code: number; endedAt: number } | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return /^\d+\n?$/.test(text) ? { code: Number(text), endedAt: (await stat(path)).mtimeMs } : undefined
}
