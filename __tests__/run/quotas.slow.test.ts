import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { makeAcp } from '../support/acp.ts'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { claudeResult, makeFakeClis, say } from '../support/fake-cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const countIn = (folder: string, name: string) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim().split('\n').length : 0

/** Claude whose quota is used up until so many seconds after its first start. */
function limitedClaude(folder: string, seconds: number): string {
  const limit = (resetsAt: string) =>
    say({
      type: 'rate_limit_event',
      rate_limit_info: { status: 'rejected', resetsAt: 12345, rateLimitType: 'five_hour' },
    }).replace('12345', resetsAt)
  const error = claudeResult({
    is_error: true,
    api_error_status: 429,
    result: "You've hit your limit",
    total_cost_usd: 0,
  })
  return [
    `echo start >> ${folder}/starts`,
    `[ -f ${folder}/reset ] || echo $(($(date +%s) + ${seconds})) > ${folder}/reset`,
    `if [ $(date +%s) -lt $(cat ${folder}/reset) ]; then ${limit(`'"$(cat ${folder}/reset)"'`)}; ${error}; exit 1; fi`,
    `echo a > "$(basename "$PWD").txt"`,
    claudeResult(),
  ].join('\n')
}

describe('a quota that is used up', () => {
  test('parks the tasks of that account, the others continue, and all of it lands', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const env = makeFakeClis({ claude: limitedClaude(folder, 3) })
    writePlan(
      repository,
      {
        a: { agent: 'claude', prompt: 'x', retries: 0 },
        b: { agent: 'claude', prompt: 'x', retries: 0 },
        other: { script: 'echo other > other.txt' },
        last: { script: 'echo last > last.txt', needs: ['a', 'b', 'other'] },
      },
      { 'max-parallel': 1 },
    )
    const { tasks, code, stderr, cost } = await runToReport(repository, [], { env })

    expect(code).toBe(0)
    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1, landing: 'landed' })
    expect(tasks.b).toMatchObject({ outcome: 'succeeded', attempts: 1, landing: 'landed' })
    expect(countIn(folder, 'starts')).toBe(3)
    expect(stderr).toMatch(/parked until .*the quota of claude is used up/)
    expect(stderr).toContain('the remaining tasks wait for quotas until')
    expect(cost).toMatchObject({ usd: 0.5 })
  })

  test('stops a run that does not want to wait with exit code 75, and the same command continues', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const env = makeFakeClis({ claude: limitedClaude(folder, 4) })
    writePlan(
      repository,
      { a: { agent: 'claude', prompt: 'x', retries: 0 }, other: { script: 'echo other > other.txt' } },
      { 'on-quota': 'stop' },
    )
    const first = await runToReport(repository, [], { env })
    expect(first.code).toBe(75)
    expect(first.tasks.a).toMatchObject({ outcome: 'parked', attempts: 0 })
    expect(first.tasks.other?.outcome).toBe('succeeded')
    expect(Date.parse(first.retryAt as string)).toBeGreaterThan(0)

    await new Promise(resolve =>
      setTimeout(resolve, Math.max(0, Date.parse(first.retryAt as string) - Date.now())),
    )
    const second = await runToReport(repository, [], { env })
    expect(second).toMatchObject({ run: first.run, code: 0 })
    expect(second.tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1, landing: 'landed' })
  })

  test('is remembered when the process is killed while it waits', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const env = makeFakeClis({ claude: limitedClaude(folder, 5) })
    writePlan(repository, { a: { agent: 'claude', prompt: 'x', retries: 0 } })
    const child = startCli(repository.folder, ['run'], { env })
    let said = ''
    child.stderr?.on('data', chunk => {
      said += String(chunk)
    })
    await until(() => said.includes('wait for quotas until'))
    child.kill('SIGKILL')
    await untilClosed(child)
    expect(countIn(folder, 'starts')).toBe(1)
    const { tasks, code } = await runToReport(repository, [], { env })

    expect(code).toBe(0)
    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1, costUsd: 0.25 })
    expect(countIn(folder, 'starts')).toBe(2)
  })

  test('is shared by agents that start the same server with other settings', async () => {
    const repository = makeRepository()
    const server = makeAcp(`{
      turn() {
        throw { rpc: { code: -32603, message: 'Internal error: usage limit reached, try again in 3 hours' } }
      },
    }`)
    writePlan(
      repository,
      { a: { agent: 'one', prompt: 'x' }, b: { agent: 'two', prompt: 'x' } },
      {
        'max-parallel': 1,
        'on-quota': 'stop',
        agents: { one: server.settings, two: { ...server.settings, prompt: 'You are brief.' } },
      },
    )
    const { tasks } = await runToReport(repository)

    expect(Object.values(tasks).map(({ outcome }) => outcome)).toEqual(['parked', 'parked'])
    expect(server.log().filter(line => line.includes('session/prompt'))).toHaveLength(1)
  })

  test('lets the fallback work in its place', async () => {
    const repository = makeRepository()
    const env = makeFakeClis({ claude: limitedClaude(makeFolder(), 1000) })
    writePlan(
      repository,
      { a: { agent: 'main', prompt: 'x', retries: 0 } },
      { agents: { main: { use: 'claude', fallback: 'spare' }, spare: { command: 'echo spare > a.txt' } } },
    )
    const { tasks } = await runToReport(repository, [], { env })

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1, agent: 'spare' })
  })
})

