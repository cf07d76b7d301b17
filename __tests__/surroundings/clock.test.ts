import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { ResourceBook } from '../../src/agents/process/resources/resource-book.ts'
import { supervise } from '../../src/agents/process/supervise.ts'
import { readStopwatch, startStopwatch } from '../../src/model/timing/stopwatch.ts'
import { makeFolder } from '../support/repository.ts'

test('durations do not change when the clock is set', () => {
  const [realNow, stopwatch] = [Date.now, startStopwatch(2)]
  Date.now = () => realNow() - 3_600_000
  try {
    expect(readStopwatch(stopwatch)).toBeGreaterThanOrEqual(2)
    expect(readStopwatch(stopwatch)).toBeLessThan(12)
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
    resources: { limits: {}, folders: [folder], book: new ResourceBook(), name: 'a' },
    signal: new AbortController().signal,
  })
  await sleep(500)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000) // as if it were stopped: nothing runs
  const { kind, seconds } = await end

  expect(kind).toBe('exited')
  expect(seconds).toBeLessThan(3)
})
