import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('')

/** Replaces line 7 of db.txt. */
const editing = (text: string) => `sed -i 's/^line 7$/${text}/' db.txt`

/** Waits for a file outside of all repositories, so that a test decides when an agent continues. */
const waitingFor = (file: string) => `while [ ! -f ${file} ]; do sleep 0.05; done`

const waitingAtMost = (seconds: number, file: string) =>
  `for i in $(seq ${seconds * 10}); do [ -f ${file} ] && break; sleep 0.1; done`

const plan = { overlap: 'warn', integration: { 'forecast-seconds': 0.2 } }

function readStatus(
  repository: TestRepository,
): Promise<{ forecast?: unknown[]; tasks: Record<string, unknown> }> {
  return runCli(repository.folder, ['status', '--json']).then(({ stdout }) => JSON.parse(stdout))
}

describe('a coming conflict', () => {
  test('is announced while both agents work, shown by status, and reported', async () => {
    const repository = makeRepository({ 'db.txt': lines })
    const go = join(makeFolder(), 'go')
    writePlan(
      repository,
      {
        first: { script: `${editing('first')}; ${waitingFor(go)}` },
        second: { script: `${editing('second')}; ${waitingFor(go)}` },
        apart: { script: `echo more >> db.txt; ${waitingFor(go)}` },
      },
      plan,
    )
    const child = startCli(repository.folder, ['run'])
    let said = ''
    child.stderr?.on('data', chunk => {
      said += String(chunk)
    })
    const ended = untilClosed(child)
    const sentence = 'forecast: first and second will conflict in db.txt:7 (same lines'
    await until(() => said.includes(sentence))
    const status = await readStatus(repository)
    spawn('touch', [go])
    const { stdout } = await ended
    const report = JSON.parse((await runCli(repository.folder, ['status', '--json'])).stdout)
    const markdown = (await runCli(repository.folder, ['status', '--markdown'])).stdout

    const conflict = { tasks: ['first', 'second'], path: 'db.txt', lines: [7, 7], why: 'same lines' }
    expect(status.forecast).toMatchObject([conflict])
    expect(said.split(sentence)).toHaveLength(2)
    expect(report.integration.forecast).toMatchObject([conflict])
    expect(report.integration.conflicts).toMatchObject([{ task: 'second', path: 'db.txt' }])
    // The report tells the conflict itself.
    expect(stdout).not.toContain('forecast:')
    expect(stdout).toContain('conflict: second with apart, first in db.txt')
    expect(markdown).not.toContain('forecast:')
    expect(report.tasks.apart.landing).toBe('landed')
  })

  test('is reverted when an agent gives way', async () => {
    const repository = makeRepository({ 'db.txt': lines })
    const folder = makeFolder()
    writePlan(
      repository,
      {
        first: { script: `${editing('first')}; ${waitingFor(join(folder, 'end'))}` },
        second: {
          script: `${editing('second')}; ${waitingFor(join(folder, 'back'))}; git checkout -q db.txt; touch other.txt; ${waitingFor(join(folder, 'end'))}`,
        },
      },
      plan,
    )
    const child = startCli(repository.folder, ['run', '--json'])
    let said = ''
    child.stderr?.on('data', chunk => {
      said += String(chunk)
    })
    const ended = untilClosed(child)
    await until(() => said.includes('first and second will conflict'))
    spawn('touch', [join(folder, 'back')])
    await until(() => said.includes('forecast: first and second no longer conflict in db.txt'))
    spawn('touch', [join(folder, 'end')])
    const { integration } = JSON.parse((await ended).stdout)

    expect(integration).toMatchObject({ forecast: [], conflicts: [] })
  })

  test('makes the branch that conflicts with the fewest others land, whatever the plan order', async () => {
    const repository = makeRepository({ 'db.txt': lines })
    writePlan(
      repository,
      {
        wide: { script: "sed -i 's/^line \\(4\\|12\\)$/wide/' db.txt" },
        low: { script: "sed -i 's/^line 4$/low/' db.txt" },
        high: { script: "sed -i 's/^line 12$/high/' db.txt" },
      },
      { overlap: 'warn', integration: { 'forecast-seconds': 0 } },
    )
    const { tasks, integration } = await runToReport(repository)

    expect(integration.forecast.map(({ tasks: pair }) => pair)).toEqual([
      ['wide', 'low'],
      ['wide', 'high'],
    ])
    expect([tasks.low, tasks.high, tasks.wide].map(task => task?.landing)).toEqual([
      'landed',
      'landed',
      'conflicted',
    ])
  })

  test('is reported to the agent of the later task, in a file and in its next prompt', async () => {
    const repository = makeRepository({ 'db.txt': lines })
    const folder = makeFolder()
    const seen = join(folder, 'seen')
    writePlan(
      repository,
      {
        first: { script: `${editing('first')}; ${waitingFor(seen)}` },
        second: {
          script: `if [ $PARALLEL_AGENTS_ATTEMPT = 1 ]; then ${editing('second')}; while [ ! -s $PARALLEL_AGENTS_FORECAST_FILE ]; do sleep 0.05; done; cp $PARALLEL_AGENTS_FORECAST_FILE ${folder}/told; exit 1; fi; cp $PARALLEL_AGENTS_PROMPT_FILE ${folder}/prompt; touch ${seen}`,
          retries: 1,
        },
      },
      { overlap: 'warn', integration: { 'forecast-seconds': 0.2, 'on-forecast': 'tell-agents' } },
    )
    const { tasks } = await runToReport(repository)
    const advice = '- db.txt:7: another task changes the same lines'

    expect(tasks.second?.outcome).toBe('succeeded')
    expect(readFileSync(join(folder, 'told'), 'utf8')).toContain(advice)
    const prompt = readFileSync(join(folder, 'prompt'), 'utf8')
    expect(prompt).toContain('## Forecast conflicts')
    expect(prompt).toContain(advice)
    expect(prompt).toContain('forecast.md')
  })

  test('is avoided with on-forecast: serialize: what would change the same files waits and builds on them', async () => {
    const repository = makeRepository({ 'db.txt': lines })
    const folder = makeFolder()
    const started = join(folder, 'started')
    const free = join(folder, 'free')
    writePlan(
      repository,
      {
        // Without a scope it is not known beforehand what it changes.
        wide: { script: `${editing('wide')}; touch ${started}; ${waitingAtMost(20, free)}` },
        quick: { script: `${waitingFor(started)}; echo quick > quick.txt`, files: ['quick.txt'] },
        later: { script: "sed -i 's/^wide$/later/' db.txt", files: ['db.txt'] },
        free: { script: `touch ${free}; echo free > free.txt`, files: ['free.txt'] },
      },
      { 'max-parallel': 2, integration: { 'forecast-seconds': 60, 'on-forecast': 'serialize' } },
    )
    const { tasks, integration, stderr, code } = await runToReport(repository, ['-p', '2'])

    expect(stderr).toContain('later: waits for wide, which changes db.txt')
    expect(code).toBe(0)
    expect(Date.parse(tasks.later?.startedAt as string)).toBeGreaterThanOrEqual(
      Date.parse(tasks.wide?.finishedAt as string),
    )
    expect(Date.parse(tasks.free?.startedAt as string)).toBeLessThan(
      Date.parse(tasks.wide?.finishedAt as string),
    )
    expect(repository.show(integration.branch as string, 'db.txt')).toContain('line 6\nlater\nline 8')
  })

  test('leaves nothing behind, and does not disturb the index of an agent', async () => {
    const repository = makeRepository({ 'db.txt': lines })
    const go = join(makeFolder(), 'go')
    const draft = createHash('sha1').update('blob 13\0secret-draft\n').digest('hex')
    writePlan(
      repository,
      {
        first: {
          script: `echo secret-draft > draft.txt; ${waitingFor(go)}; rm draft.txt; echo 1 > one.txt; git status --porcelain > status.txt`,
        },
        second: { script: `echo other > draft.txt; ${waitingFor(go)}; rm draft.txt; echo 2 > two.txt` },
      },
      plan,
    )
    const child = startCli(repository.folder, ['run', '--json'])
    let said = ''
    child.stderr?.on('data', chunk => {
      said += String(chunk)
    })
    const ended = untilClosed(child)
    await until(() => said.includes('will conflict in draft.txt (add/add'))
    spawn('touch', [go])
    const { run, integration } = JSON.parse((await ended).stdout)
    const state = join(repository.folder, '.git', 'parallel-agents', run)

    expect(repository.show(integration.branch, 'status.txt')).toBe('?? one.txt\n?? status.txt')
    expect(existsSync(join(state, 'forecast.json'))).toBe(false)
    expect(existsSync(join(state, 'harness.git'))).toBe(false)
    expect(() => repository.git('cat-file', '-e', draft)).toThrow()
  })
})