test('an agent that waits for a slot of its account is not started once the quota is used up', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const command = `n=$(ls ${folder} | wc -l); mktemp ${folder}/XXXXXX; sleep 1; [ $n -lt 3 ] && echo RATE || echo QUOTA try again in 2 hours; exit 1`
  const patterns = { 'rate-limited': ['RATE'], quota: ['QUOTA'] }
  writePlan(
    repository,
    Object.fromEntries(['a', 'b', 'c'].map(id => [id, { agent: 'limited', prompt: 'x' }])),
    {
      ...{ agents: { limited: { command, 'error-patterns': patterns } } },
      ...{ 'on-quota': 'stop', 'backoff-seconds': [0, 0, 0], sandbox: 'none' },
    },
  )
  const { code, stderr } = await runToReport(repository)

  expect(code).toBe(75)
  expect(readdirSync(folder)).toHaveLength(4)
  expect(stderr).not.toContain('Warning')
})

test('a run is stopped while some of its tasks wait for a quota and another is in its back-off', async () => {
  const repository = makeRepository()
  const patterns = { transient: ['LATER'], quota: ['QUOTA'] }
  const toAgent = (words: string) => ({ command: `echo ${words}; exit 1`, 'error-patterns': patterns })
  writePlan(
    repository,
    { a: { agent: 'used', prompt: 'x' }, b: { agent: 'broken', prompt: 'x' } },
    {
      ...{ agents: { used: toAgent('QUOTA try again in 3 hours'), broken: toAgent('LATER') } },
      ...{ 'backoff-seconds': [300], sandbox: 'none' },
    },
  )
  const child = startCli(repository.folder, ['run'])
  let stderr = ''
  child.stderr?.on('data', chunk => {
    stderr += chunk
  })
  await until(() => stderr.includes('parked until') && stderr.includes('retrying in'))
  child.kill('SIGINT')
  setTimeout(() => child.kill('SIGKILL'), 15_000).unref()

  expect((await untilClosed(child)).code).toBe(130)
  expect(stderr.match(/b: attempt 1\n/g)).toHaveLength(1) // an agent that is not started is no attempt
}, 60_000)

describe('an agent that cannot work at all', () => {
  test('is started once; the run says what to do, and other agents continue', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const error = claudeResult({
      is_error: true,
      api_error_status: 401,
      result: 'Invalid API key · Please run /login',
    })
    const env = makeFakeClis({ claude: `echo start >> ${folder}/starts; ${error}; exit 1` })
    writePlan(
      repository,
      {
        a: { agent: 'claude', prompt: 'x' },
        b: { agent: 'claude', prompt: 'x' },
        c: { agent: 'claude', prompt: 'x', needs: ['a'] },
        other: { script: 'echo other > other.txt' },
      },
      { 'max-parallel': 1 },
    )
    const { tasks } = await runToReport(repository, [], { env })

    expect(countIn(folder, 'starts')).toBe(1)
    expect(tasks.a?.reason).toContain('start "claude" and use /login')
    expect(tasks.b).toMatchObject({ outcome: 'infrastructure-error', attempts: 0 })
    expect(tasks.other?.landing).toBe('landed')
  })

  test('because of its model does not keep others of the same account from working', async () => {
    const repository = makeRepository()
    const error = claudeResult({
      is_error: true,
      api_error_status: 404,
      result: "There's an issue with the selected model (oqus): model not found",
      total_cost_usd: 0,
    })
    const env = makeFakeClis({
      claude: `case "$*" in *oqus*) ${error}; exit 1;; esac; echo x > "$(basename "$PWD").txt"; ${claudeResult()}`,
    })
    const wrong = { agent: 'wrong', prompt: 'x' }
    const right = { agent: 'right', prompt: 'x' }
    writePlan(
      repository,
      { a: wrong, b: right, c: wrong },
      {
        'max-parallel': 1,
        agents: { wrong: { use: 'claude', model: 'oqus' }, right: { use: 'claude', model: 'opus' } },
      },
    )
    const { tasks } = await runToReport(repository, [], { env })

    expect(tasks.a?.reason).toContain('(change `model:` of agent wrong)')
    expect(tasks.b).toMatchObject({ outcome: 'succeeded', landing: 'landed' })
    expect(tasks.c).toMatchObject({ outcome: 'infrastructure-error', attempts: 0 })
  })
})

