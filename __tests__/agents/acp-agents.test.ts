import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { startScriptedModel } from './scripted-model.ts'

const bin = fileURLToPath(new URL('./node_modules/.bin', import.meta.url))

let model: LLMock

beforeAll(async () => {
  model = await startScriptedModel([
    {
      about: 'TASK-GREET',
      command: 'mkdir -p src && echo "export const greeting = \'hello\'" > src/greet.mjs',
    },
    {
      about: 'TASK-SHOUT',
      command:
        'grep -q hello src/greet.mjs && echo "export { greeting } from \'./greet.mjs\'" > src/shout.mjs',
    },
    { about: 'TASK-DOCS', command: 'echo "How to greet." > GUIDE.md' },
    {
      about: 'TASK-STRAY',
      command: 'echo stray > stray.txt',
      afterRefusal: 'echo right > right.txt',
    },
  ])
})

afterAll(() => model.stop())

/** Codex walls its commands off by itself, which fails in some containers: it is told not to. */
const modes: Readonly<Record<string, string>> = { codex: ', mode: agent-full-access' }
const models: Readonly<Record<string, string>> = { opencode: ', model: loopback/scripted' }

const toAgent = (agent: string) => `agent: real
agents: { real: { use: ${agent}, via: acp${modes[agent] ?? ''}${models[agent] ?? ''} } }
max-parallel: 2
stall-minutes: 2
`

const three = (agent: string) => `${toAgent(agent)}
tasks:
  greet: { prompt: "TASK-GREET: write the greeting.", files: [src/greet.mjs], test: node src/greet.mjs }
  shout: { prompt: "TASK-SHOUT: shout it.", needs: [greet], files: [src/shout.mjs], test: node src/shout.mjs }
  docs: { prompt: "TASK-DOCS: describe it.", files: [GUIDE.md] }
integration: { test: node src/shout.mjs && cat GUIDE.md }
`

const stray = (agent: string) => `${toAgent(agent)}
tasks:
  stray: { prompt: "TASK-STRAY: write the right file.", files: [right.txt] }
`

/** A home of its own for the agent, so that nothing of the machine's user is read or written. */
function makeHome(): string {
  const home = makeFolder('home')
  mkdirSync(join(home, '.codex'))
  const provider = `base_url = "${model.url}/v1"\nenv_key = "CODEX_TEST_KEY"\nwire_api = "responses"`
  writeFileSync(
    join(home, '.codex', 'config.toml'),
    `model = "gpt-5-codex"\nmodel_provider = "loopback"\n[model_providers.loopback]\nname = "loopback"\n${provider}\n`,
  )
  return home
}

function toEnvironment(): Record<string, string> {
  const home = makeHome()
  const scripted = { name: 'scripted', tool_call: true, limit: { context: 100_000, output: 4000 } }
  const loopback = {
    npm: '@ai-sdk/openai-compatible',
    options: { baseURL: `${model.url}/v1`, apiKey: 'loopback' },
    models: { scripted },
  }
  return {
    HOME: home,
    CODEX_HOME: join(home, '.codex'),
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    ANTHROPIC_BASE_URL: model.url,
    ANTHROPIC_API_KEY: 'loopback',
    CODEX_TEST_KEY: 'loopback',
    IS_SANDBOX: '', // where it is set, the server lets Claude Code skip permissions, which that refuses to root
    OPENCODE_CONFIG_CONTENT: JSON.stringify({
      provider: { loopback },
      model: 'loopback/scripted',
      share: 'disabled',
    }),
    OPENCODE_DISABLE_AUTOUPDATE: '1',
    OPENCODE_DISABLE_MODELS_FETCH: '1',
  }
}

describe.each([
  ['claude', true],
  ['codex', false],
  ['opencode', false],
] as const)('%s in a session', (agent, knowsCost) => {
  test('does a plan of three tasks, from the plan to the merged and tested branch', async () => {
    const repository = makeRepository()
    repository.write({ 'plan.yml': three(agent) })
    const report = await runToReport(repository, [], { env: toEnvironment() })
    const logs = await Promise.all(
      ['greet', 'shout', 'docs'].map(task => runCli(repository.folder, ['logs', task, '--raw'])),
    )

    expect({
      status: report.status,
      logs: report.status === 'landed' ? '' : logs.map(log => log.stdout).join('\n'),
    }).toEqual({ status: 'landed', logs: '' })
    for (const task of Object.values(report.tasks)) {
      expect(task.attempts).toBe(1)
      expect(task.tokens).toBeGreaterThan(0)
      if (knowsCost) expect(task.costUsd).toBeGreaterThan(0)
      expect(task.agentVersion).toMatch(/^\d+\.\d+/)
    }
  }, 180_000)

  test('corrects what was out of its scope in the same session', async () => {
    const repository = makeRepository()
    repository.write({ 'plan.yml': stray(agent) })
    const report = await runToReport(repository, [], { env: toEnvironment() })
    const log = await runCli(repository.folder, ['logs', 'stray', '--raw'])

    expect({ status: report.status, log: report.status === 'landed' ? '' : log.stdout }).toEqual({
      status: 'landed',
      log: '',
    })
    expect(report.tasks.stray).toMatchObject({ attempts: 2, filesChanged: 1 })
    const sessions = log.stdout.split('\n').filter(line => line.includes('"acp":"session"'))
    expect(new Set(sessions).size).toBe(1)
    expect(report.tasks.stray?.via).toBe('acp')
  }, 180_000)
})
