import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

const header = "const { test } = require('node:test'); const assert = require('node:assert')\n"
const adds = "test('adds', () => { assert.equal(1 + 1, 2) })\n"
const subtracts = "test('subtracts', () => { assert.equal(2 - 1, 1) })\n"
const files = {
  'test/a.test.cjs': header + adds + subtracts,
  'test/b.test.cjs': `${header}test('is there', () => { assert.ok(true) })\n`,
  'run-tests.sh': 'node --test test/*.test.cjs\n',
  '.gitignore': 'conftest.py\n',
}
const skip =
  "sed -i.bak s/test\\(\\'adds/test.skip\\(\\'adds/ test/a.test.cjs; rm test/*.bak; echo x > x-$PARALLEL_AGENTS_TASK.txt"

describe('proof of work', () => {
  let repository: TestRepository
  let report: Report

  beforeAll(async () => {
    repository = makeRepository(files)
    const one = { retries: 0 }
    writePlan(
      repository,
      {
        deletes: { script: 'rm test/b.test.cjs; echo x > deletes.txt', ...one },
        corrected: {
          script: `if [ $PARALLEL_AGENTS_ATTEMPT = 1 ]; then ${skip}; else cp "$PARALLEL_AGENTS_PROMPT_FILE" told.txt; fi`,
          retries: 1,
        },
        owner: { script: skip, files: ['test/**', 'x-owner.txt'], ...one },
        nothing: {
          script: 'echo x > nothing.txt',
          test: 'node --test missing/ 2>/dev/null; node --test --test-name-pattern=zzz test/b.test.cjs | sed "s/tests 1/tests 0/"; printf "1..0\\n# tests 0\\n# pass 0\\n# fail 0\\n"',
          ...one,
        },
        fewer: {
          script: 'echo "{}" > package.json; echo "node --test test/b.test.cjs" > run-tests.sh',
          test: 'sh run-tests.sh',
          ...one,
        },
        shadow: { script: 'echo x > conftest.py; echo x > shadow.txt', test: 'true', ...one },
        fine: { script: 'cat test/b.test.cjs > test/c.test.cjs', test: 'sh run-tests.sh', ...one },
      },
      { overlap: 'warn' },
    )
    report = await runToReport(repository)
  })

  test('refuses a task that deletes tests that it does not own', () => {
    const { outcome, reason } = report.tasks.deletes ?? {}
    expect({ outcome, reason }).toEqual({
      outcome: 'failed',
      reason: 'tests would be weakened: test/b.test.cjs: deleted, with 1 test',
    })
  })

  test('takes skipped tests back and tells the agent what to do', () => {
    const { corrected } = report.tasks
    expect(corrected).toMatchObject({ outcome: 'succeeded', attempts: 2, weakenedTests: [] })
    const commit = corrected?.commit as string
    expect(repository.show(commit, 'test/a.test.cjs')).toBe(files['test/a.test.cjs'].trimEnd())
    expect(repository.show(commit, 'told.txt')).toContain('test/a.test.cjs: 1 test or group skipped')
    expect(repository.show(commit, 'told.txt')).toContain('change the code, not the tests')
  })

  test('names what a task did to tests of its own scope', () => {
    expect(report.tasks.owner).toMatchObject({
      outcome: 'succeeded',
      weakenedTests: ['test/a.test.cjs: 1 test or group skipped'],
    })
  })

  test('refuses a test that ran nothing', () => {
    expect(report.tasks.nothing?.reason).toMatch(/^the test \(.*\) passed without running a test$/s)
  })

  test('refuses a change after which fewer tests run', () => {
    expect(report.tasks.fewer?.outcome).toBe('failed')
    expect(report.tasks.fewer?.reason).toMatch(
      /ran 3 tests without the change of this task, and with it 1 ran/,
    )
  })

  test('refuses an ignored file that decides what the test proves', () => {
    expect(report.tasks.shadow?.reason).toMatch(/^conftest.py affects the test, but git ignores it/)
  })

  test('accepts a task that adds tests', () => {
    expect(report.tasks.fine).toMatchObject({ outcome: 'succeeded', weakenedTests: [] })
  })
})

test('leaves out the branch with which the integration test runs nothing', async () => {
  const repository = makeRepository(files)
  const nothing = 'printf "1..0\\n# tests 0\\n# pass 0\\n# fail 0\\n"'
  writePlan(
    repository,
    {
      empties: { script: `echo '${nothing}' > run-tests.sh`, files: ['run-tests.sh'] },
      fine: { script: 'echo fine > fine.txt', files: ['fine.txt'] },
    },
    { integration: { test: 'sh run-tests.sh' } },
  )
  const report = await runToReport(repository)

  expect(report.tasks.empties).toMatchObject({ outcome: 'succeeded', landing: 'evicted' })
  expect(report.tasks.empties?.reason).toContain('the integration test passed without running a test')
  expect(report.tasks.fine?.landing).toBe('landed')
  expect(report.integration.tests).toBe('passed')
})
