import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeAcp } from '../support/acp.ts'
import { runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const hangsOnce = (capabilities: string) =>
  makeAcp(`{
    capabilities: ${capabilities},
    async turn(stage) {
      write(join(stage.cwd, 'a.txt'), 'A\\n')
      const isSecond = existsSync(process.env.ACP_LOG + '.second')
      const cost = { amount: isSecond ? 0.5 : 0.2, currency: 'USD' }
      stage.update({ sessionUpdate: 'usage_update', used: 1, size: 10, cost })
      if (!existsSync(process.env.ACP_LOG + '.second')) {
        write(process.env.ACP_LOG + '.second', '')
        await sleep(60_000)
      }
    },
  }`)

/** Whether the harness has heard what the session has cost. */
function hasToldCost(folder: string): boolean {
  const state = join(folder, '.git', 'parallel-agents')
  if (!existsSync(state)) return false
  const names = readdirSync(state, { recursive: true, encoding: 'utf8' })
  const logs = names.filter(name => name.endsWith('one.log'))
  return logs.some(name => readFileSync(join(state, name), 'utf8').includes('"acp":"cost"'))
}

test.each([
  ['loaded', '{ loadSession: true }', ['session/load', 'session/prompt # Your work was interrupted'], 0.5],
  [
    'resumed',
    '{ sessionCapabilities: { resume: {} } }',
    ['session/resume', 'session/prompt # Your work was interrupted'],
    0.5,
  ],
  ['begun afresh', '{}', ['session/new', 'session/prompt # one'], 0.7],
])(
  'after the death of the harness, a session is %s, as the agent can, and told what happened',
  async (_, capabilities, calls, cost) => {
    const acp = hangsOnce(capabilities)
    const repository = makeRepository()
    writePlan(
      repository,
      { one: { prompt: 'Write a.txt.', agent: 'talker' } },
      { sandbox: 'none', agents: { talker: acp.settings } },
    )
    const first = startCli(repository.folder, ['run'])
    await until(() => hasToldCost(repository.folder))
    first.kill('SIGKILL')
    await untilClosed(first)
    const before = acp.log().length
    const report = await runToReport(repository)

    expect(report.tasks.one).toMatchObject({ outcome: 'succeeded', attempts: 1, via: 'acp' })
    expect(report.tasks.one?.costUsd).toBeCloseTo(cost)
    const after = acp
      .log()
      .slice(before)
      .map(line =>
        line
          .split(' ')
          .slice(1)
          .join(' ')
          .replace(/(load|resume|new) .*/, '$1'),
      )
    expect(after.map(line => line.trim())).toEqual(['initialize', ...calls])
  },
  60_000,
)

test('an attempt after one that ended because its context is full has a fresh session', async () => {
  const acp = makeAcp(`{
    async turn(stage) {
      if (existsSync(process.env.ACP_LOG + '.second')) return write(join(stage.cwd, 'a.txt'), 'A')
      write(process.env.ACP_LOG + '.second', '')
      throw { rpc: { code: -32603, message: 'prompt is too long: 250000 tokens > 200000 maximum' } }
    },
  }`)
  const repository = makeRepository()
  const tasks = { one: { prompt: 'Write a.txt.', agent: 'talker' } }
  writePlan(repository, tasks, { sandbox: 'none', agents: { talker: acp.settings } })
  const report = await runToReport(repository)

  expect(report.tasks.one).toMatchObject({ outcome: 'succeeded', attempts: 2 })
  const calls = acp.log().map(line => line.split(' ').slice(1).join(' ').trim())
  const fresh = ['initialize', 'session/new', 'session/prompt # one']
  expect(calls).toEqual([...fresh, ...fresh])
})

test('the cost of a session that died in the middle of a turn is known in part, whatever its exit code', async () => {
  const cost = { amount: 0.4, currency: 'USD' }
  const update = JSON.stringify({ sessionUpdate: 'usage_update', used: 1, size: 2, cost })
  const acp = makeAcp(`{ async turn(stage) { stage.update(${update}); await sleep(500); process.exit(0) } }`)
  const repository = makeRepository()
  const tasks = { one: { prompt: 'Write a.txt.', agent: 'talker', retries: 0 } }
  writePlan(repository, tasks, { sandbox: 'none', agents: { talker: acp.settings } })
  const report = await runToReport(repository)

  expect(report.tasks.one).toMatchObject({ outcome: 'failed', usage: { costUsd: 0.4, costKnown: 'part' } })
})

test('a retry with another model sets it in the session that it continues', async () => {
  const option = (current: string) => {
    const options = ['small', 'large'].map(value => ({ value, name: value }))
    return { id: 'm', category: 'model', type: 'select', currentValue: current, options }
  }
  const acp = makeAcp(`{
    session: { configOptions: [${JSON.stringify(option('small'))}] },
    async turn(stage) { write(join(stage.cwd, 'a.txt'), 'turn ' + stage.prompt) },
  }`)
  const repository = makeRepository()
  const retries = [{ model: 'large' }, {}, { agent: 'talker' }]
  const one = { prompt: 'Write a.txt.', agent: 'talker', test: 'grep 4 a.txt', retries }
  writePlan(repository, { one }, { sandbox: 'none', agents: { talker: acp.settings } })
  const report = await runToReport(repository)

  expect(report.tasks.one).toMatchObject({ outcome: 'succeeded', attempts: 4, model: 'small' })
  const calls = acp.log().map(line => line.split(' ').slice(1).join(' ').trim())
  const again = 'session/prompt # Your work was refused'
  const set = (model: string) => `session/set_config_option ${model}`
  const changes = [set('large'), again, again, set('small'), again]
  expect(calls).toEqual(['initialize', 'session/new', 'session/prompt # one', ...changes])
})
