import * as z from 'zod'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import { forecastConflictSchema } from '../../model/report.ts'

const wait = z.object({ task: z.string(), behind: z.string(), path: z.string() })

const recordSchema = z.object({
  version: z.literal(1),
  conflicts: z.array(forecastConflictSchema).readonly(),
  /** Tasks that were made to wait for others which change files that they may change, too. */
  waits: z.array(wait).readonly(),
})

/** What is known about coming conflicts of a run, for whoever asks while it runs. */
export type ForecastRecord = Readonly<z.output<typeof recordSchema>>
export type ForecastWait = Readonly<z.output<typeof wait>>

const nothingKnown: ForecastRecord = { version: 1, conflicts: [], waits: [] }

export async function readForecastRecord(path: string): Promise<ForecastRecord> {
  try {
    return recordSchema.parse(JSON.parse(readPlainText(path)))
  } catch {
    return nothingKnown // there was no forecast yet, or its file cannot be read: it is only made from what is there
  }
}

export async function writeForecastRecord(path: string, record: ForecastRecord): Promise<void> {
  writePlainFile(path, JSON.stringify(record))
}
