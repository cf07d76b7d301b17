import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, openTestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

describe('logs', () => {
  test('tell why an attempt was refused and how the task ended', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'echo x > elsewhere.txt', files: ['a.txt'], retries: 1 } })
    await runToReport(repository)
    const { stdout } = await runCli(repository.folder, ['logs', 'a'])

    expect(stdout).toContain('── attempt 1 refused: ')
    expect(stdout).toContain('── out-of-scope: ')
    expect(stdout).toContain('elsewhere.txt')
  })

  test('leave out control characters, except with --raw', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: `printf '\\033[2Jred\\033[0m \\033]0;title\\007line\\n'; echo a > a.txt` },
    })
    await runToReport(repository)

    expect((await runCli(repository.folder, ['logs', 'a'])).stdout).toContain('\nred line\n')
    expect((await runCli(repository.folder, ['logs', 'a', '--raw'])).stdout).toContain('\u001b[2Jred')
  })

  test('can be read in any clone that has fetched, also those of the integration', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      { a: { script: 'echo said; echo a > a.txt' } },
      { integration: { test: 'echo tested' } },
    )
    await runToReport(repository)
    const clone = openTestRepository(makeFolder('clone'))
    clone.git('clone', '--quiet', repository.folder, '.')
    clone.git('fetch', '--quiet', 'origin', '+refs/parallel-agents/*:refs/parallel-agents/*')

    expect((await runCli(clone.folder, ['logs', 'a'])).stdout).toContain('\nsaid\n')
    expect((await runCli(clone.folder, ['logs', 'integration'])).stdout).toContain('\ntested\n')
  })

  test('--follow waits for a task that has not begun', async () => {
    const repository = makeRepository()
    const env = { GO: `${repository.folder}/go`, MARK: `${repository.folder}/mark` }
    writePlan(
      repository,
      {
        first: { script: 'touch "$MARK"; while [ ! -f "$GO" ]; do sleep 0.05; done; echo 1 > 1.txt' },
        second: { script: 'echo here I am; echo 2 > 2.txt', needs: ['first'] },
      },
      { env },
    )
    const run = untilClosed(startCli(repository.folder, ['run']))
    await until(() => repository.git('status', '--porcelain').includes('mark'))
    const logs = untilClosed(startCli(repository.folder, ['logs', 'second', '--follow']))
    await new Promise(resolve => setTimeout(resolve, 400))
    repository.write({ go: '' })
    await run

    expect((await logs).stdout).toContain('here I am')
  })
})
