import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { CommandLine } from '../../src/model/command-line.ts'
import { UserPlaces } from '../../src/sandbox/user/user-places.ts'
import { listUserProcesses } from '../../src/sandbox/user/user-processes.ts'
import { hasOtherUsers, openToOthers, otherUsersTitle } from '../support/other-user.ts'
import { makeFolder } from '../support/repository.ts'

const asRoot = hasOtherUsers ? test : test.skip
const path = process.env.PATH ?? ''

async function begin(script: CommandLine) {
  const around = openToOthers(makeFolder('around'))
  const checkout = join(around, 'all', 'task')
  mkdirSync(checkout, { recursive: true })
  const users = new UserPlaces()
  const records = openToOthers(join(around, 'records'))
  const place = { name: 'task', own: [checkout], around: records, all: [join(around, 'all')] }
  const turn = await users.begin(place, () => {})
  const { command, env } = turn.wrap(script, { PATH: path })
  const child: ChildProcess = spawn(command[0], command.slice(1), { cwd: checkout, env, stdio: 'ignore' })
  await new Promise(resolve => setTimeout(resolve, 500))
  return { users, place, turn, child, checkout }
}

// Tries: to stop or to end, all the time, whatever runs as its user, so that its processes cannot be ended.
// Afterwards: they have ended, at once.
asRoot.each([
  ['stops', 'while (1) { kill STOP => -1 }'],
  ['ends', 'while (1) { kill KILL => -1 }'],
  ['stops, as a new process each time,', 'while (1) { exit if fork; kill STOP => -1 }'],
])(
  `a process that %s everything of its user ends with its command${otherUsersTitle}`,
  async (_, script) => {
    const { users, turn, child } = await begin(['perl', '-e', script])
    const user = Number(/--reuid=(\d+)/.exec(turn.wrap(['true'], {}).command.join(' '))?.[1])
    const started = performance.now()
    await turn.end(() => {})
    const elapsed = performance.now() - started

    expect(listUserProcesses(user)).toEqual([])
    expect(child.exitCode ?? child.signalCode).not.toBe(null)
    expect(elapsed).toBeLessThan(5000)
    await users.close()
  },
  30_000,
)

/** A program whose first thread has ended; another one writes all the time. */
const headless = `import ctypes, threading, time
def work():
    while True:
        with open("count", "a") as file: file.write("x")
        time.sleep(0.005)
threading.Thread(target=work).start()
ctypes.CDLL(None).pthread_exit(None)`

// Tries: to be there in a thread, of a process that looks as if it had ended, while root works in the place of its user.
// Afterwards: root did nothing beside it, it went on, and ended with its command.
const withPython = hasOtherUsers && existsSync('/usr/bin/python3') ? test : test.skip
withPython(`a process without its first thread keeps root away, and ends${otherUsersTitle}`, async () => {
  const { users, place, turn, checkout } = await begin(['/usr/bin/python3', '-c', headless])
  const count = () => statSync(join(checkout, 'count')).size
  const first = count()
  let worked = false
  const next = await users.begin(place, () => {
    worked = true
  })
  await new Promise(resolve => setTimeout(resolve, 300))
  const later = count()
  await next.end(() => {})
  await turn.end(() => {})
  const last = count()
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)

  expect(worked).toBe(false)
  expect(later).toBeGreaterThan(first)
  expect(count()).toBe(last)
  await users.close()
})

// Tries nothing: services fork all the time, also just when another command begins.
// Tries nothing: services fork all the time, also just when they are stopped.
asRoot(`what forks all the time goes on beside other commands${otherUsersTitle}`, async () => {
  const fork =
    '$SIG{CHLD} = sub {}; while (1) { $pid = fork; exit 0 unless $pid; waitpid $pid, 0; open F, ">>count"; print F "x"; close F }'
  const { users, place, turn, checkout } = await begin(['perl', '-e', fork])
  const count = () => statSync(join(checkout, 'count')).size
  for (let round = 0; round < 25; round++) {
    const next = await users.begin(place, () => {})
    await next.end(() => {})
  }
  const before = count()
  await new Promise(resolve => setTimeout(resolve, 500))

  expect(count()).toBeGreaterThan(before)
  await turn.end(() => {})
  await users.close()
})
