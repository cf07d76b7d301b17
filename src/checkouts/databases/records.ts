import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { identifyProcess, isAlive } from '../../agents/process/table/process-identity.ts'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import type { ServerDatabase } from '../../model/checkout/settings.ts'

const settingsSchema: z.ZodType<ServerDatabase> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('postgres'), url: z.string(), variable: z.string() }),
  z.object({ kind: z.literal('mysql'), url: z.string(), variable: z.string() }),
  z.object({ kind: z.literal('commands'), create: z.string(), drop: z.string(), variable: z.string() }),
])

const recordSchema = z.object({
  name: z.string().regex(/^pa_[a-z0-9_]+$/),
  settings: settingsSchema,
  owner: z.object({ pid: z.number().int(), started: z.string() }),
})

/** A database that a run created or was about to create. */
export type DatabaseRecord = z.output<typeof recordSchema>

/** Records a database before it is created, so that the next start finds it in any case. The address may hold a password. */
export async function writeRecord(folder: string, name: string, settings: ServerDatabase): Promise<string> {
  const path = join(folder, `${name}.json`)
  const owner = await identifyProcess(process.pid)
  writeInside(folder, path, JSON.stringify({ name, settings, owner }))
  return path
}

/** Whoever removes the last record removes the folder, which may be right after it was made here. */
function writeInside(folder: string, path: string, text: string, tries = 1): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    chmodSync(folder, 0o700)
    writePlainFile(path, text, { flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === mostTries) throw error
    writeInside(folder, path, text, tries + 1)
  }
}

const mostTries = 10

export interface StaleRecord extends DatabaseRecord {
  readonly path: string
}

/** The records of dead processes in a folder. */
export async function listStaleRecords(folder: string): Promise<StaleRecord[]> {
  const names = tryList(folder).filter(name => name.endsWith('.json'))
  const records = await Promise.all(names.map(name => tryReadStale(join(folder, name))))
  return records.filter(record => record !== undefined)
}

async function tryReadStale(path: string): Promise<StaleRecord | undefined> {
  const record = tryReadRecord(path)
  return record === undefined || (await isAlive(record.owner)) ? undefined : { ...record, path }
}

/** Written completely before the database is created. */
function tryReadRecord(path: string): DatabaseRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(readPlainText(path)))
  } catch {
    return undefined // just removed
  }
}

export function removeRecord(path: string): void {
  rmSync(path, { force: true })
}

function tryList(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // no databases were created there
  }
}
