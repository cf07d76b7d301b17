import { describe, expect, test } from '@jest/globals'
import { Deadlock } from '../../src/jobs/lane/deadlock.ts'
import type { WatchedJob } from '../../src/jobs/lane/job-watch.ts'
import { ArtifactsTransport } from '../../src/jobs/transport/artifacts-transport.ts'
import { makeFixture, run } from '../handover/fixture.ts'
import { ScriptedStore } from '../transport/scripted-store.ts'

const job = (id: string, status: WatchedJob['status']): WatchedJob => ({
  id,
  name: `lane ${id}`,
  status,
  startedAt: undefined,
})
const minute = 60_000

/** Two lanes that wait, each with a transport of its own over the same artifacts. */
async function makeTwo(): Promise<readonly [Deadlock, Deadlock]> {
  const { sourceRepository: repository, base: start } = await makeFixture()
  const artifacts = new ScriptedStore()
  const request = { repository, run, attempt: 1, start, artifacts, refs: undefined, branch: undefined }
  const both = ['1', '2'].map(id => new Deadlock(new ArtifactsTransport(request), id))
  for (const deadlock of both) deadlock.begin()
  return both as unknown as readonly [Deadlock, Deadlock]
}

describe('a lane that waits', () => {
  const jobs = [job('1', 'running'), job('2', 'running'), job('3', 'queued')]

  test('stops when all running jobs wait for a minute and another has no runner, and says what to write', async () => {
    const [one, two] = await makeTwo()
    await one.look(jobs, 0)
    expect(one.isSuspected).toBe(false) // the other job has not told that it waits
    await two.look(jobs, 1)
    await one.look(jobs, 2)
    await one.look(jobs, minute)
    expect(one.reason).toBeUndefined()
    await one.look(jobs, minute + 2)

    expect(one.reason).toContain('all 2 running jobs wait for jobs that have no runner: lane 3')
    expect(one.reason).toContain('max-parallel: 2')
  })

  test('continues waiting while another job works', async () => {
    const [one, two] = await makeTwo()
    await one.look(jobs, 0)
    await two.look(jobs, 0)
    await one.look(jobs, 1)
    await two.end()
    await one.look(jobs, minute + 1)
    await one.look(jobs, 3 * minute)

    expect(one.reason).toBeUndefined()
  })

  test('counts a job as waiting again when that waits for another task later', async () => {
    const [one, two] = await makeTwo()
    await two.look(jobs, 0)
    await two.end()
    two.begin()
    await two.look(jobs, 1)
    await one.look(jobs, 2)

    expect(one.isSuspected).toBe(true)
  })
})
