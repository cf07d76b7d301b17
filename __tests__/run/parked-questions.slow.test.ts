import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { claudeResult, makeFakeClis, say } from '../support/fake-cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const readIn = (folder: string, name: string) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim().split('\n') : []

const approval = `echo '{"verdict":"approve","findings":[]}' > "$PARALLEL_AGENTS_ANSWER_FILE"`

/** Claude whose quota is used up until some seconds after it is first asked, unless the condition holds. */
function limitedClaude(folder: string, { work = approval, unless = 'false' } = {}): string {
  const limit = say({
    type: 'rate_limit_event',
    rate_limit_info: { status: 'rejected', resetsAt: 12345, rateLimitType: 'five_hour' },
  }).replace('12345', `'"$(cat ${folder}/reset)"'`)
  const error = claudeResult({ is_error: true, api_error_status: 429, result: 'limit', total_cost_usd: 0 })
  return [
    `echo start >> ${folder}/asked`,
    `if ${unless}; then :; else [ -f ${folder}/reset ] || echo $(($(date +%s) + 5)) > ${folder}/reset`,
    `if [ $(date +%s) -lt $(cat ${folder}/reset) ]; then ${limit}; ${error}; exit 1; fi; fi`,
    work,
    claudeResult(),
  ].join('\n')
}

/** Runs a plan that does not wait for quotas, and again when they have been reset. */
async function runTwice(repository: TestRepository, env: { readonly PATH: string }) {
  const first = await runToReport(repository, [], { env })
  await new Promise(resolve =>
    setTimeout(resolve, Math.max(0, Date.parse(first.retryAt ?? '') - Date.now()) || 0),
  )
  return { first, second: await runToReport(repository, [], { env }) }
}

const author = (folder: string) => ({ command: `echo start >> ${folder}/author; echo a > a.txt` })

describe('with `on-quota: stop`, a used-up quota', () => {
  test('of a reviewer parks the task, which only needs its review afterwards', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const env = makeFakeClis({ claude: limitedClaude(folder) })
    writePlan(
      repository,
      {
        a: { agent: 'author', prompt: 'x', review: { agent: 'claude' } },
        other: { agent: 'other', prompt: 'x', needs: [] },
      },
      {
        'on-quota': 'stop',
        agents: { author: author(folder), other: { command: 'echo o > o.txt' } },
      },
    )
    const { first, second } = await runTwice(repository, env)

    expect(first).toMatchObject({ code: 75, tasks: { a: { outcome: 'parked', attempts: 0 } } })
    expect(second).toMatchObject({ run: first.run, code: 0 })
    expect(second.tasks.a).toMatchObject({ landing: 'landed', attempts: 1, agent: 'author' })
    expect(readIn(folder, 'author')).toEqual(['start'])
    expect(readIn(folder, 'asked')).toEqual(['start', 'start'])
  })

  test('of the reviewer of the whole result stops the run, which goes on with the review', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const env = makeFakeClis({ claude: limitedClaude(folder) })
    writePlan(
      repository,
      { a: { agent: 'author', prompt: 'x' } },
      {
        'on-quota': 'stop',
        agents: { author: author(folder) },
        integration: { review: { agent: 'claude' } },
      },
    )
    const { first, second } = await runTwice(repository, env)

    expect(first).toMatchObject({ code: 75, retryAt: expect.any(String) })
    expect(second).toMatchObject({ run: first.run, code: 0, tasks: { a: { landing: 'landed' } } })
    expect(readIn(folder, 'author')).toEqual(['start'])
  })

  test('before a retry does not make its agent forget why it was refused', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const work = `[ -f ${folder}/first ] && cp "$PARALLEL_AGENTS_PROMPT_FILE" ${folder}/prompt; touch ${folder}/first; if [ -f ${folder}/prompt ]; then echo a > a.txt; else echo b > b.txt; fi`
    const env = makeFakeClis({ claude: limitedClaude(folder, { work, unless: `[ ! -f ${folder}/first ]` }) })
    writePlan(
      repository,
      { a: { agent: 'claude', prompt: 'x', files: ['a.txt'], retries: 1 } },
      { 'on-quota': 'stop' },
    )
    const { first, second } = await runTwice(repository, env)

    expect(first).toMatchObject({ code: 75, tasks: { a: { outcome: 'parked', attempts: 1 } } })
    expect(second.tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(readIn(folder, 'prompt').join('\n')).toContain('b.txt')
  })
})

test('an agent that redoes its work because of a conflict waits for its quota as tasks do', async () => {
  const repository = makeRepository({ 'x.txt': 'one\ntwo\nthree\n' })
  const folder = makeFolder()
  const first = `[ $(wc -l < ${folder}/asked) -le 2 ]`
  const work = `if ${first}; then sed -i "s/two/$PARALLEL_AGENTS_TASK/" x.txt; else echo "a and b" > x.txt; fi`
  const env = makeFakeClis({ claude: limitedClaude(folder, { work, unless: first }) })
  const task = { agent: 'claude', prompt: 'x', files: ['x.txt'] }
  writePlan(
    repository,
    { a: task, b: task },
    { 'max-parallel': 1, overlap: 'warn', integration: { 'on-conflict': 'agent', resolvers: ['lines'] } },
  )
  const { tasks } = await runToReport(repository, [], { env })

  expect(readIn(folder, 'asked').length).toBeGreaterThan(3)
  expect(tasks.b?.attempts).toBeGreaterThan(1)
})

