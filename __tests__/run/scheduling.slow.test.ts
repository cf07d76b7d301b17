import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

/** A script that notes when it begins and ends. */
const noting = (notes: string, id: string, seconds: number) =>
  `echo "begin ${id}" >> ${notes}; sleep ${seconds}; echo ${id} > ${id}.txt; echo "end ${id}" >> ${notes}`

describe('the engine', () => {
  test('starts a task the moment its own prerequisites are done, whatever else still runs', async () => {
    const repository = makeRepository()
    const notes = join(makeFolder(), 'notes')
    writePlan(repository, {
      slow: { script: `until grep -q 'end next' ${notes}; do sleep 0.05; done; touch slow.txt` },
      quick: { script: noting(notes, 'quick', 0) },
      next: { script: noting(notes, 'next', 0), needs: ['quick'] },
    })
    const { tasks } = await runToReport(repository)

    expect(Object.values(tasks).map(({ outcome }) => outcome)).toEqual([
      'succeeded',
      'succeeded',
      'succeeded',
    ])
  })

  test('runs no more agents at once than it may', async () => {
    const repository = makeRepository()
    const notes = join(makeFolder(), 'notes')
    const tasks = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map(id => [id, { script: noting(notes, id, 0.2) }]),
    )
    writePlan(repository, tasks, { 'max-parallel': 4 })
    await runToReport(repository, ['--max-parallel', '2'])

    let running = 0
    const most = readFileSync(notes, 'utf8')
      .trim()
      .split('\n')
      .map(line => {
        running += line.startsWith('begin') ? 1 : -1
        return running
      })
    expect(Math.max(...most)).toBe(2)
  })

  test('prefers the task with the longest remaining path', async () => {
    const repository = makeRepository()
    const notes = join(makeFolder(), 'notes')
    writePlan(repository, {
      short: { script: noting(notes, 'short', 0) },
      long: { script: noting(notes, 'long', 0) },
      longer: { script: noting(notes, 'longer', 0), needs: ['long'] },
    })
    await runToReport(repository, ['-p', '1'])

    expect(readFileSync(notes, 'utf8').split('\n')[0]).toBe('begin long')
  })

  test('with --only runs those tasks and their prerequisites', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: 'touch a' },
      b: { script: 'touch b', needs: ['a'] },
      c: { script: 'touch c' },
    })
    const { tasks, stderr } = await runToReport(repository, ['--only', 'b'])

    expect(Object.keys(tasks)).toEqual(['a', 'b'])
    expect(stderr).toContain('also selected as prerequisites: a')
  })

  test('with --dry-run starts nothing', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'touch /tmp/never' } })
    const { code, stdout, stderr } = await runCli(repository.folder, ['run', '--dry-run'])

    expect(code).toBe(0)
    expect(stdout).toContain('1 task · target main')
    expect(stderr).toContain('nothing was started')
    expect(repository.git('for-each-ref', 'refs/parallel-agents')).toBe('')
  })

  test('with --fail-fast stops the others when one fails, and keeps their work', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      bad: { script: 'sleep 0.5; exit 1', retries: 0 },
      slow: { script: 'echo part > slow.txt; sleep 30' },
      later: { script: 'touch later', needs: ['slow'] },
    })
    const { tasks, code } = await runToReport(repository, ['--fail-fast'])

    expect(code).toBe(1)
    expect(tasks.bad?.outcome).toBe('failed')
    expect(tasks.slow?.outcome).toBe('cancelled')
    expect(tasks.later?.outcome).toBe('blocked')
    expect(repository.show(tasks.slow?.kept as string, 'slow.txt')).toBe('part')
  })

  test('finds a missing agent CLI before anything starts, and says how to install it', async () => {
    const repository = makeRepository()
    repository.write({ 'plan.yml': 'agent: codex\ntasks: { a: { prompt: Do it. } }\n' })
    const { code, stderr } = await runCli(repository.folder, ['run'], { env: { PATH: '/usr/bin:/bin' } })

    expect(code).toBe(2)
    expect(stderr).toContain(
      'codex was not found in PATH: install it with "npm install --global @openai/codex"',
    )
    expect(repository.git('for-each-ref', 'refs/parallel-agents')).toBe('')
  })

  test('passes the environment of plan, agent and task, and its own variables', async () => {
    const repository = makeRepository()
    repository.write({
      'plan.yml': JSON.stringify({
        env: { ONE: 'plan', TWO: 'plan', THREE: 'plan' },
        agents: { sh: { command: 'env | sort > env.txt', env: { TWO: 'agent', THREE: 'agent' } } },
        agent: 'sh',
        tasks: { a: { prompt: 'x', env: { THREE: 'task' } } },
      }),
    })
    const { integration, run } = await runToReport(repository, [], {
      env: { PARALLEL_AGENTS_TASK: 'outer', GIT_DIR: '/nowhere' },
    })
    const lines = repository.show(integration.branch as string, 'env.txt').split('\n')

    expect(lines).toEqual(expect.arrayContaining(['ONE=plan', 'TWO=agent', 'THREE=task']))
    expect(lines).toEqual(
      expect.arrayContaining([
        `PARALLEL_AGENTS_RUN=${run}`,
        'PARALLEL_AGENTS_TASK=a',
        'PARALLEL_AGENTS_ATTEMPT=1',
      ]),
    )
    expect(lines).toContain(`PARALLEL_AGENTS_BASE=${repository.git('rev-parse', 'main')}`)
    expect(lines.some(line => line.startsWith('GIT_DIR='))).toBe(false)
  })
})
