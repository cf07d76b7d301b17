import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { ResourceBook } from '../../src/agents/process/resource-book.ts'
import { supervise } from '../../src/agents/process/supervise.ts'
import { secondsSince, steadyNow, steadyTime } from '../../src/model/timing/steady-clock.ts'
import { makeFolder } from '../support/repository.ts'

test('durations do not change when the clock is set', () => {
  const [realNow, startedAt] = [Date.now, steadyTime()]
  Date.now = () => realNow() - 3_600_000
  try {
    expect(secondsSince(startedAt)).toBeLessThan(10)
    expect(secondsSince(new Date(steadyNow() + 60_000).toISOString())).toBe(0)
  } finally {
    Date.now = realNow
  }
})

test('time in which the whole machine stood still counts neither for time limits nor as time of the agent', async () => {
  const folder = makeFolder('pause')
  const end = supervise({
    command: ['sh', '-c', 'sleep 4.5'],
    directory: folder,
    env: { PATH: process.env.PATH as string },
    logPath: join(folder, 'log'),
    statusPath: join(folder, 'status'),
    timeoutMinutes: 3 / 60,
    stallMinutes: 3 / 60,
    stallFiles: [],
    resources: { limits: {}, folders: [], book: new ResourceBook(), name: 'a' },
    signal: new AbortController().signal,
  })
  await sleep(500)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000) // as if it were stopped: nothing runs
  const { kind, seconds } = await end

  expect(kind).toBe('exited')
  expect(seconds).toBeLessThan(3)
})