test('a fallback is not reported with the model and the way of the agent that it replaces', async () => {
  const repository = makeRepository()
  const error = claudeResult({ is_error: true, api_error_status: 401, result: 'Invalid API key' })
  const env = makeFakeClis({ claude: `${error}; exit 1` })
  writePlan(
    repository,
    { a: { agent: 'main', prompt: 'x' } },
    {
      agents: {
        main: { use: 'claude', model: 'opus', fallback: 'spare' },
        spare: { command: 'echo a > a.txt' },
      },
    },
  )
  const { tasks } = await runToReport(repository, [], { env })

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', agent: 'spare', model: null, via: null })
})

test('no reviewer is asked for a task whose budget is used up', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const env = makeFakeClis({
    claude: `echo "$PARALLEL_AGENTS_TASK" >> ${folder}/asked; echo a > a.txt; ${claudeResult()}`,
  })
  writePlan(repository, { a: { agent: 'claude', prompt: 'x', budget: { usd: 0.2 }, review: {} } })
  const { tasks } = await runToReport(repository, [], { env })

  expect(tasks.a).toMatchObject({ outcome: 'over-budget', kept: expect.any(String), costUsd: 0.25 })
  expect(readIn(folder, 'asked')).toEqual(['a'])
})

test('no planner is asked for changes of a plan whose task has used up its budget', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const plan = `echo asked >> ${folder}/asked; echo plan > "$PARALLEL_AGENTS_ANSWER_FILE"; ${claudeResult()}`
  const env = makeFakeClis({ claude: plan })
  const task = { agent: 'claude', prompt: 'x', budget: { usd: 0.2 } }
  writePlan(repository, { a: { ...task, 'plan-first': { approve: true } } })
  await runToReport(repository, [], { env })
  await runCli(repository.folder, ['approve', 'a', '--changes', 'keep the old route'])
  const { tasks } = await runToReport(repository, [], { env })

  expect(tasks.a).toMatchObject({ outcome: 'over-budget', costUsd: 0.25 })
  expect(readIn(folder, 'asked')).toEqual(['asked'])
})

test('a rejected plan does not start where only the result of its parked task is known', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const plan = 'echo plan > "$PARALLEL_AGENTS_ANSWER_FILE"'
  const unless = `[ ! -e ${folder}/limited ]`
  const env = makeFakeClis({ claude: limitedClaude(folder, { work: plan, unless }) })
  writePlan(
    repository,
    { a: { agent: 'author', prompt: 'x', 'plan-first': { agent: 'claude', approve: true } } },
    { 'on-quota': 'stop', agents: { author: author(folder) } },
  )
  const { run } = await runToReport(repository, [], { env })
  await runCli(repository.folder, ['approve', 'a', '--changes', 'keep the old route'])
  writeFileSync(join(folder, 'limited'), '')
  const parked = await runToReport(repository, [], { env })
  expect(parked.tasks.a).toMatchObject({ outcome: 'parked', retryAt: expect.any(String) })
  for (const kind of ['plans', 'approvals'])
    repository.git('update-ref', '-d', `refs/parallel-agents/${run}/${kind}/a`)
  await new Promise(resolve => setTimeout(resolve, 6000))
  const again = await runToReport(repository, [], { env })

  expect(again.tasks.a).toMatchObject({ outcome: 'parked', retryAt: null })
  expect(readIn(folder, 'author')).toEqual([])
})

test('a plan is done as soon as it is approved, while another task waits for its quota', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  writeFileSync(join(folder, 'reset'), String(Math.floor(Date.now() / 1000) + 3600))
  const env = makeFakeClis({ claude: limitedClaude(folder) })
  const planner = { command: 'echo plan > "$PARALLEL_AGENTS_ANSWER_FILE"' }
  writePlan(
    repository,
    {
      a: { agent: 'author', prompt: 'x', 'plan-first': { agent: 'planner', approve: true } },
      limited: { agent: 'claude', prompt: 'x' },
    },
    { agents: { author: author(folder), planner }, overlap: 'warn' },
  )
  const running = startCli(repository.folder, ['run', '--json'], { env })
  const ended = untilClosed(running)
  await until(() => readIn(folder, 'asked').length > 0)
  let approved = await runCli(repository.folder, ['approve', 'a'])
  while (approved.code !== 0) approved = await runCli(repository.folder, ['approve', 'a'])
  await until(() => readIn(folder, 'author').length > 0)
  running.kill('SIGINT')

  expect(JSON.parse((await ended).stdout).tasks).toMatchObject({
    limited: { outcome: 'parked' },
  })
})
