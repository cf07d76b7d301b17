import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { hasWalls } from '../support/walls.ts'
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
  ])
})

afterAll(() => model.stop())

/** Codex walls its commands off by itself, which fails in some containers: without walls around it, it is told not to. */
const modes: Readonly<Record<string, string>> = hasWalls ? {} : { codex: ', mode: danger-full-access' }

const plan = (agent: string) => `
agent: real
agents: { real: { use: ${agent}${modes[agent] ?? ''} } }
max-parallel: 2
stall-minutes: 2
tasks:
  greet: { prompt: "TASK-GREET: write the greeting.", files: [src/greet.mjs], test: node src/greet.mjs }
  shout: { prompt: "TASK-SHOUT: shout it.", needs: [greet], files: [src/shout.mjs], test: node src/shout.mjs }
  docs: { prompt: "TASK-DOCS: describe it.", files: [GUIDE.md] }
integration: { test: node src/shout.mjs && cat GUIDE.md }
`

/** A home of its own for the CLI, so that nothing of the machine's user is read or written. */
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
  return {
    HOME: home,
    CODEX_HOME: join(home, '.codex'),
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    ANTHROPIC_BASE_URL: model.url,
    ANTHROPIC_API_KEY: 'loopback',
    CODEX_TEST_KEY: 'loopback',
    PARALLEL_AGENTS_SANDBOX: 'auto',
  }
}

describe('a plan of three tasks', () => {
  for (const [agent, knowsCost] of [
    ['claude', true],
    ['codex', false],
  ] as const) {
    test(`is done by the real ${agent}, from the plan to the merged and tested branch`, async () => {
      const repository = makeRepository()
      repository.write({ 'plan.yml': plan(agent) })
      const env = toEnvironment()
      const report = await runToReport(repository, [], { env })
      const logs = await Promise.all(
        ['greet', 'shout', 'docs'].map(task => runCli(repository.folder, ['logs', task, '--raw'])),
      )

      expect({
        status: report.status,
        logs: report.status === 'landed' ? '' : logs.map(log => log.stdout).join('\n'),
      }).toEqual({ status: 'landed', logs: '' })
      expect(repository.show(report.integration.branch as string, 'src/shout.mjs')).toBe(
        "export { greeting } from './greet.mjs'",
      )
      expect(repository.show(report.integration.branch as string, 'GUIDE.md')).toBe('How to greet.')
      expect(report.sandbox).toBe(hasWalls ? 'bubblewrap' : 'none')
      for (const task of Object.values(report.tasks)) {
        expect(task.attempts).toBe(1)
        expect(task.tokens).toBeGreaterThan(0)
        expect(task.costUsd !== null).toBe(knowsCost)
      }
      const words = await runCli(repository.folder, ['logs', 'greet'])
      expect(words.stdout).toContain('I have done the task.')
      expect(words.stdout).not.toContain('{"type"')
    }, 120_000)
  }
})
