import { readdir, readlink } from 'node:fs/promises'
import { tryReadProcFile } from '../../../files/read-open-file.ts'

/** A process, as `/proc` shows it. */
export interface ProcessRow {
  readonly pid: number
  readonly name: string
  /** A letter: `T` is stopped, `Z` has ended. */
  readonly state: string
  readonly parent: number
  readonly group: number
  readonly hasTerminal: boolean
  readonly memoryBytes: number
  /** With that of the children that it has waited for. */
  readonly cpuSeconds: number
  /** In ticks since the machine started. */
  readonly startedAt: number
}

const pageBytes = 4096
/** The usual length of a tick in /proc. */
export const ticksPerSecond = 100

/** All processes; none where there is no `/proc`. */
export async function readProcessTable(): Promise<ProcessRow[]> {
  const names = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  return names.map(tryReadRow).filter(row => row !== undefined)
}

/** Fields 2 (name), 3 (state), 4 (parent), 5 (group), 7 (terminal), 14 to 17 (CPU), 22 (start) and 24 (resident pages) of /proc/<pid>/stat. */
function tryReadRow(pid: string): ProcessRow | undefined {
  const stat = tryReadProcFile(`${pid}/stat`)
  if (stat === undefined) return undefined // it has just ended
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    pid: Number(pid),
    name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
    state: fields[0] ?? '',
    parent: Number(fields[1]),
    group: Number(fields[2]),
    hasTerminal: fields[4] !== '0',
    memoryBytes: Number(fields[21]) * pageBytes,
    cpuSeconds: fields.slice(11, 15).reduce((total, ticks) => total + Number(ticks), 0) / ticksPerSecond,
    startedAt: Number(fields[19]),
  }
}

export interface StrayQuestion {
  readonly folders: readonly string[]
  /** In ticks since the machine started. */
  readonly since: number
}

/**
 * Orphans whose working directory is in one of the folders: a command there started them in a session of their own (`setsid`),
 * possibly without the variables that mark its processes. A person's shell has a terminal, so it is not one of them.
 */
export async function findStrays(
  table: readonly ProcessRow[],
  { folders, since }: StrayQuestion,
): Promise<number[]> {
  const keepers = new Set(table.filter(isKeeper).map(({ pid }) => pid))
  const orphans = table.filter(
    ({ pid, parent, hasTerminal, startedAt }) =>
      keepers.has(parent) && !hasTerminal && startedAt >= since && pid !== process.pid,
  )
  const found = await Promise.all(
    orphans.map(async ({ pid }) => ((await worksIn(pid, folders)) ? [pid] : [])),
  )
  return found.flat()
}

/** The process that adopts orphans: the first one, or the manager of a user's session. */
function isKeeper({ pid, name, parent }: ProcessRow): boolean {
  return pid === 1 || (parent === 1 && name === 'systemd')
}

/** Of a process that has ended, or is another user's, this cannot be read. */
async function worksIn(pid: number, folders: readonly string[]): Promise<boolean> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '')
  return folders.some(one => `${folder}/`.startsWith(`${one}/`))
}
