import type { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { makeRepository } from '../support/repository.ts'
import { threeAnswers, threeTasks, toLoopbackEnvironment } from './loopback.ts'
import { startScriptedModel } from './scripted-model.ts'

let model: LLMock

beforeAll(async () => {
  model = await startScriptedModel([
    { about: 'TASK-NEXT', command: 'cat begun.txt > next.txt' },
    { about: 'TASK-BEGIN', command: 'echo begun > begun.txt' },
    ...threeAnswers,
    {
      about: 'TASK-STRAY',
      command: 'echo stray > stray.txt',
      afterRefusal: 'echo right > right.txt',
    },
  ])
})

afterAll(() => model.stop())

/** Codex has a sandbox of its own, which fails in some containers: it is told not to. */
const modes: Readonly<Record<string, string>> = { codex: ', mode: agent-full-access' }
const models: Readonly<Record<string, string>> = { opencode: ', model: loopback/scripted' }

const toAgent = (agent: string) => `agent: real
agents: { real: { use: ${agent}${modes[agent] ?? ''}${models[agent] ?? ''} } }
max-parallel: 2
stall-minutes: 2
`

const three = (agent: string) => `${toAgent(agent)}
${threeTasks}`

const stray = (agent: string) => `${toAgent(agent)}
tasks:
  stray: { prompt: "TASK-STRAY: write the right file.", files: [right.txt] }
`

const chain = (agent: string) => `${toAgent(agent)}
session: chain
tasks:
  begin: { prompt: "TASK-BEGIN: write the first file.", files: [begun.txt] }
  next: { prompt: "TASK-NEXT: write the next file.", needs: [begin], files: [next.txt] }
`

function toEnvironment(): Record<string, string> {
  const scripted = { name: 'scripted', tool_call: true, limit: { context: 100_000, output: 4000 } }
  const loopback = {
    npm: '@ai-sdk/openai-compatible',
    options: { baseURL: `${model.url}/v1`, apiKey: 'loopback' },
    models: { scripted },
  }
  return {
    ...toLoopbackEnvironment(model.url),
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
    if (agent !== 'codex') expect(report.tasks.greet?.summary).toBe('The greeting is there.')
    for (const task of Object.values(report.tasks)) {
      const why = task.via === 'acp' ? '' : logs.map(log => log.stdout).join('\n')
      expect({ via: task.via, why }).toEqual({ via: 'acp', why: '' })
      expect(task.attempts).toBe(1)
      expect(task.tokens).toBeGreaterThan(0)
      if (knowsCost) expect(task.costUsd).toBeGreaterThan(0)
      expect(task.agentVersion).toMatch(/^\d+\.\d+/)
    }
  }, 300_000)

  test('reverts an edit outside its scope in the same session', async () => {
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
  }, 300_000)
})

test.each(['claude', 'codex'])(
  '%s continues the session of a prerequisite in the checkout of the next task',
  async agent => {
    const repository = makeRepository()
    repository.write({ 'plan.yml': chain(agent) })
    const report = await runToReport(repository, [], { env: toEnvironment() })
    const logs = await Promise.all(
      ['begin', 'next'].map(task => runCli(repository.folder, ['logs', task, '--raw'])),
    )

    expect({ status: report.status, log: report.status === 'landed' ? '' : logs[1]?.stdout }).toEqual({
      status: 'landed',
      log: '',
    })
    expect(repository.show(report.integration.branch as string, 'next.txt')).toBe('begun')
    const [first, second] = logs.map(({ stdout }) => /"acp":"session","id":"([^"]+)"/.exec(stdout)?.[1])
    expect(second).toBe(first)
    expect(second).toBeDefined()
  },
  300_000,
)