describe('a budget', () => {
  test('of the run ends it before the attempt that would exceed it, and finished work lands', async () => {
    const repository = makeRepository()
    const env = makeFakeClis({ claude: `echo a > "$(basename "$PWD").txt"; ${claudeResult()}` })
    const task = { agent: 'claude', prompt: 'x' }
    writePlan(repository, { a: task, b: task, c: task }, { 'max-parallel': 1, budget: { usd: 0.6 } })
    const { tasks, cost, code, budget } = await runToReport(repository, [], { env })

    expect(Object.values(tasks).map(({ outcome }) => outcome)).toEqual([
      'succeeded',
      'succeeded',
      'over-budget',
    ])
    expect(tasks.c).toMatchObject({
      attempts: 0,
      reason:
        'the rest of the budget of the run ($0.6) is $0.1, and an attempt of claude is expected to take $0.25',
    })
    expect(tasks.b?.landing).toBe('landed')
    expect(cost?.usd).toBe(0.5)
    expect(budget).toEqual({ usd: 0.6, tokens: null, minutes: null, onEnd: 'finish' })
    expect(code).toBe(1)
  })

  test('that stops agents counts what all of them have spent together', async () => {
    const repository = makeRepository()
    const agent = makeAcp(`{
      isCancelled: false,
      cancel() {
        this.isCancelled = true
      },
      async turn(stage) {
        for (let spent = 0.1; spent < 0.95; spent += 0.1) {
          if (this.isCancelled) return 'cancelled'
          stage.update({ sessionUpdate: 'usage_update', used: 1, size: 2, cost: { amount: spent, currency: 'USD' } })
          await sleep(700)
        }
        write(join(stage.cwd, 'done.txt'), 'done')
      },
    }`)
    const task = { agent: 'slow', prompt: 'x', retries: 0 }
    writePlan(
      repository,
      { a: task, b: task, c: task },
      { agents: { slow: agent.settings }, budget: { usd: 1, 'on-end': 'stop' } },
    )
    const { tasks, cost } = await runToReport(repository)

    expect(Object.values(tasks).map(({ outcome }) => outcome)).toEqual(Array(3).fill('over-budget'))
    expect(tasks.a?.reason).toBe('the budget of the run ($1) is used up')
    expect(cost?.usd).toBeLessThan(1.35)
  })

  test('that cannot limit an agent is said with the plan, and when its use is seen to be unknown', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      { a: { agent: 'silent', prompt: 'x', budget: { usd: 1 } } },
      { agents: { silent: { command: 'echo a > a.txt' } }, budget: { tokens: 1000 } },
    )
    const { stdout } = await runCli(repository.folder, ['plan', 'plan.yml'])
    const { stderr } = await runToReport(repository)

    const hint =
      'silent is a command that reports no usage, so `budget: tokens` and `budget: usd` do not limit it: say where it reports it (`usage:`), or set `minutes:`'
    expect(stdout.replace(/\s+/g, ' ')).toContain(hint)
    expect(stderr).toContain('the tokens of silent are unknown, so `budget: tokens` does not limit it')
    expect(stderr).toContain('the cost of silent is unknown, so `budget: usd` does not limit it')
  })

  test('counts what was spent before a task is redone, and so does the cost of the run', async () => {
    const repository = makeRepository()
    const env = makeFakeClis({ claude: `echo a > a.txt; ${claudeResult()}` })
    const toPlan = (usd: number, whole: number) =>
      writePlan(
        repository,
        { a: { agent: 'claude', prompt: 'x', test: 'false', retries: 5, budget: { usd } } },
        { budget: { usd: whole } },
      )
    toPlan(0.5, 5)
    const { run, tasks } = await runToReport(repository, [], { env })
    expect(tasks.a).toMatchObject({ outcome: 'over-budget', attempts: 2, costUsd: 0.5 })

    const same = await runToReport(repository, ['--resume', run], { env })
    expect(same.tasks.a).toMatchObject({ outcome: 'over-budget', attempts: 0, costUsd: null })
    expect(same.cost).toMatchObject({ usd: 0.5, tasksUsd: 0.5, conflictsUsd: null })

    toPlan(0.75, 5)
    const higher = await runToReport(repository, ['plan.yml', '--resume', run], { env })
    expect(higher.tasks.a).toMatchObject({ outcome: 'over-budget', attempts: 1, costUsd: 0.25 })
    expect(higher.cost).toMatchObject({ usd: 0.75 })

    toPlan(5, 0.75)
    const whole = await runToReport(repository, ['plan.yml', '--resume', run], { env })
    expect(whole.tasks.a).toMatchObject({
      attempts: 0,
      reason: 'the budget of the run ($0.75) is used up',
    })
  })

  test('of a task stops its agent, and keeps its work', async () => {
    const repository = makeRepository()
    const message = {
      type: 'assistant',
      message: { id: 'm1', content: [], usage: { input_tokens: 5000, output_tokens: 1 } },
    }
    const env = makeFakeClis({ claude: `echo half > a.txt; ${say(message)}; sleep 300` })
    writePlan(repository, { a: { agent: 'claude', prompt: 'x', budget: { tokens: 1000 } } })
    const { tasks } = await runToReport(repository, [], { env })

    expect(tasks.a).toMatchObject({
      outcome: 'over-budget',
      reason: 'the budget of the task (1000 tokens) is used up',
      tokens: 5001,
    })
    expect(repository.show(tasks.a?.kept as string, 'a.txt')).toBe('half')
  })
})

