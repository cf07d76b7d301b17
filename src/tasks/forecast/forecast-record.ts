import * as z from 'zod'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import { forecastConflictSchema } from '../../model/report.ts'

const wait = z.object({ task: z.string(), behind: z.string(), path: z.string() })

const recordSchema = z.object({
  version: z.literal(1),
  conflicts: z.array(forecastConflictSchema).readonly(),
  /** Tasks that wait because others change files that they may change, too. */
  waits: z.array(wait).readonly(),
})

/** The forecast of a running run, for other processes. */
export type ForecastRecord = Readonly<z.output<typeof recordSchema>>
export type ForecastWait = Readonly<z.output<typeof wait>>

const nothingKnown: ForecastRecord = { version: 1, conflicts: [], waits: [] }

export async function readForecastRecord(path: string): Promise<ForecastRecord> {
  try {
    return recordSchema.parse(JSON.parse(readPlainText(path)))
  } catch {
    return nothingKnown // no forecast yet, or an unreadable file: it can be recomputed
  }
}

export async function writeForecastRecord(path: string, record: ForecastRecord): Promise<void> {
  writePlainFile(path, JSON.stringify(record))
}
