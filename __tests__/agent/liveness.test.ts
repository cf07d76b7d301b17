import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from '@jest/globals'
import { Liveness } from '../../src/agents/process/liveness.ts'
import { makeFolder } from '../support/repository.ts'

let child: ChildProcess | undefined

afterEach(() => {
  if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
})

/** Whether a silent command, in a group of its own, counts as stalled within two seconds. */
async function stalls(script: string): Promise<boolean> {
  const directory = makeFolder()
  child = spawn('sh', ['-c', script], { cwd: directory, detached: true, stdio: 'ignore' })
  const liveness = new Liveness({
    group: child.pid as number,
    stallMinutes: 1 / 60,
    files: [],
    directory,
    waitsUntil: () => 0,
  })
  for (const end = performance.now() + 2000; performance.now() < end; await sleep(100))
    if (await liveness.isStalled()) return true
  return false
}

const loop = `node -e 'for (const end = Date.now() + 3000; Date.now() < end; );'`

test('a silent command that only waits is stalled', async () => {
  expect(await stalls('sleep 3')).toBe(true)
})

test('a silent command is not stalled while a child in a group of its own uses the CPU, as under timeout', async () => {
  expect(await stalls(`timeout 3 ${loop}`)).toBe(false)
  expect(await stalls(`setsid ${loop} & wait`)).toBe(false)
})
