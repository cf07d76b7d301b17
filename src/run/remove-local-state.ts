import { existsSync } from 'node:fs'
import { rm, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isOwnFolder } from './checkouts-folder.ts'
import type { RunPaths } from './run-paths.ts'

/** Takes away what only a running run needs. Logs stay, and worktrees that hold what could not be kept. */
export async function removeLocalState(paths: RunPaths): Promise<void> {
  for (const folder of [paths.harness, paths.scripts, paths.scratch, paths.forecast, paths.journal]) {
    await rm(folder, { recursive: true, force: true })
  }
  const shared = dirname(paths.worktrees)
  for (const folder of [paths.tasks, paths.worktrees, ...(isOwnFolder(shared) ? [shared] : [])]) {
    await rmdir(folder).catch(() => {}) // not there, or something in it is still needed
  }
  if (!existsSync(paths.worktrees)) await rm(paths.placeNote, { force: true })
}
