import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { readInputs } from '../../src/action/inputs/read-inputs.ts'
import { startDeadline } from '../../src/action/step/job-deadline.ts'
import { StepLog } from '../../src/action/step/step-log.ts'
import { makeFolder } from '../support/repository.ts'

const minute = 60_000
const step = (env: Readonly<Record<string, string>> = {}) => ({
  inputs: readInputs({ 'INPUT_DEADLINE-MINUTES': '30' }),
  env,
  log: new StepLog(),
})
const jobOf = (startedAt: number) => ({ id: '1', name: 'x', status: 'running', startedAt }) as const

/** Whether the deadline of a job has already come. */
async function hasCome(...call: Parameters<typeof startDeadline>): Promise<boolean> {
  const { signal } = startDeadline(...call)
  await sleep(30)
  return signal.aborted
}

describe('a deadline', () => {
  test('counts from the start of the job, not of the step', async () => {
    expect(await hasCome(step(), jobOf(Date.now() - 31 * minute))).toBe(true)
    expect(await hasCome(step(), jobOf(Date.now() - 29 * minute))).toBe(false)
  })

  test('counts from the first event that the runner recorded, if GitHub cannot be queried', async () => {
    const path = join(makeFolder('event'), 'event.json')
    writeFileSync(path, '{}')
    expect(await hasCome(step({ GITHUB_EVENT_PATH: path }), undefined)).toBe(false)
    utimesSync(path, new Date(), new Date(Date.now() - 31 * minute))

    expect(await hasCome(step({ GITHUB_EVENT_PATH: path }), undefined)).toBe(true)
  })

  test('ignores an impossible start', async () => {
    expect(await hasCome(step(), jobOf(0))).toBe(false)
    expect(await hasCome(step(), jobOf(Date.now() + 100 * minute))).toBe(false)
  })
})
