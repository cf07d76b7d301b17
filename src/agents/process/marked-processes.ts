import { readdir, readFile } from 'node:fs/promises'
import type { Environment } from '../../model/plan.ts'

/** How often is looked: a process may start another one while it is being ended. */
const mostRounds = 5

/**
 * Ends processes by the variables that they were started with, also those that have left their process group (`setsid`, a daemon).
 * Only where there is a `/proc`, and only what runs as the same user and has not changed its variables.
 */
export async function endMarkedProcesses(marks: Environment): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const found = await findMarkedProcesses(marks)
    if (found.filter(tryKill).length === 0) return
  }
}

/** Everything that was started with all of some variables, also what has left its process group. */
export async function findMarkedProcesses(marks: Environment): Promise<number[]> {
  const wanted = Object.entries(marks).map(([name, value]) => `${name}=${value}`)
  const names: string[] = await readdir('/proc').catch(() => [])
  const pids = names.map(Number).filter(pid => pid > 1 && pid !== process.pid)
  const found = await Promise.all(pids.map(async pid => ((await isMarked(pid, wanted)) ? [pid] : [])))
  return found.flat()
}

/** The variables of a process that has ended, or is another user's, cannot be read. */
async function isMarked(pid: number, wanted: readonly string[]): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
  const variables = new Set(text.split('\0'))
  return wanted.every(variable => variables.has(variable))
}

function tryKill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false // it has just ended
  }
}
