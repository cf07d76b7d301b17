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
      if (!existsSync(process.env.ACP_LOG + '.second')) {
        write(process.env.ACP_LOG + '.second', '')
        await sleep(60_000)
      }
    },
  }`)

test.each([
  ['loaded', '{ loadSession: true }', ['session/load', 'session/prompt # Your work was interrupted']],
  [
    'resumed',
    '{ sessionCapabilities: { resume: {} } }',
    ['session/resume', 'session/prompt # Your work was interrupted'],
  ],
  ['begun afresh', '{}', ['session/new', 'session/prompt # one']],
])(
  'after the death of the harness, a session is %s, as the agent can, and told what happened',
  async (_, capabilities, calls) => {
    const acp = hangsOnce(capabilities)
    const repository = makeRepository()
    writePlan(
      repository,
      { one: { prompt: 'Write a.txt.', agent: 'talker' } },
      { sandbox: 'none', agents: { talker: acp.settings } },
    )
    const first = startCli(repository.folder, ['run'])
    await until(() => acp.log().some(line => line.includes('session/prompt')))
    first.kill('SIGKILL')
    await untilClosed(first)
    const before = acp.log().length
    const report = await runToReport(repository)

    expect(report.tasks.one).toMatchObject({ outcome: 'succeeded', attempts: 1, via: 'acp' })
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
