import type { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { makeRepository } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'
import { threeAnswers, threeTasks, toLoopbackEnvironment } from './loopback.ts'
import { startScriptedModel } from './scripted-model.ts'

let model: LLMock

beforeAll(async () => {
  model = await startScriptedModel([...threeAnswers])
})

afterAll(() => model.stop())

/** Codex has a sandbox of its own, which fails in some containers: without a sandbox around it, it is told not to. */
const modes: Readonly<Record<string, string>> = hasSandbox ? {} : { codex: ', mode: danger-full-access' }

const plan = (agent: string) => `
agent: real
agents: { real: { use: ${agent}, via: cli${modes[agent] ?? ''} } }
max-parallel: 2
stall-minutes: 2
${threeTasks}`

function toEnvironment(): Record<string, string> {
  return {
    ...toLoopbackEnvironment(model.url),
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
      expect(report.sandbox).toBe(hasSandbox ? 'bubblewrap' : 'none')
      if (agent === 'claude') expect(report.tasks.greet?.summary).toBe('The greeting is there.')
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
