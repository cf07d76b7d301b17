import { tryReadProcFile } from '../../../files/read-open-file.ts'
import { findStrays, type ProcessRow, readProcessTable } from '../table/process-table.ts'

/** Resources used by a process and all its descendants. */
export interface TreeUse {
  readonly processes: number
  readonly memoryBytes: number
  /** Of the current processes, including children that they have waited for. */
  readonly cpuSeconds: number
  /** For each of them the time that it was ready and waited for a CPU. */
  readonly waitedSeconds: ReadonlyMap<number, number>
}

const nanosecond = 1e-9

/**
 * The processes of a group, their descendants, and orphans that they left in their folders. Inside the sandbox nothing leaves that tree:
 * orphans belong to the first process of the sandbox.
 */
export async function readProcessTree(root: number, folders: readonly string[]): Promise<TreeUse> {
  const all = await readProcessTable()
  const since = all.find(({ pid }) => pid === root)?.startedAt
  const strays = since === undefined ? [] : await findStrays(all, { folders, since })
  const own = listTree(all, root, strays)
  return {
    processes: own.length,
    memoryBytes: own.reduce((total, one) => total + one.memoryBytes, 0),
    cpuSeconds: own.reduce((total, one) => total + one.cpuSeconds, 0),
    waitedSeconds: new Map(own.map(({ pid }) => [pid, readWaited(pid)])),
  }
}

/** The processes of a group with all their descendants, and those of its strays. */
export function listTree<T extends Pick<ProcessRow, 'pid' | 'parent' | 'group'>>(
  all: readonly T[],
  root: number,
  strays: readonly number[],
): T[] {
  const inside = new Set([root, ...strays])
  let size = 0
  while (size !== inside.size) {
    size = inside.size
    for (const { pid, parent, group } of all) if (group === root || inside.has(parent)) inside.add(pid)
  }
  return all.filter(({ pid }) => inside.has(pid))
}

/** The second field of /proc/<pid>/schedstat. */
function readWaited(pid: number): number {
  const text = tryReadProcFile(`${pid}/schedstat`) ?? '' // just ended, or not counted by the kernel
  return Number(text.split(' ')[1] ?? 0) * nanosecond
}
