import { readdir, readFile } from 'node:fs/promises'

/** Resources used by a process and all its descendants. */
export interface TreeUse {
  readonly processes: number
  readonly memoryBytes: number
  /** Of the current processes, including children that they have waited for. */
  readonly cpuSeconds: number
  /** For each of them the time that it was ready and waited for a CPU. */
  readonly waitedSeconds: ReadonlyMap<number, number>
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly group: number
  readonly memoryBytes: number
  readonly cpuSeconds: number
}

const pageBytes = 4096
/** The usual length of a tick in /proc. */
const ticksPerSecond = 100
const nanosecond = 1e-9

/**
 * The processes of a group, and their descendants. Inside the sandbox nothing leaves that tree: orphans belong to the first process
 * of the sandbox.
 */
export async function readProcessTree(root: number): Promise<TreeUse> {
  const names = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  const all = (await Promise.all(names.map(tryReadProcess))).filter(process => process !== undefined)
  const inside = new Set([root])
  let size = 0
  while (size !== inside.size) {
    size = inside.size
    for (const { pid, parent, group } of all) if (group === root || inside.has(parent)) inside.add(pid)
  }
  const own = all.filter(({ pid }) => inside.has(pid))
  const waits = await Promise.all(own.map(async ({ pid }) => [pid, await readWaited(pid)] as const))
  return {
    processes: own.length,
    memoryBytes: own.reduce((total, one) => total + one.memoryBytes, 0),
    cpuSeconds: own.reduce((total, one) => total + one.cpuSeconds, 0),
    waitedSeconds: new Map(waits),
  }
}

/** The second field of /proc/<pid>/schedstat. */
async function readWaited(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '') // just ended, or not counted by the kernel
  return Number(text.split(' ')[1] ?? 0) * nanosecond
}

/** Fields 4 (parent), 5 (group), 14 to 17 (CPU, with that of children) and 24 (resident pages) of /proc/<pid>/stat. */
async function tryReadProcess(pid: string): Promise<Process | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (stat === undefined) return undefined // just ended
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    pid: Number(pid),
    parent: Number(fields[1]),
    group: Number(fields[2]),
    memoryBytes: Number(fields[21]) * pageBytes,
    cpuSeconds: fields.slice(11, 15).reduce((total, ticks) => total + Number(ticks), 0) / ticksPerSecond,
  }
}