test('a retry can use another model and another agent', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const env = makeFakeClis({
    claude: `echo "$*" | grep -o 'model [a-z]*' >> ${folder}/models; ${claudeResult()}`,
  })
  writePlan(
    repository,
    { a: { agent: 'first', prompt: 'x', retries: [{ model: 'opus' }, { agent: 'spare' }] } },
    {
      agents: {
        first: { use: 'claude', model: 'haiku', prompt: 'You are brief.' },
        spare: { command: 'cp "$PARALLEL_AGENTS_PROMPT_FILE" a.txt' },
      },
    },
  )
  const { tasks, integration } = await runToReport(repository, [], { env })

  expect(readFileSync(join(folder, 'models'), 'utf8')).toBe('model haiku\nmodel opus\n')
  expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 3, agent: 'spare' })
  expect(repository.git('log', '-1', '--format=%b', tasks.a?.commit as string)).toContain('Agent: spare')
  expect(repository.show(integration.branch as string, 'a.txt')).not.toContain('You are brief.')
})

test('reports without a change reach all dependents, also indirect ones', async () => {
  const repository = makeRepository()
  writePlan(repository, {
    scout: {
      script: 'echo "The lock is in src/lock." > "$PARALLEL_AGENTS_REPORT_FILE"',
      'allow-no-changes': true,
    },
    next: { script: 'cp "$PARALLEL_AGENTS_PROMPT_FILE" next.txt', needs: ['scout'] },
    last: { script: 'cp "$PARALLEL_AGENTS_PROMPT_FILE" last.txt', needs: ['next'] },
  })
  const { integration } = await runToReport(repository)

  expect(repository.show(integration.branch as string, 'next.txt')).toContain('The lock is in src/lock.')
  expect(repository.show(integration.branch as string, 'last.txt')).toContain('The lock is in src/lock.')
})

test('a limit that an agent cannot keep is refused with the plan', async () => {
  const repository = makeRepository()
  writePlan(
    repository,
    { a: { agent: 'x', prompt: 'x' } },
    { agents: { x: { use: 'codex', 'max-turns': 3, mode: 'yolo' } } },
  )
  const { code, stderr } = await runCli(repository.folder, ['plan', 'plan.yml'])

  expect(code).toBe(2)
  expect(stderr).toContain('codex cannot limit its turns: remove `max-turns`')
  expect(stderr).toContain('`yolo` is not a mode of codex: it must be one of read-only, workspace-write')
})

test('a task stays parked while others of its run are redone', async () => {
  const repository = makeRepository()
  const command = `echo '{"limit":"usage limit reached, try again in 2 hours"}'; exit 1`
  const limited = { command, output: 'jsonl', error: 'limit', 'error-patterns': { quota: ['usage limit'] } }
  writePlan(
    repository,
    { a: { agent: 'limited', prompt: 'x' }, bad: { script: 'exit 3', retries: 0 } },
    { 'on-quota': 'stop', agents: { limited } },
  )
  const first = await runCli(repository.folder, ['run', '--json'])
  const { run, tasks } = JSON.parse(first.stdout)
  const second = await runCli(repository.folder, ['run', '--resume', run, '--only', 'bad', '--json'])

  expect([first.code, second.code]).toEqual([75, 75])
  expect(tasks.a.outcome).toBe('parked')
  expect(JSON.parse(second.stdout).tasks.a).toMatchObject({ outcome: 'parked', retryAt: tasks.a.retryAt })
}, 60_000)
