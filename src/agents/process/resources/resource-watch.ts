import { stat, statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import type { Limits } from '../../../model/plan.ts'
import type { KernelRefusal, LimitedGroup, MostUse } from './control-group.ts'
import { readDiskUse, sizeOfFolder } from './folder-size.ts'
import { readProcessTree, type TreeUse } from './process-tree.ts'
import type { ResourceBook } from './resource-book.ts'

/** Resource limits of a command, and the folders that it writes to. */
export interface Resources {
  readonly limits: Limits
  readonly folders: readonly [checkout: string, ...others: string[]]
  /** The book for the command's usage, and the name in it. */
  readonly book: ResourceBook
  readonly name: string
}

const gigabyte = 1e9
/** The defaults, which keep the machine alive. */
const defaultMemoryPart = 0.8
const defaultProcesses = 4096
const defaultDiskPart = 0.5
/** If the disk was almost full before, the command is not to blame. */
const leastDiskBytes = 100e6

const usualMilliseconds = 1000
/** The interval near a limit. */
const shortMilliseconds = 200
const near = 0.25

/** Measures the resources of a command and its children at intervals. */
export class ResourceWatch {
  private readonly group: LimitedGroup
  private readonly resources: Resources
  private readonly startedAt = performance.now()
  private readonly waits = new Map<number, number>()
  private nextAt = 0
  private freeAtStart: number | undefined
  private cpuSeconds = 0
  private memoryBytes = 0

  constructor(group: LimitedGroup, resources: Resources) {
    this.group = group
    this.resources = resources
  }

  /** What the kernel refused, as a reason to end the command. */
  tryRefusal(): string | undefined {
    const refusal = this.group.tryRefusal()
    return refusal === undefined ? undefined : toExcess(refusal, toMostUse(this.resources.limits))
  }

  /** Why the command must end; undefined: no limit is known to be exceeded. */
  async tryExcess(): Promise<string | undefined> {
    if (process.platform !== 'linux') return undefined
    const refusal = this.tryRefusal()
    if (refusal !== undefined || performance.now() < this.nextAt) return refusal
    const most = toMostUse(this.resources.limits)
    const tree = await readProcessTree(this.group.pid, this.resources.folders)
    const { processes, memoryBytes } = tree
    this.note(tree)
    const isNear = processes > most.processes * near || memoryBytes > most.memoryBytes * near
    this.nextAt = performance.now() + (isNear ? shortMilliseconds : usualMilliseconds)
    if (processes > most.processes) return toExcess('processes', most)
    if (memoryBytes > most.memoryBytes) return toExcess('memory', most)
    return this.tryDiskExcess()
  }

  private note({ memoryBytes, cpuSeconds, waitedSeconds }: TreeUse): void {
    this.resources.book.noteMemory(this, memoryBytes)
    this.memoryBytes = Math.max(this.memoryBytes, memoryBytes)
    this.cpuSeconds = Math.max(this.cpuSeconds, cpuSeconds)
    for (const [pid, seconds] of waitedSeconds)
      this.waits.set(pid, Math.max(seconds, this.waits.get(pid) ?? 0))
  }

  /** Records the usage of the ended command. */
  async close(): Promise<void> {
    if (process.platform !== 'linux') return
    const { book, name, folders } = this.resources
    const { cpuSeconds, memoryBytes } = this
    const seconds = (performance.now() - this.startedAt) / 1000
    const waitedSeconds = [...this.waits.values()].reduce((total, value) => total + value, 0)
    const diskBytes = await readDiskUse(folders)
    book.noteEnd(
      this,
      { name, checkout: folders[0] },
      { seconds, cpuSeconds, waitedSeconds, memoryBytes, diskBytes },
    )
  }

  /** Folders are measured only if the disk has lost this much space. */
  private async tryDiskExcess(): Promise<string | undefined> {
    const free = await tryReadFree(this.resources.folders)
    if (free === undefined) return undefined
    this.freeAtStart ??= free
    const { diskGigabytes } = this.resources.limits
    const usual = Math.max(this.freeAtStart * defaultDiskPart, leastDiskBytes)
    const most = diskGigabytes === undefined ? usual : diskGigabytes * gigabyte
    if (this.freeAtStart - free < most) return undefined
    const sizes = await Promise.all(this.resources.folders.map(folder => sizeOfFolder(folder, most)))
    const size = sizes.reduce((total, bytes) => total + bytes, 0)
    return size > most ? toReason(`${toGigabytes(most)} of the disk`, 'disk-gigabytes') : undefined
  }
}

/** What a command may use at most, by the plan's limits. */
export function toMostUse({ memoryGigabytes, processes = defaultProcesses }: Limits): MostUse {
  const memoryBytes =
    memoryGigabytes === undefined ? totalmem() * defaultMemoryPart : memoryGigabytes * gigabyte
  return { memoryBytes, processes }
}

function toExcess(kind: KernelRefusal, { memoryBytes, processes }: MostUse): string {
  return kind === 'memory'
    ? toReason(`${toGigabytes(memoryBytes)} of memory`, 'memory-gigabytes')
    : toReason(`${processes} processes`, 'processes')
}

function toReason(what: string, key: string): string {
  return `used more than ${what} (limits: ${key} in the plan)`
}

function toGigabytes(bytes: number): string {
  return `${Number((bytes / gigabyte).toPrecision(2))} GB`
}

/** On all file systems of the folders: the checkout may be on another one than what is kept for it. */
async function tryReadFree(folders: readonly string[]): Promise<number | undefined> {
  const free = new Map<number, number>()
  for (const folder of folders)
    try {
      const { dev } = await stat(folder)
      const { bavail, bsize } = await statfs(folder)
      free.set(dev, bavail * bsize)
    } catch {
      // it is gone
    }
  return free.size === 0 ? undefined : [...free.values()].reduce((total, bytes) => total + bytes, 0)
}
