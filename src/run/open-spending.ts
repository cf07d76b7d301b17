import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ignoreNoSpace } from '../files/disk-space.ts'
import { makeOwnFolder } from '../files/own-folder.ts'
import { readPlainText, removePlain, writePlainFile } from '../files/plain-file.ts'
import type { TaskId } from '../model/plan.ts'
import type { RunContext } from './run-context.ts'
import { addSpending, type Spending, tryReadSpending } from './spending.ts'

type Place = Pick<RunContext, 'paths'>

/**
 * Notes what an agent that works beside tasks has spent so far: until a ref holds it, a file does, which counts after a crash. A full
 * disk does not end the agent.
 */
export function noteOpenSpending({ paths }: Place, name: string, entry: Spending): void {
  try {
    makeOwnFolder(paths.spending)
    writePlainFile(join(paths.spending, `${name}.json`), JSON.stringify(entry))
  } catch (error) {
    ignoreNoSpace(error)
  }
}

/** What one of them has spent is on a ref, or in the record of its task. */
export function settleSpending({ paths }: Place, name: string): void {
  removePlain(join(paths.spending, `${name}.json`))
}

/** The same for all that worked for a task. */
export function settleSpendingOf(context: Place, task: TaskId): void {
  for (const { name, entry } of listOpen(context)) if (entry?.task === task) settleSpending(context, name)
}

/** Records what a dead process left open. */
export async function recordOpenSpending(context: Pick<RunContext, 'paths' | 'store'>): Promise<void> {
  for (const { name, entry } of listOpen(context)) {
    if (entry !== undefined) await addSpending(context.store, entry)
    settleSpending(context, name)
  }
}

function listOpen({ paths }: Place): { readonly name: string; readonly entry: Spending | undefined }[] {
  const files = readFolder(paths.spending).filter(file => file.endsWith('.json'))
  return files.map(file => {
    const entry = tryReadSpending(readPlainText(join(paths.spending, file)))
    return { name: file.slice(0, -'.json'.length), entry }
  })
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // nothing is open
  }
}
