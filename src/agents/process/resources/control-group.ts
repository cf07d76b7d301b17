import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { tryReadKernelFile, tryReadProcFile } from '../../../files/read-open-file.ts'
import { tryFindControlGroup } from './find-control-group.ts'

/** What a command may use at most. */
export interface MostUse {
  readonly memoryBytes: number
  readonly processes: number
}

/** What the kernel refused to a command. */
export type KernelRefusal = 'memory' | 'processes'

/** A running command. */
export interface LimitedGroup {
  readonly pid: number
  /** What the kernel refused to it; undefined: nothing, or it does not say. */
  tryRefusal(): KernelRefusal | undefined
}

/** A control group of the kernel for one command: https://docs.kernel.org/admin-guide/cgroup-v2.html */
export interface ControlGroup {
  /** The file that takes the numbers of its processes. */
  readonly processes: string
  tryRefusal(): KernelRefusal | undefined
  /** Kills what is left in it, and removes it. */
  end(): Promise<void>
}

const prefix = 'parallel-agents-'
const goneMilliseconds = 500
let delegated: string | null | undefined
let count = 0

/** Undefined: this process may not make control groups. */
export function tryMakeControlGroup(most: MostUse): ControlGroup | undefined {
  if (delegated === undefined) delegated = tryFindDelegated() ?? null
  if (delegated === null) return undefined
  const folder = join(delegated, `${prefix}${process.pid}-${++count}`)
  try {
    mkdirSync(folder)
    write(folder, 'pids.max', most.processes)
    write(folder, 'memory.max', Math.floor(most.memoryBytes))
    write(folder, 'memory.swap.max', 0)
    write(folder, 'memory.oom.group', 1) // a half-killed command would only fail later
    return toControlGroup(folder)
  } catch {
    tryRemove(folder)
    delegated = null
    return undefined
  }
}

function toControlGroup(folder: string): ControlGroup {
  const read = (file: string, key: string) => readCount(join(folder, file), key)
  return {
    processes: join(folder, 'cgroup.procs'),
    tryRefusal: () => {
      if (read('pids.events', 'max') > 0) return 'processes'
      // The kernel counts also what it kills because the whole machine is out of memory.
      const isAtLimit = read('memory.events', 'oom') > 0
      return isAtLimit && read('memory.events', 'oom_kill') > 0 ? 'memory' : undefined
    },
    end: async () => {
      const deadline = performance.now() + goneMilliseconds
      if (!tryRemove(folder)) tryKill(folder)
      while (!tryRemove(folder) && performance.now() < deadline) await sleep(5)
    },
  }
}

/** A controller that is not delegated has no such file. */
function write(folder: string, file: string, value: number): void {
  const path = join(folder, file)
  if (existsSync(path)) writeFileSync(path, `${value}\n`)
}

/** The kernel refuses it for a group that a command has made threaded. Its process group is ended in any case. */
function tryKill(folder: string): void {
  try {
    write(folder, 'cgroup.kill', 1)
  } catch {
    // refused, or just removed
  }
}

function readCount(path: string, key: string): number {
  const line = tryReadKernelFile(path)
    ?.split('\n')
    .find(text => text.startsWith(`${key} `))
  return Number(line?.slice(key.length + 1) ?? 0)
}

/** False: processes are in it. */
function tryRemove(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch {
    return !existsSync(folder)
  }
}

/** The nearest folder around this process's control group in which it may make others. */
function tryFindDelegated(): string | undefined {
  const own = tryFindControlGroup(
    tryReadProcFile('self/cgroup') ?? '',
    tryReadProcFile('self/mountinfo') ?? '',
  )
  if (own === undefined) return undefined
  for (let folder = own.folder; ; folder = dirname(folder)) {
    if (isDelegated(folder)) {
      removeLeft(folder)
      return folder
    }
    if (folder.length <= own.mount.length) return undefined
  }
}

/** A process moves by write access to a group around both. Groups of a system manager are its own, even for root. */
function isDelegated(folder: string): boolean {
  try {
    const user = process.getuid?.()
    if (user === 0 ? existsSync('/run/systemd/system') : statSync(folder).uid !== user) return false
    for (const path of [folder, join(folder, 'cgroup.procs')]) accessSync(path, constants.W_OK)
    return /\b(?:pids|memory)\b/.test(tryReadKernelFile(join(folder, 'cgroup.subtree_control')) ?? '')
  } catch {
    return false
  }
}

/** Of processes that were killed. Those in use cannot be removed. */
function removeLeft(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(prefix)) tryRemove(join(folder, name))
}
