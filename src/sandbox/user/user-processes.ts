import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { runAsUser, runBehindUser } from './user-command.ts'

interface UserProcess {
  readonly pid: number
  /** As in /proc, of the thread that is least at rest: `T` is stopped. */
  readonly state: string
}

const endMilliseconds = 10_000
const stopMilliseconds = 10_000
/** A process that waits in the kernel this long does so because a stopped one has to answer. */
const waitMilliseconds = 500
/** Processes that live longer than this may act against the shell that signals them. */
const patientMilliseconds = 300
/** Ends a shell that they have stopped. */
const shellMilliseconds = 2000

/** The living processes with any of their user ids equal to this one. */
export function listUserProcesses(user: number): UserProcess[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => tryRead(name, String(user)))
}

function tryRead(name: string, user: string): UserProcess[] {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8')
    const ids = /^Uid:\t(.*)$/m.exec(status)?.[1]?.split('\t') ?? []
    const state = ids.includes(user) ? findState(`/proc/${name}/task`) : undefined
    return state === undefined ? [] : [{ pid: Number(name), state }]
  } catch {
    return [] // just ended
  }
}

/** From the least to the most at rest. */
const order = [/[^DTtXZ]/, /D/, /[Tt]/]

/** The first thread of a process may have ended, or stopped, while others run. Undefined: all have ended. */
function findState(threads: string): string | undefined {
  const states = readdirSync(threads).map(thread => readState(`${threads}/${thread}`))
  return order.flatMap(expected => states.find(state => expected.test(state)) ?? [])[0]
}

/** One that waits in the kernel for anything but its child (`vfork`) may still finish what it asked for. */
function readState(thread: string): string {
  try {
    const state = readStatus(thread)
    if (state !== 'D') return state
    const place = readFileSync(`${thread}/wchan`, 'utf8')
    if (/clone|fork/.test(place)) return state
    // "0": it runs by now, or the kernel does not say.
    const mayWait = /^0?$/.test(place) && !canTrace() && readStatus(thread) === 'D'
    return mayWait ? state : 'R'
  } catch {
    return 'X' // just ended
  }
}

function readStatus(thread: string): string {
  return /^State:\t(\w)/m.exec(readFileSync(`${thread}/status`, 'utf8'))?.[1] ?? ''
}

const capSysPtrace = 19n
let tracing: boolean | undefined

/** Whether the kernel says where processes of others wait: https://man7.org/linux/man-pages/man7/capabilities.7.html */
function canTrace(): boolean {
  const effective = () => /^CapEff:\t(\w+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
  tracing ??= ((BigInt(`0x${effective()}`) >> capSysPtrace) & 1n) === 1n
  return tracing
}

/** Ends every process of a user, also those in other sessions and those that fork all the time. False: some still run. */
export async function endUserProcesses(user: number): Promise<boolean> {
  const started = performance.now()
  for (;;) {
    await signalAll(user, 'KILL', performance.now() - started)
    if (listUserProcesses(user).length === 0) return true
    if (performance.now() - started > endMilliseconds) return false
    await sleep(2)
  }
}

/** Stops every process of a user, so that it can change nothing meanwhile. Returns those that were stopped before. */
export async function stopUserProcesses(user: number): Promise<readonly number[]> {
  const started = performance.now()
  const before = listUserProcesses(user).filter(isStopped)
  const stopped = before.map(({ pid }) => pid)
  for (;;) {
    await signalAll(user, 'STOP', performance.now() - started)
    const running = listUserProcesses(user).filter(found => !isStopped(found))
    const elapsed = performance.now() - started
    if (running.every(({ state }) => state === 'D' && elapsed > waitMilliseconds)) return stopped
    if (elapsed > stopMilliseconds) {
      continueProcesses(user, stopped)
      throw new Error(`processes of user ${user} could not be stopped: ${running.map(({ pid }) => pid)}`)
    }
    await sleep(2)
  }
}

/** Lets the processes of a user go on, also those that were just starting when it was stopped. */
export function continueProcesses(user: number, except: readonly number[]): void {
  for (const { pid } of listUserProcesses(user)) if (!except.includes(pid)) trySignal(pid, 'SIGCONT')
}

function isStopped({ state }: UserProcess): boolean {
  return 'Tt'.includes(state)
}

/**
 * By one call to the kernel, which no fork escapes. It spares the process that makes it, so that a shell is enough, unless
 * processes of the user stop or end that first.
 */
async function signalAll(user: number, name: 'KILL' | 'STOP', elapsed: number): Promise<void> {
  for (const { pid } of listUserProcesses(user)) trySignal(pid, `SIG${name}`) // a machine full of them would hardly start a shell
  const signalled =
    elapsed < patientMilliseconds
      ? runAsUser(user, `kill -s ${name} -- -1`, [], shellMilliseconds)
      : runBehindUser(user, `process.kill(-1, 'SIG${name}')`)
  await signalled.catch(() => {}) // no process may be left
}

function trySignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // just ended
  }
}
