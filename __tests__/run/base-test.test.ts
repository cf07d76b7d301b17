import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

/** An agent that ends as soon as the base was tested, or after a few seconds. */
const untilTested = (log: string) =>
  `i=0; until grep -qs tested ${log} || [ $i = 80 ]; do sleep 0.1; i=$((i+1)); done; sleep 0.5; echo a > a.txt`

describe('the base', () => {
  test('is tested beside the agents, and its failures are reported before they end', async () => {
    const repository = makeRepository({
      'old.test.mjs': `import { test } from 'node:test'\ntest('has failed for years', () => { throw new Error('old') })\n`,
    })
    const log = join(makeFolder('log'), 'log')
    const integration = {
      test: `node --test --test-reporter=tap; code=$?; echo tested >> ${log}; exit $code`,
    }
    writePlan(repository, { a: { script: untilTested(log) } }, { integration })
    const { stderr } = await runToReport(repository)

    expect(stderr.split('\n').find(line => line.includes('already fails'))).toContain(
      '1 test already fails on main, before any change by a task: has failed for years',
    )
    expect(stderr.indexOf('already fails')).toBeLessThan(stderr.indexOf('a: succeeded'))
  }, 20_000)

  test('says that its test cannot work at all', async () => {
    const repository = makeRepository()
    const log = join(makeFolder('log'), 'log')
    const integration = { test: `echo tested >> ${log}; no-such-runner` }
    writePlan(repository, { a: { script: untilTested(log) } }, { integration })
    const { stderr } = await runToReport(repository)

    expect(stderr).toMatch(
      /on main, before any change by a task, the integration test ended with exit code 127: .*no-such-runner.*Unless a task fixes this, nothing can land/,
    )
  }, 20_000)

  test('is not tested again by the integration when it has passed', async () => {
    const repository = makeRepository({ 'a.txt': 'good\n' })
    const log = join(makeFolder('log'), 'log')
    const integration = { test: `cat a.txt >> ${log}; echo tested >> ${log}; grep -q good a.txt` }
    writePlan(repository, { a: { script: untilTested(log).replace('echo a', 'echo bad') } }, { integration })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.landing).toBe('evicted')
    expect(readFileSync(log, 'utf8').match(/good/g)).toHaveLength(1)
  }, 20_000)
})

test('tests that pass although their output names failures are doubted in the report', async () => {
  const repository = makeRepository()
  const output = 'TAP version 13\\nok 1 - one\\nnot ok 2 - two\\n1..2\\n'
  writePlan(
    repository,
    { a: { script: 'echo a > a.txt' } },
    { integration: { test: `printf '${output}' | tee log` } },
  )
  const { integration } = await runToReport(repository)

  expect(integration.tests).toBe('passed')
  expect(integration.warnings).toEqual([
    expect.stringContaining('exit code 0, but its output names failures: two'),
  ])
  const again = await runCli(repository.folder, ['merge'])
  expect(again.stdout).toContain('warning: the integration test ended with exit code 0, but')
})

test('a result on which fewer tests ran than on the base is doubted in the report', async () => {
  const repository = makeRepository({ 'tests.txt': 'ok 1 - one\nok 2 - two\n1..2\n' })
  const log = join(makeFolder('log'), 'log')
  const integration = { test: `echo tested >> ${log}; cat tests.txt` }
  const script = untilTested(log).replace('echo a > a.txt', `printf 'ok 1 - one\\n1..1\\n' > tests.txt`)
  writePlan(repository, { a: { script } }, { integration })
  const report = await runToReport(repository)

  expect(report.integration).toMatchObject({
    tests: 'passed',
    warnings: ['the integration test ran 2 tests on main before the tasks, and 1 on the result'],
  })
}, 20_000)
