import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { runToReport, startCli, untilClosed } from '../support/cli.ts'
import { claudeResult, makeFakeClis } from '../support/fake-cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

/** An agent that tells its tokens first. */
const spender = (tokens: number, script: string) => ({
  command: `echo '{"t":${tokens}}'; ${script}`,
  output: 'jsonl',
  usage: { total: 't' },
})

/** The first time, it works until it is killed. */
const hangOnce = (folder: string) => `if [ ! -f ${folder}/hangs ]; then touch ${folder}/hangs; sleep 60; fi`

const linesIn = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [])

/** Runs a plan that hangs once, kills it then, and runs it again. */
async function runKilled(repository: TestRepository, folder: string, env: Record<string, string> = {}) {
  const child = startCli(repository.folder, ['run'], { env })
  const closed = untilClosed(child)
  await until(() => existsSync(join(folder, 'hangs')))
  await sleep(700) // until its output is read
  child.kill('SIGKILL')
  await closed
  return runToReport(repository, [], { env })
}

const approve = `echo '{"verdict":"approve"}' > $PARALLEL_AGENTS_ANSWER_FILE`

describe('what was spent before the run was killed counts', () => {
  test('for its budget', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const tasks = { a: { agent: 'x', prompt: 'a' }, b: { agent: 'y', prompt: 'b', needs: ['a'] } }
    const x = spender(400, `${hangOnce(folder)}; echo a > a.txt`)
    writePlan(repository, tasks, { budget: { tokens: 790 }, agents: { x, y: { command: 'echo b > b.txt' } } })
    const { tasks: ended, cost } = await runKilled(repository, folder)

    expect(ended).toMatchObject({ a: { outcome: 'succeeded', tokens: 800 }, b: { outcome: 'over-budget' } })
    expect(cost?.usage).toMatchObject({ total: 800, known: 'part' })
  })

  test('by a reviewer, who is not taken for the author', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const x = spender(100, `echo start >> ${folder}/author; echo a > a.txt`)
    const reviewer = spender(1000, `${hangOnce(folder)}; ${approve}`)
    writePlan(
      repository,
      { a: { agent: 'x', prompt: 'a', review: { agent: 'reviewer' } } },
      { agents: { x, reviewer } },
    )
    const { tasks, cost } = await runKilled(repository, folder)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', tokens: 1100 })
    expect(cost?.usage).toMatchObject({ total: 2100, known: 'part' })
    expect(linesIn(join(folder, 'author'))).toHaveLength(1)
  })

  test('by a planner, and by the reviewer of the whole', async () => {
    for (const [task, integration] of [
      [{ 'plan-first': { agent: 'asked' } }, {}],
      [{}, { review: { agent: 'asked' } }],
    ]) {
      const repository = makeRepository()
      const folder = makeFolder()
      const x = spender(100, 'echo a > a.txt')
      const asked = spender(1000, `${hangOnce(folder)}; ${approve}`)
      writePlan(
        repository,
        { a: { agent: 'x', prompt: 'a', ...task } },
        { integration, agents: { x, asked } },
      )
      const { tasks, cost } = await runKilled(repository, folder)

      expect(tasks.a).toMatchObject({ outcome: 'succeeded', landing: 'landed' })
      expect(cost?.usage).toMatchObject({ total: 2100, known: 'part' })
    }
  })

  test('by a task that was redone', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const both = `printf 'a\\nb\\n' > f.txt`
    const x = spender(1000, `if [ -f f.txt ]; then ${hangOnce(folder)}; ${both}; else echo b > f.txt; fi`)
    writePlan(
      repository,
      { a: { script: 'echo a > f.txt' }, b: { agent: 'x', prompt: 'b' } },
      { overlap: 'warn', integration: { 'on-conflict': 'agent' }, agents: { x } },
    )
    const { tasks, cost } = await runKilled(repository, folder)

    expect(tasks.b).toMatchObject({ landing: 'landed', tokens: 2000 })
    expect(cost?.usage).toMatchObject({ total: 3000, known: 'part' })
  })
})

test('the error of a reviewer is not taken for that of the author, whose work is done', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const isReview = 'grep -q "Review a change" "$PARALLEL_AGENTS_PROMPT_FILE"'
  const overloaded = claudeResult({ is_error: true, api_error_status: 529, result: 'overloaded' })
  const review = `if [ ! -f ${folder}/hangs ]; then touch ${folder}/hangs; ${overloaded}; exit 1; fi; ${approve}`
  const claude = `if ${isReview}; then ${review}; else echo start >> ${folder}/author; echo a > a.txt; fi; ${claudeResult()}`
  writePlan(repository, { a: { agent: 'claude', prompt: 'x', review: {} } }, { 'backoff-seconds': [30] })
  const { tasks } = await runKilled(repository, folder, makeFakeClis({ claude }))

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1 })
  expect(linesIn(join(folder, 'author'))).toHaveLength(1)
})

test('an agent that is killed in a retry is told where the work of the attempts before is', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const attempts = `case $(wc -l < ${folder}/starts) in
    1) echo first > a.txt; echo bad > out.txt;;
    2) ${hangOnce(folder)};;
    *) git show "$(grep -o 'is in commit [0-9a-f]*' "$PARALLEL_AGENTS_PROMPT_FILE" | cut -d' ' -f4):a.txt" > a.txt
       grep -c 'outside of your scope: out.txt' "$PARALLEL_AGENTS_PROMPT_FILE" >> a.txt;;
  esac`
  const x = { command: `echo start >> ${folder}/starts; ${attempts}` }
  writePlan(repository, { a: { agent: 'x', prompt: 'x', files: ['a.txt'] } }, { agents: { x } })
  const { tasks } = await runKilled(repository, folder)

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
  expect(repository.show(tasks.a?.commit as string, 'a.txt')).toBe('first\n1')
})
