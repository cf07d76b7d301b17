import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { tryReadProcFile } from '../../files/read-open-file.ts'

/** The usual length of a tick in /proc. */
const ticksPerSecond = 100

/** CPU seconds used by the current processes of a group; undefined if unknown. */
export async function tryReadGroupCpu(group: number): Promise<number | undefined> {
  return process.platform === 'linux' ? tryReadFromProc(group) : tryReadFromPs(group)
}

/** Includes the time of ended children: short commands in a long script are work. */
async function tryReadFromProc(group: number): Promise<number | undefined> {
  const names = await readdir('/proc').catch(() => [])
  const seconds = names.filter(name => /^\d+$/.test(name)).map(pid => readProcess(pid, group))
  return names.length === 0 ? undefined : seconds.reduce((total, value) => total + value, 0)
}

/** Fields 5 (group) and 14 to 17 (user and system time of itself and of its children) of /proc/<pid>/stat. */
function readProcess(pid: string, group: number): number {
  const stat = tryReadProcFile(`${pid}/stat`) ?? '' // just ended
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (Number(fields[2]) !== group) return 0
  return fields.slice(11, 15).reduce((total, ticks) => total + Number(ticks), 0) / ticksPerSecond
}

async function tryReadFromPs(group: number): Promise<number | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pgid=,time='])
    const lines = stdout.split('\n').map(line => line.trim().split(/\s+/))
    return lines
      .filter(([id]) => Number(id) === group)
      .reduce((total, [, time = '']) => total + toSeconds(time), 0)
  } catch {
    return undefined // no ps
  }
}

/** `1-02:03:04`, `02:03:04` or `3:04.05`. */
function toSeconds(time: string): number {
  return time
    .replace('-', ':')
    .split(':')
    .reduce((total, part, index, all) => {
      const isDays = all.length === 4 && index === 0
      return (total + Number(part)) * (index === all.length - 1 ? 1 : isDays ? 24 : 60)
    }, 0)
}
