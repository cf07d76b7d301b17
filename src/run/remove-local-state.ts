import { existsSync } from 'node:fs'
import { rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { forgetOwnFolder } from '../files/own-folder.ts'
import { removePlain } from '../files/plain-file.ts'
import { isOwnFolder } from './checkouts-folder.ts'
import type { RunPaths } from './run-paths.ts'

/** Removes what only a running run needs. Logs stay, and worktrees with content that could not be kept. */
export async function removeLocalState(paths: RunPaths): Promise<void> {
  const { control, scripts, scratch, spending, forecast, journal } = paths
  for (const folder of [control, scripts, scratch, spending, forecast, journal]) {
    removePlain(folder)
    forgetOwnFolder(folder)
  }
  await removeEmptyFolders(paths)
  if (!existsSync(paths.worktrees)) removePlain(paths.placeNote)
}

/** Removes empty folders. */
export async function removeEmptyFolders(paths: RunPaths): Promise<void> {
  const shared = dirname(paths.worktrees)
  for (const folder of [paths.tasks, paths.worktrees, ...(isOwnFolder(shared) ? [shared] : [])]) {
    await rmdir(folder).catch(() => {}) // missing, or part of it is still needed
  }
}
