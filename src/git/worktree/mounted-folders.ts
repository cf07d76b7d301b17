import { join } from 'node:path'
import * as z from 'zod'
import { readPlainText, removePlain, writePlainFile } from '../../files/plain-file.ts'

/** A folder of this machine that commands see inside of their checkout, and can change for themselves. */
export interface MountedFolder {
  readonly from: string
  /** Relative to the checkout. */
  readonly path: string
  /** Of its changes. */
  readonly name: string
}

const recordSchema = z.array(z.object({ from: z.string(), path: z.string(), name: z.string() }))

/** The folders mounted in a checkout. They need a sandbox: without one, their places are empty. */
export function readMountedFolders(worktreeState: string): readonly MountedFolder[] {
  const text = readPlainText(toRecordPath(worktreeState))
  return text === '' ? [] : recordSchema.parse(JSON.parse(text))
}

/** Sets the folders for the next commands. */
export function writeMountedFolders(worktreeState: string, folders: readonly MountedFolder[]): void {
  if (folders.length > 0) writePlainFile(toRecordPath(worktreeState), JSON.stringify(folders))
  else removePlain(toRecordPath(worktreeState))
}

function toRecordPath(worktreeState: string): string {
  return join(worktreeState, 'mounted.json')
}
