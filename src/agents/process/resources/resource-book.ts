import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { addResources, type ResourceUse, type RunResources } from '../../../model/checkout/resource-use.ts'

/** The checkout of a command. Its folder may have been that of an earlier task. */
export interface MeasuredCheckout {
  readonly name: string
  readonly checkout: string
}

/** Resources used by a run's commands, by the names of their checkouts. */
export class ResourceBook {
  private readonly done = new Map<string, ResourceUse>()
  /** Of running commands. */
  private readonly memory = new Map<object, number>()
  /** Of checkouts that exist, by their folders. */
  private readonly disk = new Map<string, number>()
  private memoryBytes = 0
  private diskBytes = 0

  noteMemory(command: object, bytes: number): void {
    this.memory.set(command, bytes)
    const sum = [...this.memory.values()].reduce((total, value) => total + value, 0)
    this.memoryBytes = Math.max(this.memoryBytes, sum)
  }

  noteEnd(command: object, { name, checkout }: MeasuredCheckout, use: ResourceUse): void {
    this.memory.delete(command)
    this.noteDisk(checkout, use.diskBytes)
    const before = this.done.get(name)
    this.done.set(name, before === undefined ? use : addResources(before, use))
  }

  /** What other programs write at the same time does not count. */
  private noteDisk(checkout: string, bytes: number): void {
    for (const folder of this.disk.keys()) if (!existsSync(folder)) this.disk.delete(folder)
    this.disk.set(checkout, bytes)
    const sum = [...this.disk.values()].reduce((total, value) => total + value, 0)
    this.diskBytes = Math.max(this.diskBytes, sum)
  }

  /** Undefined: no command ran there, or it is unknown. */
  tryUse(name: string): ResourceUse | undefined {
    const use = this.done.get(name)
    if (use === undefined) return undefined
    const { seconds, cpuSeconds, waitedSeconds } = use
    return {
      ...use,
      seconds: round(seconds),
      cpuSeconds: round(cpuSeconds),
      waitedSeconds: round(waitedSeconds),
    }
  }

  /** Undefined without `/proc`. */
  tryTotal(): RunResources | undefined {
    if (process.platform !== 'linux') return undefined
    const { memoryBytes, diskBytes } = this
    return { cores: availableParallelism(), cpuSeconds: this.readCpuSeconds(), memoryBytes, diskBytes }
  }

  /** The sandbox does not always report the usage inside. */
  private readCpuSeconds(): number {
    const { user, system } = process.cpuUsage()
    const ofCommands = [...this.done.values()].reduce((total, { cpuSeconds }) => total + cpuSeconds, 0)
    return Math.round(Math.max(readOwnCpuSeconds(), ofCommands + (user + system) / 1e6) * 10) / 10
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}

const ticksPerSecond = 100

/** Fields 14 to 17 of /proc/self/stat: user and system time of this process and of its ended children. */
function readOwnCpuSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((total, ticks) => total + Number(ticks), 0) / ticksPerSecond
}
