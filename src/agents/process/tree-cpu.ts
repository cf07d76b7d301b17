import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { listTree, readProcessTree } from './resources/process-tree.ts'

/**
 * CPU seconds used by the current processes of a group and their descendants; undefined if unknown. Shells of agents and `timeout`
 * start commands in groups of their own. Includes the time of ended children: short commands in a long script are work.
 *
 * @param folder Orphans that work in it belong to the command as well.
 */
export async function tryReadTreeCpu(group: number, folder: string): Promise<number | undefined> {
  if (process.platform !== 'linux') return tryReadFromPs(group)
  const { processes, cpuSeconds } = await readProcessTree(group, [folder])
  return processes === 0 ? undefined : cpuSeconds
}

async function tryReadFromPs(group: number): Promise<number | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,pgid=,time='])
    const rows = stdout.split('\n').map(line => {
      const [pid, parent, processGroup, time = ''] = line.trim().split(/\s+/)
      return { pid: Number(pid), parent: Number(parent), group: Number(processGroup), time }
    })
    return listTree(rows, group, []).reduce((total, { time }) => total + toSeconds(time), 0)
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
