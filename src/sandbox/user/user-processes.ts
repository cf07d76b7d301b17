import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { runAsUser, runBehindUser } from './user-command.ts'

const endMilliseconds = 10_000
/** Processes that live longer than this may act against the shell that signals them. */
const patientMilliseconds = 300
/** Ends a shell that they have stopped. */
const shellMilliseconds = 2000

/** The living processes with any of their user ids equal to this one. */
export function listUserProcesses(user: number): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && livesAs(name, String(user)))
    .map(Number)
}

function livesAs(name: string, user: string): boolean {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8')
    const ids = /^Uid:\t(.*)$/m.exec(status)?.[1]?.split('\t') ?? []
    return ids.includes(user) && readdirSync(`/proc/${name}/task`).some(thread => isAlive(name, thread))
  } catch {
    return false // just ended
  }
}

/** The first thread of a process may have ended while others run. */
function isAlive(name: string, thread: string): boolean {
  try {
    const state = /^State:\t(\w)/m.exec(readFileSync(`/proc/${name}/task/${thread}/status`, 'utf8'))?.[1]
    return state !== undefined && !'XZ'.includes(state)
  } catch {
    return false // just ended
  }
}

/** Ends every process of a user, also those in other sessions and those that fork all the time. False: some still run. */
export async function endUserProcesses(user: number): Promise<boolean> {
  const started = performance.now()
  for (;;) {
    await killAll(user, performance.now() - started)
    if (listUserProcesses(user).length === 0) return true
    if (performance.now() - started > endMilliseconds) return false
    await sleep(2)
  }
}

/**
 * By one call to the kernel, which no fork escapes. It spares the process that makes it, so that a shell is enough, unless
 * processes of the user stop or end that first.
 */
async function killAll(user: number, elapsed: number): Promise<void> {
  for (const pid of listUserProcesses(user)) tryKill(pid) // a machine full of them would hardly start a shell
  const signalled =
    elapsed < patientMilliseconds
      ? runAsUser(user, 'kill -s KILL -- -1', [], shellMilliseconds)
      : runBehindUser(user, `process.kill(-1, 'SIGKILL')`)
  await signalled.catch(() => {}) // no process may be left
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // just ended
  }
}
