import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isFolder, readPlainText } from '../../files/plain-file.ts'
import type { Environment } from '../../model/plan.ts'
import { tryReadCommandLine } from './process-identity.ts'

/** A program and its arguments: no shell reads them. */
export type Command = readonly [program: string, ...args: string[]]

export interface GroupRequest {
  readonly command: Command
  readonly directory: string
  readonly env: Environment
  /** stdout and stderr are appended to this file. */
  readonly logPath: string
  /**
   * The exit code is written here when the command ends by itself, and the number of the group beside it, so that both are
   * known after a crash of ours. No other group may use the same path.
   */
  readonly statusPath: string
}

/** A command that runs in a process group of its own, with everything that it starts. */
export interface ProcessGroup {
  readonly pid: number
  /** The exit code, or null when it was killed. By then nothing of the group is left. */
  readonly ended: Promise<number | null>
}

const graceMilliseconds = 5000
const goneMilliseconds = 200

/**
 * Runs "$@" and notes its exit code. A second process waits for the end of descriptor 3, which only the harness holds open:
 * when the harness dies in whatever way, it stops the group, so that nothing works on (and costs money) unsupervised.
 * The TERM trap lets the command end in its own way, and keeps a stopped command from looking like a finished one.
 */
const wrapper = `
status=$1; shift
echo "$$" > "$status.pid"
( read -r _ <&3; trap "" TERM; kill -TERM 0; sleep ${graceMilliseconds / 1000}; kill -KILL 0 ) >/dev/null 2>&1 &
watcher=$!
trap 'stopped=yes' TERM
"$@" </dev/null 3<&-
code=$?
[ -n "$stopped" ] && exit 143
echo "$code" > "$status.part" && mv "$status.part" "$status"
{ kill "$watcher" && wait "$watcher"; } 2>/dev/null
exit "$code"
`

/** Starts a command in its own process group. Throws when it cannot be started at all. */
export async function startGroup(request: GroupRequest): Promise<ProcessGroup> {
  const log = openSync(request.logPath, 'a')
  try {
    const child = spawn('sh', ['-c', wrapper, 'parallel-agents', request.statusPath, ...request.command], {
      cwd: request.directory,
      env: request.env,
      detached: true,
      stdio: ['ignore', log, log, 'pipe'],
    })
    const exited = new Promise<number | null>(resolve => child.once('exit', resolve))
    await spawned(child, request.directory)
    child.stdio[3]?.on('error', () => {}) // nothing is ever written to it
    const pid = child.pid as number
    return { pid, ended: exited.then(code => killRest(pid).then(() => code)) }
  } finally {
    closeSync(log)
  }
}

function spawned(child: ChildProcess, directory: string): Promise<void> {
  const gone = new Error(`there is no folder ${directory}`)
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', error => reject(isFolder(directory) ? error : gone))
  })
}

/** Asks a group to end (TERM), and ends it when it does not (KILL). Resolves when nothing of it is left. */
export async function stopGroup(group: ProcessGroup): Promise<void> {
  signal(group.pid, 'SIGTERM')
  const timer = setTimeout(() => signal(group.pid, 'SIGKILL'), graceMilliseconds)
  await group.ended
  clearTimeout(timer)
}

/** Ends the group that an earlier process of ours started with this status file and left behind, if it is still there. */
export async function killLeftGroup(statusPath: string): Promise<void> {
  const pid = Number(readPlainText(`${statusPath}.pid`))
  if (!Number.isInteger(pid) || pid <= 1) return
  const commandLine = await tryReadCommandLine(pid)
  const isAnother = commandLine !== undefined && !commandLine.includes(statusPath)
  if (!isAnother) await killRest(pid)
}

/** Ends what a command left running. Zombies that nobody reaps are not waited for. */
async function killRest(pid: number): Promise<void> {
  const deadline = Date.now() + goneMilliseconds
  while (signal(pid, 'SIGKILL') && Date.now() < deadline) await sleep(5)
}

/** Signals the whole group. False when nobody is left in it. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, name)
  } catch {
    return false
  }
}
