import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { createPlainFile, isFolder, readPlainText } from '../../files/plain-file.ts'
import { requireProgram } from '../../files/programs.ts'
import type { Environment } from '../../model/plan.ts'
import { graceMilliseconds, silentWrapper, talkingWrapper } from './group-wrapper.ts'
import { OutputLog } from './output-log.ts'
import {
  type ControlGroup,
  type KernelRefusal,
  type LimitedGroup,
  type MostUse,
  tryMakeControlGroup,
} from './resources/control-group.ts'
import { tryReadCommandLine } from './table/process-identity.ts'

/** A program and its arguments, without a shell. */
export type Command = readonly [program: string, ...args: string[]]

export interface GroupRequest {
  readonly command: Command
  readonly directory: string
  readonly env: Environment
  /** Its output is appended to this file. */
  readonly logPath: string
  /** Takes its output, line by line. */
  readonly onLines?: (lines: readonly string[]) => void
  /**
   * The number of the group is written here, and the exit code if the command ends by itself, so that both are known after a crash
   * of ours. Every group needs a path of its own.
   */
  readonly statusPath: string
  /** Limits that the kernel enforces where it can. */
  readonly most: MostUse
}

/** An interactive command: its stderr is logged, its stdout is not. */
export interface TalkingGroup extends ProcessGroup {
  readonly input: Writable
  readonly output: Readable
}

/** A command in its own process group, with all its children. */
export interface ProcessGroup extends LimitedGroup {
  /** The exit code, or null if it was killed. By then the whole group has ended. */
  readonly ended: Promise<number | null>
}

const goneMilliseconds = 200
/** How long the last output is read after the end: a leftover process may hold the pipe open. */
const restMilliseconds = 300

/** Starts a command in its own process group. Throws if it cannot be started. */
export async function startGroup(request: GroupRequest): Promise<ProcessGroup> {
  const log = new OutputLog(request.logPath, request.onLines)
  try {
    const { child, control } = await spawnGroup(request, silentWrapper, ['ignore', 'pipe', 'ignore'])
    return toGroup(child, control, { output: child.stdout as Readable, log })
  } catch (error) {
    log.close()
    throw error
  }
}

/** The same for an interactive command. */
export async function startTalkingGroup(
  request: Omit<GroupRequest, 'logPath' | 'onLines'>,
  log: Pick<OutputLog, 'take' | 'close'>,
): Promise<TalkingGroup> {
  const { child, control } = await spawnGroup(request, talkingWrapper, ['pipe', 'pipe', 'pipe'])
  const { stdin, stdout, stderr } = child as ChildProcess & Streams
  stdin.on('error', () => {}) // it has ended, which `ended` reports
  stdout.on('error', () => {})
  return { ...toGroup(child, control, { output: stderr, log }), input: stdin, output: stdout }
}

interface Streams {
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
}

type Pipes = readonly ['ignore' | 'pipe', 'pipe', 'ignore' | 'pipe']

async function spawnGroup(
  { command, directory, env, statusPath, most }: Omit<GroupRequest, 'logPath' | 'onLines'>,
  wrapper: string,
  pipes: Pipes,
): Promise<StartedGroup> {
  const status = createPlainFile(statusPath)
  const control = tryMakeControlGroup(most)
  try {
    const limited = control === undefined ? command : withControlGroup(control, command)
    const args = ['-c', wrapper, 'parallel-agents', statusPath, requireProgram('sleep'), ...limited]
    const child = spawn(requireProgram('sh'), args, {
      cwd: directory,
      env,
      detached: true,
      stdio: [...pipes, 'pipe', status],
    })
    await spawned(child, directory)
    child.stdio[3]?.on('error', () => {}) // nothing is ever written to it
    return { child, control }
  } catch (error) {
    await control?.end()
    throw error
  } finally {
    closeSync(status)
  }
}

interface StartedGroup {
  readonly child: ChildProcess
  readonly control: ControlGroup | undefined
}

/** A command that moves itself into a control group. */
function withControlGroup({ processes }: ControlGroup, command: Command): Command {
  return [requireProgram('sh'), '-c', 'echo "$$" >"$0"; exec "$@"', processes, ...command]
}

interface LoggedOutput {
  readonly output: Readable
  readonly log: Pick<OutputLog, 'take' | 'close'>
}

function toGroup(child: ChildProcess, control: ControlGroup | undefined, logged: LoggedOutput): ProcessGroup {
  const { output, log } = logged
  const exited = new Promise<number | null>(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })
  output.on('data', chunk => log.take(chunk))
  output.on('error', () => {}) // "close" follows
  const pid = child.pid as number
  let refusal: KernelRefusal | undefined
  const end = async (code: number | null) => {
    refusal = control?.tryRefusal()
    await Promise.all([endGroup(pid, logged), control?.end()])
    return code
  }
  return { pid, ended: exited.then(end), tryRefusal: () => refusal ?? control?.tryRefusal() }
}

/** Ends leftover processes of a command, and reads the last of its output. */
async function endGroup(pid: number, { output, log }: LoggedOutput): Promise<void> {
  const read = new Promise(resolve => output.once('close', resolve))
  await killRest(pid)
  if (!output.closed) await Promise.race([read, sleep(restMilliseconds)])
  output.destroy()
  log.close()
}

function spawned(child: ChildProcess, directory: string): Promise<void> {
  const gone = new Error(`there is no folder ${directory}`)
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', error => reject(isFolder(directory) ? error : gone))
  })
}

/** Terminates a group (TERM), and kills it if it does not end (KILL). Resolves when all of it is gone. */
export async function stopGroup(group: ProcessGroup): Promise<void> {
  signal(group.pid, 'SIGTERM')
  const timer = setTimeout(() => signal(group.pid, 'SIGKILL'), graceMilliseconds)
  await group.ended
  clearTimeout(timer)
}

/** Ends the group that an earlier process of ours left with this status file, if it still runs. */
export async function killLeftGroup(statusPath: string): Promise<void> {
  const pid = Number(readPlainText(statusPath).split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1) return
  const commandLine = await tryReadCommandLine(pid)
  const isAnother = commandLine !== undefined && !commandLine.includes(statusPath)
  if (!isAnother) await killRest(pid)
}

/** Ends leftover processes of a command. Does not wait for zombies without a reaper. */
async function killRest(pid: number): Promise<void> {
  const deadline = performance.now() + goneMilliseconds
  while (signal(pid, 'SIGKILL') && performance.now() < deadline) await sleep(5)
}

/** Signals the whole group. False if it is empty. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, name)
  } catch {
    return false
  }
}
