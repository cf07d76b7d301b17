import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { requireProgram } from '../../files/programs.ts'
import { tryReadProcFile } from '../../files/read-open-file.ts'
import type { Environment } from '../../model/plan.ts'
import { findMarkedProcesses } from './marked-processes.ts'
import { listTree } from './resources/process-tree.ts'
import { findStrays, type ProcessRow, readProcessTable } from './table/process-table.ts'

/** A command whose processes are to stand still. */
export interface FreezableGroup {
  readonly pid: number
  /** Variables that its processes were started with. */
  readonly marks: Environment
  /** Its checkout. */
  readonly directory: string
}

/** A process may fork while it is being stopped, and stops only when it leaves the kernel. */
const mostMilliseconds = 3000
const pauseMilliseconds = 2
/** One that forks and ends all the time is often not seen itself; but it leaves others, which no stopped process waits for. */
const enoughRounds = 3

/**
 * Freezes a command (SIGSTOP) with all processes that it has started, in whatever session and environment, so that they change nothing
 * while its work is judged. Its first process and the watcher continue: they end the group if the harness dies.
 *
 * @returns False: some of its processes still run.
 */
export async function freezeGroup(group: FreezableGroup): Promise<boolean> {
  const deadline = performance.now() + mostMilliseconds
  let seen = ''
  for (let stillRounds = 0; stillRounds < enoughRounds; ) {
    const members = await listMembers(group)
    const moving = listMoving(members, group.pid)
    const now = members.map(({ pid }) => pid).join()
    stillRounds = moving.length === 0 && now === seen ? stillRounds + 1 : 0
    seen = now
    if (performance.now() > deadline) return false
    for (const pid of moving) trySignal(pid, 'SIGSTOP')
    await sleep(pauseMilliseconds)
  }
  return true
}

export async function thawGroup(group: FreezableGroup): Promise<void> {
  trySignal(-group.pid, 'SIGCONT')
  for (const { pid } of await listMembers(group)) trySignal(pid, 'SIGCONT')
}

function trySignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // just ended
  }
}

function listMoving(members: readonly Member[], first: number): number[] {
  const watcher = findWatcher(members, first)
  return members
    .filter(({ pid, state }) => pid !== first && pid !== watcher && !/[TtZX]/.test(state))
    .map(({ pid }) => pid)
}

type Member = Pick<ProcessRow, 'pid' | 'parent' | 'state'>

/** A copy of the first process, which it starts before the command: the command could take its command line, but not its place. */
function findWatcher(members: readonly Member[], first: number): number | undefined {
  const own = tryReadCommand(first)
  const children = members.filter(({ pid, parent }) => parent === first && tryReadCommand(pid) === own)
  return children.map(({ pid }) => pid).sort((a, b) => a - b)[0]
}

function tryReadCommand(pid: number): string | undefined {
  return tryReadProcFile(`${pid}/cmdline`)
}

/** Everything below the first process, also in a sandbox, whose orphans stay below it; and orphans outside of one. */
async function listMembers({ pid, marks, directory }: FreezableGroup): Promise<readonly Member[]> {
  if (process.platform !== 'linux') return listFromPs(pid)
  const table = await readProcessTable()
  const since = table.find(row => row.pid === pid)?.startedAt ?? Number.POSITIVE_INFINITY
  const strays = await findStrays(table, { folders: [directory], since })
  return listTree(table, pid, [...(await findMarkedProcesses(marks)), ...strays])
}

/** Without `/proc`, processes that left the group are not seen. */
async function listFromPs(group: number): Promise<Member[]> {
  try {
    const { stdout } = await promisify(execFile)(requireProgram('ps'), ['-A', '-o', 'pid=,ppid=,pgid=,stat='])
    const rows = stdout.split('\n').map(line => line.trim().split(/\s+/))
    return rows
      .filter(([, , found]) => Number(found) === group)
      .map(([pid, parent, , state = '']) => ({ pid: Number(pid), parent: Number(parent), state }))
  } catch {
    return [] // no ps: later changes of the agent are not in the collected work
  }
}
