import { readdir } from 'node:fs/promises'
import { uptime } from 'node:os'
import { tryReadProcFile } from '../../files/read-open-file.ts'
import type { Environment } from '../../model/plan.ts'
import { findStrays, readProcessTable, ticksPerSecond } from './table/process-table.ts'

/** Processes are scanned repeatedly: one may fork while it is being ended. */
const mostRounds = 5

/**
 * Ends processes by variables in their environment, including those that left their process group (`setsid`, a daemon). Needs
 * `/proc`, and finds only processes of the same user that have not changed these variables.
 */
export async function endMarkedProcesses(marks: Environment): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const found = await findMarkedProcesses(marks)
    if (found.filter(tryKill).length === 0) return
  }
}

/**
 * Ends what commands left behind in some folders, also in other sessions and without the variables that they were started with.
 * What has changed to another folder is not found: only a sandbox holds that.
 *
 * @param since In milliseconds since 1970: what ran before is not theirs.
 */
export async function endStrays(folders: readonly string[], since: number): Promise<void> {
  if (process.platform !== 'linux') return
  const secondsAgo = (Date.now() - since) / 1000 + 1
  const question = { folders, since: (uptime() - secondsAgo) * ticksPerSecond }
  for (let round = 0; round < mostRounds; round++) {
    const found = await findStrays(await readProcessTable(), question)
    if (found.filter(tryKill).length === 0) return
  }
}

/** Every process that was started with all of the variables, including those that left their process group. */
export async function findMarkedProcesses(marks: Environment): Promise<number[]> {
  const wanted = Object.entries(marks).map(([name, value]) => `${name}=${value}`)
  const names: string[] = await readdir('/proc').catch(() => [])
  const pids = names.map(Number).filter(pid => pid > 1 && pid !== process.pid)
  return pids.filter(pid => isMarked(pid, wanted))
}

/** The variables of ended processes, and of other users, are unreadable. */
function isMarked(pid: number, wanted: readonly string[]): boolean {
  const variables = new Set(tryReadProcFile(`${pid}/environ`)?.split('\0'))
  return wanted.every(variable => variables.has(variable))
}

function tryKill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false // just ended
  }
}
