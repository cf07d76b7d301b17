import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { requireProgram } from '../../files/programs.ts'
import { tryReadProcFile } from '../../files/read-open-file.ts'
import type { Environment } from '../../model/plan.ts'
import { findMarkedProcesses } from './marked-processes.ts'

interface Member {
  readonly pid: number
  readonly commandLine: string
}

/** The group is scanned repeatedly: a process may fork while it is being stopped. */
const mostRounds = 5

/**
 * Freezes a group (SIGSTOP), so that it changes nothing while its work is judged. Its first process and the watcher, a copy of it,
 * continue: they end the group if the harness dies.
 */
export async function freezeGroup(group: number, marks: Environment): Promise<void> {
  const frozen = new Set<number>()
  for (let round = 0; round < mostRounds; round++) {
    const members = await listMembers(group)
    const own = members.find(({ pid }) => pid === group)?.commandLine
    const inGroup = members.filter(({ commandLine }) => commandLine !== own).map(({ pid }) => pid)
    const outside = (await findMarkedProcesses(marks)).filter(
      pid => !members.some(member => member.pid === pid),
    )
    const found = [...inGroup, ...outside].filter(pid => !frozen.has(pid))
    if (found.length === 0) return
    for (const pid of found) frozen.add(pid)
    for (const pid of found) trySignal(pid, 'SIGSTOP')
  }
}

export async function thawGroup(group: number, marks: Environment): Promise<void> {
  trySignal(-group, 'SIGCONT')
  for (const pid of await findMarkedProcesses(marks)) trySignal(pid, 'SIGCONT')
}

function trySignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // just ended
  }
}

async function listMembers(group: number): Promise<Member[]> {
  return process.platform === 'linux' ? listFromProc(group) : listFromPs(group)
}

async function listFromProc(group: number): Promise<Member[]> {
  const names = await readdir('/proc').catch(() => [])
  const found = names.filter(name => /^\d+$/.test(name)).map(pid => tryMember(pid, group))
  return found.filter(member => member !== undefined)
}

/** Field 5 of /proc/<pid>/stat is the group. */
function tryMember(pid: string, group: number): Member | undefined {
  const stat = tryReadProcFile(`${pid}/stat`) ?? '' // just ended
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (Number(fields[2]) !== group) return undefined
  return { pid: Number(pid), commandLine: tryReadProcFile(`${pid}/cmdline`) ?? '' }
}

async function listFromPs(group: number): Promise<Member[]> {
  try {
    const { stdout } = await promisify(execFile)(requireProgram('ps'), ['-A', '-o', 'pid=,pgid=,command='])
    const rows = stdout.split('\n').map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    return rows
      .filter(row => Number(row?.[2]) === group)
      .map(row => ({ pid: Number(row?.[1]), commandLine: row?.[3] ?? '' }))
  } catch {
    return [] // no ps: later changes of the agent are not in the collected work
  }
}
