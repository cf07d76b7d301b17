import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { runAsUser } from './user-command.ts'

interface UserProcess {
  readonly pid: number
  /** As in /proc: `T` is stopped. */
  readonly state: string
}

const endMilliseconds = 10_000
const stopMilliseconds = 5000
/** A process that waits in the kernel this long does so because a stopped one has to answer. */
const waitMilliseconds = 500

/** The living processes with any of their user ids equal to this one. */
export function listUserProcesses(user: number): UserProcess[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => tryRead(name, String(user)))
}

function tryRead(name: string, user: string): UserProcess[] {
  let status: string
  try {
    status = readFileSync(`/proc/${name}/status`, 'utf8')
  } catch {
    return [] // just ended
  }
  const ids = /^Uid:\t(.*)$/m.exec(status)?.[1]?.split('\t') ?? []
  const state = /^State:\t(\w)/m.exec(status)?.[1] ?? ''
  return ids.includes(user) && !'ZX'.includes(state) ? [{ pid: Number(name), state }] : []
}

/** Ends every process of a user, also those in other sessions and those that fork all the time. False: some still run. */
export async function endUserProcesses(user: number): Promise<boolean> {
  const deadline = performance.now() + endMilliseconds
  for (;;) {
    await signalAll(user, 'KILL')
    const left = listUserProcesses(user)
    if (left.length === 0) return true
    for (const { pid } of left) trySignal(pid, 'SIGKILL')
    if (performance.now() > deadline) return false
    await sleep(2)
  }
}

/** Stops every process of a user, so that it can change nothing meanwhile. Returns those that were not stopped before. */
export async function stopUserProcesses(user: number): Promise<readonly number[]> {
  const started = performance.now()
  const stopped = new Set(listRunning(user).map(({ pid }) => pid))
  for (;;) {
    await signalAll(user, 'STOP')
    const running = listRunning(user)
    for (const { pid } of running) {
      stopped.add(pid)
      trySignal(pid, 'SIGSTOP')
    }
    const elapsed = performance.now() - started
    if (running.every(({ state }) => state === 'D' && elapsed > waitMilliseconds)) return [...stopped]
    if (elapsed > stopMilliseconds) {
      continueProcesses(user, [...stopped])
      throw new Error(`processes of user ${user} could not be stopped: ${running.map(({ pid }) => pid)}`)
    }
    await sleep(2)
  }
}

/** Lets stopped processes of a user go on. */
export function continueProcesses(user: number, pids: readonly number[]): void {
  const own = new Set(listUserProcesses(user).map(({ pid }) => pid))
  for (const pid of pids) if (own.has(pid)) trySignal(pid, 'SIGCONT')
}

function listRunning(user: number): UserProcess[] {
  return listUserProcesses(user).filter(({ state }) => !'Tt'.includes(state))
}

/** By one call to the kernel, which no fork escapes. It spares the shell that makes it. */
async function signalAll(user: number, name: 'KILL' | 'STOP'): Promise<void> {
  await runAsUser(user, `kill -s ${name} -- -1`, []).catch(() => {}) // no process may be left to start it
}

function trySignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // just ended
  }
}
