import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { requireProgram } from '../../../files/programs.ts'
import { tryReadProcFile } from '../../../files/read-open-file.ts'

/** Distinguishes a process from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number
  /** Its start time in the system's own format; empty if unknown. */
  readonly started: string
}

/** Identifies a running process; undefined if none has that number. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | undefined> {
  if (!isRunning(pid)) return undefined
  return { pid, started: tryReadStartFromProc(pid) ?? (await tryReadFromPs(pid, 'lstart=')) ?? '' }
}

/** Whether this very process still runs. */
export async function isAlive(process: ProcessIdentity): Promise<boolean> {
  const current = await identifyProcess(process.pid)
  return current !== undefined && current.started === process.started
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Field 22 of /proc/<pid>/stat, with the id of this boot. A zombie counts as gone. */
function tryReadStartFromProc(pid: number): string | undefined {
  const stat = tryReadProcFile(`${pid}/stat`)
  const boot = tryReadProcFile('sys/kernel/random/boot_id')
  if (stat === undefined || boot === undefined) return undefined // no /proc on this system, or just ended
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? 'ended' : `${boot.trim()}/${fields[19]}`
}

async function tryReadFromPs(pid: number, column: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(requireProgram('ps'), ['-o', column, '-p', String(pid)])
    return stdout.trim()
  } catch {
    return undefined // no ps, or just ended
  }
}

/** The command line of a process, on one line; undefined if it does not exist. */
export async function tryReadCommandLine(pid: number): Promise<string | undefined> {
  return tryReadProcFile(`${pid}/cmdline`)?.replaceAll('\0', ' ') ?? (await tryReadFromPs(pid, 'args='))
}
