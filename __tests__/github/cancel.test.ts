import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { useGitHub, workflowFiles } from './fixtures/fixtures.ts'
import type { WorkflowRun } from './runner/workflow-run.ts'

const github = useGitHub({ timings: { interrupt: 300, terminate: 200, minute: 4000 } })

async function start(name: string): Promise<WorkflowRun> {
  const repository = await github().createRepository(
    `acme/cancel-${github().runs.length}`,
    workflowFiles(name),
  )
  return await github().dispatch(repository, name)
}

/** A zombie that is not reaped has no command line. */
function isAlive(pid: string | undefined): boolean {
  const path = `/proc/${pid}/cmdline`
  return existsSync(path) && readFileSync(path, 'utf8') !== ''
}

describe('a cancelled run', () => {
  test('interrupts, terminates and kills the running steps, and still runs what always runs', async () => {
    const run = await start('cancel.yml')
    for (const name of ['stubborn', 'polite', 'goes-on']) await run.untilLog(name, 'ready')
    run.cancel()
    await run.done

    expect(run.conclusions).toEqual({
      stubborn: 'cancelled',
      polite: 'cancelled',
      'goes-on': 'success',
      dependent: 'skipped',
      'at-last': 'success',
    })
    expect(run.conclusion).toBe('cancelled')
    expect(run.job('stubborn').log).toBe('ready\ngot INT\ngot TERM\nafterwards cancelled\nalways')
    expect(run.job('polite').log).toBe('ready\nsaved')
    expect(run.job('goes-on').log).toContain('went on')
    expect(run.job('at-last').log).toContain('stubborn cancelled, dependent skipped')
  })
})

describe('a single job', () => {
  test('can be cancelled, and nothing that it started is left', async () => {
    const run = await start('lanes.yml')
    const job = await run.untilLog('lanes (a)', 'ready a')
    const pid = /^\d+$/m.exec((await run.untilJob('lanes (a)', ({ log }) => /^\d+$/m.test(log))).log)?.[0]
    job.cancel()
    await run.done

    expect(run.conclusions).toEqual({ 'lanes (a)': 'cancelled', 'lanes (b)': 'success', after: 'success' })
    expect(job.log).toContain('cleanup')
    expect(run.job('after').log).toContain('lanes cancelled')
    expect(isAlive(pid)).toBe(false)
  })

  test('can lose its runner: then nothing of it runs any more', async () => {
    const run = await start('lanes.yml')
    const job = await run.untilLog('lanes (a)', 'ready a')
    job.loseRunner()
    await run.done

    expect(job.conclusion).toBe('failure')
    expect(job.annotations).toContainEqual({
      level: 'error',
      message: 'The hosted runner lost communication with the server.',
    })
    expect(job.log).not.toContain('cleanup')
    expect(run.job('after').log).toContain('lanes failure')
  })

  test('is cancelled after its time', async () => {
    const run = await start('lanes.yml')
    await run.done

    expect(run.conclusions['lanes (a)']).toBe('cancelled')
    expect(run.job('lanes (a)').annotations[0]?.message).toContain(
      'exceeded the maximum execution time of 0.5m',
    )
    expect(run.job('lanes (a)').log).toContain('cleanup')
  })
})

describe('"Re-run failed jobs"', () => {
  let run: WorkflowRun
  let first: WorkflowRun['conclusions']

  beforeAll(async () => {
    run = await start('rerun.yml')
    await run.done
    first = { ...run.conclusions }
    await run.rerunFailed()
  })

  test('does what failed and what needs it, and keeps the rest', () => {
    const { outputs } = run.job('plan')

    expect(first).toMatchObject({ 'lanes (a)': 'success', 'lanes (b)': 'failure', merge: 'skipped' })
    expect(run.attempt).toBe(2)
    expect(run.conclusion).toBe('success')
    expect(Object.fromEntries(run.jobs.map(job => [job.name, job.attempt]))).toEqual({
      plan: 1,
      independent: 1,
      'lanes (a)': 1,
      'lanes (b)': 2,
      merge: 2,
      publish: 2,
      allowed: 2,
      'after-allowed': 2,
    })
    expect(run.job('lanes (b)').log).toContain(`b in attempt 2 after ${outputs.when}`)
    expect(run.job('merge').log).toContain('merge in attempt 2 of what is planned')
    expect(run.job('publish').log).toContain('published in attempt 2 after success')
    expect(run.attempts[0]?.jobs.find(job => job.name === 'publish')?.log).toContain('after skipped')
  })

  test('counts a job that may fail as a success', () => {
    expect(run.job('allowed')).toMatchObject({ conclusion: 'failure', result: 'success' })
    expect(run.job('after-allowed').log).toContain('allowed success')
  })
})

describe('events', () => {
  test('of pushes and labels start the workflows that ask for them', async () => {
    const repository = await github().createRepository('acme/events', workflowFiles('events.yml'))
    const [pushed] = await github().push(repository, { 'a.txt': 'a' }, { branch: 'release/1' })
    const ignored = await github().push(repository, { 'a.txt': 'a' }, { branch: 'topic' })
    const number = github().openIssue(repository, 'Do this')
    const [labelled] = await github().labelIssue(repository, number, 'agents')
    const [other] = await github().labelIssue(repository, number, 'other')
    await Promise.all([pushed?.done, labelled?.done, other?.done])

    expect(pushed?.job('tell').log).toContain("push on release/1, issue '', before 000")
    expect(ignored).toEqual([])
    expect(labelled?.job('tell').log).toContain("issues on main, issue 'Do this'")
    expect(other?.conclusion).toBe('skipped')
  })
})

describe('closing', () => {
  test('ends every run and removes every folder', async () => {
    const { GitHub } = await import('./github.ts')
    const hub = await GitHub.start()
    const repository = await hub.createRepository('acme/open', workflowFiles('cancel.yml'))
    const run = await hub.dispatch(repository, 'cancel.yml')
    await run.untilLog('stubborn', 'ready')
    await hub.close()

    expect(run.conclusion).toBeDefined()
    expect(existsSync(repository.folder)).toBe(false)
    await expect(fetch(hub.apiUrl)).rejects.toThrow()
  })
})
