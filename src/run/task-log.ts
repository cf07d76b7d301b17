import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readTail } from '../agents/process/log-file.ts'
import { harnessMark } from '../agents/process/output-log.ts'
import { appendToPlainFile } from '../files/plain-file.ts'
import { toPlainCharacters } from '../model/foreign-text.ts'
import { maskSecrets } from '../secrets/masking.ts'

/** The part of a log that is stored with the run, so that other clones can read it. */
const storedBytes = 1 << 18

/** Adds a line of the harness to a log: a step that begins, or its result. */
export async function writeLogLine(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const [line] = maskSecrets(toPlainCharacters(text)).split('\n')
  appendToPlainFile(path, `${harnessMark}${line} · ${new Date().toISOString()}\n`)
}

/** The end of a log as stored with the run. */
export function readLogEnd(path: string): string {
  return readTail(path, 0, storedBytes)
    .map(line => `${line}\n`)
    .join('')
}
