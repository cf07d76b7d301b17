import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a step may take to end after each signal, in milliseconds. */
export interface StopTimings {
  /** After SIGINT, 7.5 s on GitHub. */
  readonly interrupt: number
  /** After SIGTERM, 2.5 s on GitHub. */
  readonly terminate: number
}

export interface ProcessRequest {
  readonly command: readonly [program: string, ...args: string[]]
  readonly directory: string
  readonly env: Readonly<Record<string, string>>
  readonly onLine: (line: string) => void
}

/** A process of a step, at the head of a process group. */
export interface StepProcess {
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
  /** SIGINT, SIGTERM, SIGKILL to the process itself, as the runner does; at last the whole group. */
  stop(timings: StopTimings): Promise<void>
  /** SIGKILL to the whole group. */
  kill(): void
}

/** For how long output is waited for that a background process holds open. */
const drainMilliseconds = 1000

export function startProcess({ command, directory, env, onLine }: ProcessRequest): StepProcess {
  const [program, ...args] = command
  const child = spawn(program, args, {
    cwd: directory,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine)
  const ended = untilEnded(child, onLine)
  return {
    ended,
    stop: timings => stop(child, ended, timings),
    kill: () => signalGroup(child, 'SIGKILL'),
  }
}

function untilEnded(child: ChildProcess, onLine: (line: string) => void): Promise<number | null> {
  return new Promise(resolve => {
    child.once('error', error => {
      onLine(error.message)
      resolve(127)
    })
    const closed = new Promise<void>(done => child.once('close', () => done()))
    child.once(
      'exit',
      code =>
        void Promise.race([closed, sleep(drainMilliseconds, undefined, { ref: false })]).then(() =>
          resolve(code),
        ),
    )
  })
}

async function stop(child: ChildProcess, ended: Promise<unknown>, timings: StopTimings): Promise<void> {
  child.kill('SIGINT')
  await Promise.race([ended, sleep(timings.interrupt, undefined, { ref: false })])
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM')
    await Promise.race([ended, sleep(timings.terminate, undefined, { ref: false })])
  }
  signalGroup(child, 'SIGKILL')
  await ended
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal)
  } catch {
    // the group is empty
  }
}

/** Ends what a job left running: whatever has its tracking id, or works in its folder. */
export function killOrphans(trackingId: string, folder: string): void {
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry)
    if (!Number.isInteger(pid) || pid === process.pid) continue
    if (!isOrphan(entry, trackingId, folder)) continue
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // it has ended by itself
    }
  }
}

function isOrphan(pid: string, trackingId: string, folder: string): boolean {
  try {
    const isTracked = readFileSync(`/proc/${pid}/environ`, 'utf8').includes(
      `RUNNER_TRACKING_ID=${trackingId}\0`,
    )
    return isTracked || `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`)
  } catch {
    return false // it has ended, or belongs to another user
  }
}
