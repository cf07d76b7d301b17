import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { makeAcp } from '../support/acp.ts'
import { runCli, runToReport } from '../support/cli.ts'
import { claudeResult, makeFakeClis } from '../support/fake-cli.ts'
import { type ScriptedTask, writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'

const server = makeAcp(`{
  session: { configOptions: [{ id: 'm', category: 'model', type: 'select', currentValue: 'small', options: [{ value: 'small', name: 'Small' }] }] },
  async turn(stage) {
    write(join(stage.cwd, 'a.txt'), 'by the server\\n')
  },
}`)
const first = join(makeFolder('opencode'), 'first')
const env = makeFakeClis({
  claude: `echo 'by the command line' > a.txt\n${claudeResult()}`,
  'claude-agent-acp': `exec ${server.settings.acp}`,
  codex: `cp "$PARALLEL_AGENTS_PROMPT_FILE" b.txt\necho 'by the command line' > a.txt\necho '{"type":"turn.completed"}'`,
  opencode: `mkdir ${first} && { echo "Error: database is locked" >&2; exit 1; }\nexec ${server.settings.acp}`,
  'codex-acp': 'echo "unexpected argument" >&2; exit 1',
})

const agents = {
  usual: { use: 'claude' },
  priced: { use: 'claude', model: 'large' },
  insisting: { use: 'claude', model: 'large', via: 'acp' },
  given: { use: 'claude', args: ['--verbose'] },
  broken: { use: 'codex' },
  crowded: { use: 'opencode' },
}

function makePlanned(rest: Readonly<Record<string, unknown>> = {}): TestRepository {
  const repository = makeRepository()
  const tasks = Object.keys(agents).map((agent): [string, ScriptedTask] => [
    agent,
    { prompt: 'Write a.txt.', agent, retries: 0 },
  ])
  writePlan(repository, Object.fromEntries(tasks), {
    sandbox: 'none',
    overlap: 'warn',
    'max-parallel': 6,
    agents,
    ...rest,
  })
  return repository
}

let repository: TestRepository
let report: Report

beforeAll(async () => {
  repository = makePlanned()
  report = await runToReport(repository, [], { env })
})

test('an agent whose server is installed works in a session, unless its settings need the command line', async () => {
  expect(report.tasks.usual).toMatchObject({ outcome: 'succeeded', via: 'acp' })
  expect(report.tasks.given).toMatchObject({ outcome: 'succeeded', via: 'cli' })
  const { stdout } = await runCli(repository.folder, ['plan'], { env })
  expect(stdout).toContain(
    'usual (claude): runs through the Agent Client Protocol, because claude-agent-acp is installed',
  )
  expect(stdout).toContain(
    'given (claude): runs as a command line, because its ACP server does not support `args`',
  )
})

test('the command line takes over if the server lacks the model or does not start, and the log says why', async () => {
  expect(report.tasks.priced).toMatchObject({ outcome: 'succeeded', attempts: 1, via: 'cli' })
  expect(report.tasks.broken).toMatchObject({ outcome: 'succeeded', attempts: 1, via: 'cli' })
  const { stdout } = await runCli(repository.folder, ['logs', 'priced'], { env })
  expect(stdout).toContain(
    'continues as a command line, because its ACP server cannot be used: its model cannot be large: it offers small',
  )
})

test('the command line is not told of tools that only its server has', () => {
  const told = repository.show(report.tasks.broken?.branch as string, 'b.txt')
  expect(told).toContain('Write a.txt.')
  expect(told).not.toContain('You have tools')
})

test('the command line takes over from a server that never answers', async () => {
  const waiting = makeFakeClis({
    claude: `echo 'by the command line' > a.txt\n${claudeResult()}`,
    'claude-agent-acp': 'cat > /dev/null',
  })
  const own = makeRepository()
  const tasks = { one: { prompt: 'Write a.txt.', agent: 'claude', 'stall-minutes': 0.05, retries: 0 } }
  writePlan(own, tasks, { sandbox: 'none' })
  const result = await runToReport(own, [], { env: waiting })
  expect(result.tasks.one).toMatchObject({ outcome: 'succeeded', attempts: 1, via: 'cli' })
  const { stdout } = await runCli(own.folder, ['logs', 'one'], { env: waiting })
  expect(stdout).toContain('its ACP server cannot be used: it started, but did not answer')
})

test('a server is started again when another process of it was using its files', async () => {
  expect(report.tasks.crowded).toMatchObject({ outcome: 'succeeded', attempts: 1, via: 'acp' })
  const { stdout } = await runCli(repository.folder, ['logs', 'crowded'], { env })
  expect(stdout).toContain('another opencode process was using its database: Error: database is locked')
})

test('a plan with `via: acp` does not fall back to the command line', () => {
  expect(report.tasks.insisting?.outcome).toBe('infrastructure-error')
  expect(report.tasks.insisting?.reason).toContain('its model cannot be large')
})

test('a budget of tokens is watched while the agent works: by its command line', async () => {
  const { stdout } = await runCli(makePlanned({ budget: { tokens: 1000 } }).folder, ['plan'], { env })
  expect(stdout).toContain('usual (claude): runs as a command line, because `budget: tokens` is checked')
})

test('a server that brings its agent along needs no command line', async () => {
  const alone = makeFakeClis({ 'claude-agent-acp': `exec ${server.settings.acp}` })
  const own = makeRepository()
  writePlan(own, { one: { prompt: 'Write a.txt.', agent: 'claude' } }, { sandbox: 'none' })
  const path = alone.PATH.split(':').filter((folder, index) => index === 0 || !folder.includes('claude'))
  const { tasks } = await runToReport(own, [], { env: { PATH: path.join(':') } })
  expect(tasks.one).toMatchObject({ outcome: 'succeeded', via: 'acp' })
})

test('a server of the plan that never answers is not started again', async () => {
  const own = makeRepository()
  const agents = { mute: { acp: 'cat > /dev/null' } }
  const tasks = { one: { prompt: 'x', agent: 'mute', 'stall-minutes': 0.05, retries: 3 } }
  writePlan(own, tasks, { sandbox: 'none', agents })
  const result = await runToReport(own)

  expect(result.tasks.one).toMatchObject({
    outcome: 'infrastructure-error',
    attempts: 1,
    reason:
      'mute cannot be used: it started, but did not answer the Agent Client Protocol (see the output of mute)',
  })
})
