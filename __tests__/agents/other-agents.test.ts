import { delimiter, dirname } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { bin, threeAnswers, threeTasks } from './loopback.ts'
import { furnish, type OtherCli, otherClis } from './other-clis.ts'
import { startScriptedModel } from './scripted-model.ts'

/** Three tasks that land, the last of which is limited at first; one that changes nothing; and, at the end, a key that is refused. */
const toPlan = ({ name, model: scripted }: OtherCli) => `
agent: real
agents: { real: { use: ${name}, via: cli, model: ${scripted} } }
sandbox: none
max-parallel: 2
retries: 0
backoff-seconds: [1]
stall-minutes: 2
${threeTasks.split('integration:')[0]}
  nothing: { prompt: "TASK-NOTHING: look around.", files: [nothing.txt] }
  denied: { prompt: "TASK-DENIED: write it.", files: [denied.txt], needs: [shout, docs] }
integration: { test: node src/shout.mjs && cat GUIDE.md }
`

const limit = { status: 429, message: 'Rate limit reached for requests', times: 1 }
const denial = { status: 401, message: 'Incorrect API key provided', times: Number.POSITIVE_INFINITY }

function toAnswers() {
  return [
    ...threeAnswers.map(answer => (answer.about === 'TASK-DOCS' ? { ...answer, errors: limit } : answer)),
    { about: 'TASK-NOTHING', command: 'true' },
    { about: 'TASK-DENIED', command: 'true', errors: denial },
  ]
}

const node = Number(process.versions.node.split('.')[0])

describe.each(otherClis)('$name as a command line', cli => {
  const runs = cli.node <= node ? test : test.skip
  const title = `does its tasks, waits for a limit, and stops at a refused key (needs node ${cli.node})`

  runs(
    title,
    async () => {
      const script = await startScriptedModel(toAnswers())
      const repository = makeRepository()
      const home = makeFolder('home')
      furnish(home, cli, script.url)
      repository.write({ 'plan.yml': toPlan(cli) })
      const PATH = [bin, dirname(process.execPath), process.env.PATH].join(delimiter)
      const report = await runToReport(repository, [], { env: { HOME: home, PATH, ...cli.env(script.url) } })
      await script.stop()
      const { greet, shout, docs, nothing, denied } = report.tasks
      const logs = await Promise.all(
        ['greet', 'docs', 'denied'].map(task => runCli(repository.folder, ['logs', task, '--raw'])),
      )
      const isRight = [greet, shout, docs].every(task => task?.landing === 'landed')

      expect(isRight ? '' : logs.map(log => log.stdout).join('\n')).toBe('')
      for (const task of [greet, shout, docs]) {
        expect(task).toMatchObject({ landing: 'landed', attempts: 1 })
        expect(task?.tokens).toBeGreaterThan(0)
      }
      expect(report.integration.tests).toBe('passed')
      expect(nothing).toMatchObject({ outcome: 'no-changes', attempts: 1 })
      expect(denied).toMatchObject({ outcome: 'infrastructure-error' })
      expect(denied?.reason).toMatch(/cannot be used: .*(401|Incorrect API key|[Aa]uthenticat)/)
    },
    300_000,
  )
})
