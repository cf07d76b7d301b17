import { readdir, readFile } from 'node:fs/promises'

/** What a process and everything below it takes. */
export interface TreeUse {
  readonly processes: number
  readonly memoryBytes: number
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly group: number
  readonly memoryBytes: number
}

const pageBytes = 4096

/**
 * The processes of a group, and their descendants. Inside of walls nothing leaves that tree: what loses its parent falls to the first
 * process of the sandbox.
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
  return { processes: own.length, memoryBytes: own.reduce((total, one) => total + one.memoryBytes, 0) }
}

/** Fields 4 (parent), 5 (group) and 24 (resident pages) of /proc/<pid>/stat. */
async function tryReadProcess(pid: string): Promise<Process | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (stat === undefined) return undefined // it has just ended
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    pid: Number(pid),
    parent: Number(fields[1]),
    group: Number(fields[2]),
    memoryBytes: Number(fields[21]) * pageBytes,
  }
}
