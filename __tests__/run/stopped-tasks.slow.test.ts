import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const linesIn = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [])
const approve = `echo '{"verdict":"approve"}' > $PARALLEL_AGENTS_ANSWER_FILE`

/** Stops a run as Ctrl-C does, as soon as a file has so many lines. */
async function runStopped(repository: TestRepository, path: string, lines: number): Promise<Report> {
  const child = startCli(repository.folder, ['run', '--json'])
  const closed = untilClosed(child)
  await until(() => linesIn(path).length === lines)
  child.kill('SIGINT')
  const { code, stdout } = await closed
  expect(code).toBe(130)
  return JSON.parse(stdout)
}

test('a run that is stopped during a review, again and again, repeats only the review', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const asked = join(folder, 'asked')
  const usage = { output: 'jsonl', usage: { total: 't' } }
  writePlan(
    repository,
    { a: { agent: 'author', prompt: 'x', review: { agent: 'reviewer' } } },
    {
      agents: {
        author: { ...usage, command: `echo '{"t":100}'; echo start >> ${folder}/author; echo a >> a.txt` },
        reviewer: { command: `echo start >> ${asked}; [ $(wc -l < ${asked}) = 3 ] || sleep 60; ${approve}` },
      },
    },
  )
  const first = await runStopped(repository, asked, 1)
  const second = await runStopped(repository, asked, 2)
  const { code, run, tasks } = await runToReport(repository)

  expect(first.tasks.a).toMatchObject({ outcome: 'cancelled', attempts: 1, tokens: 100 })
  expect(second.tasks.a).toMatchObject({ outcome: 'cancelled', attempts: 1, tokens: 100 })
  expect({ code, run }).toEqual({ code: 0, run: first.run })
  expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1, tokens: 100 })
  expect(repository.show(tasks.a?.commit as string, 'a.txt')).toBe('a')
  expect(linesIn(join(folder, 'author'))).toHaveLength(1)
})

test('a run that is stopped in a retry goes on with that retry, and what was spent before counts', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const starts = join(folder, 'starts')
  const work = `case $(wc -l < ${starts}) in
    1) echo first > a.txt; echo bad > out.txt;;
    2) sleep 60;;
    *) cp "$PARALLEL_AGENTS_PROMPT_FILE" ${folder}/prompt; echo last > a.txt;;
  esac`
  writePlan(
    repository,
    { a: { agent: 'x', prompt: 'x', files: ['a.txt'], retries: 1 } },
    {
      agents: {
        x: {
          command: `echo '{"t":100}'; echo start >> ${starts}; ${work}`,
          output: 'jsonl',
          usage: { total: 't' },
        },
      },
    },
  )
  await runStopped(repository, starts, 2)
  const { tasks, cost } = await runToReport(repository)

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2, tokens: 300 })
  expect(cost?.usage.total).toBe(300)
  const prompt = readFileSync(join(folder, 'prompt'), 'utf8')
  expect(prompt).toContain('outside of your scope: out.txt')
  expect(prompt).toContain('## An earlier attempt was interrupted')
})

test('a task that is blocked before it could go on keeps what it had spent', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const limit = `echo '{"m":"usage limit, try again in 3 seconds"}'; exit 1`
  const tells = { output: 'jsonl', usage: { total: 't' }, activity: 'm' }
  const command = `echo '{"t":100}'; if [ ! -f ${folder}/first ]; then touch ${folder}/first; ${limit}; fi; echo '{"m":"not signed in"}'; exit 1`
  const patterns = { quota: ['usage limit'], permanent: ['not signed in'] }
  writePlan(
    repository,
    { a: { agent: 'x', prompt: 'x' }, b: { agent: 'x', prompt: 'x' } },
    { 'max-parallel': 1, agents: { x: { ...tells, command, 'error-patterns': patterns } } },
  )
  const { tasks, cost } = await runToReport(repository)

  expect(Object.values(tasks).map(({ outcome }) => outcome)).toEqual([
    'infrastructure-error',
    'infrastructure-error',
  ])
  expect(cost?.usage.total).toBe(200)
})
