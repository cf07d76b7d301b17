import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

/** The test that is red: nothing that a task does below adds the file that it wants. */
const files = {
  'test/check.mjs': "import { existsSync } from 'node:fs'\nif (!existsSync('wanted.txt')) process.exit(1)\n",
  'package.json': '{ "scripts": { "test": "node test/check.mjs" } }\n',
  '.gitignore': 'test/*.local.mjs\n',
  'build.mjs': '',
}
const green = "echo 'process.exitCode = 0' >"
const once = { retries: 0 }

describe('a red test of protected files', () => {
  let report: Report

  beforeAll(async () => {
    const repository = makeRepository(files)
    writePlan(
      repository,
      {
        changed: { script: `${green} test/check.mjs; echo a > a.txt`, test: 'node test/check.mjs', ...once },
        again: {
          script: `if [ $PARALLEL_AGENTS_ATTEMPT = 1 ]; then ${green} test/check.mjs; fi; echo b > b.txt`,
          test: 'node test/check.mjs',
          retries: 1,
        },
        ignored: {
          script: `${green} test/check.local.mjs; echo c > c.txt`,
          test: 'node test/check.local.mjs || node test/check.mjs',
          ...once,
        },
        rewritten: {
          script: `echo "import { writeFileSync } from 'node:fs'; writeFileSync('test/check.mjs', '')" > build.mjs`,
          test: 'node build.mjs && node test/check.mjs',
          ...once,
        },
        pipeline: { script: 'echo x > .gitlab-ci.yml', ...once },
      },
      { protected: ['test/**'], overlap: 'warn', sandbox: 'none', 'max-parallel': 5 },
    )
    report = await runToReport(repository)
  })

  test.each([
    ['changed', 'out-of-scope', 'test/check.mjs is protected'],
    ['again', 'failed', 'the test (node test/check.mjs) ended with exit code 1'],
    [
      'ignored',
      'failed',
      'test/check.local.mjs affects the test, but git ignores it: it would be missing from the result',
    ],
    ['rewritten', 'failed', 'protected tests changed while the test ran: test/check.mjs'],
    ['pipeline', 'out-of-scope', '.gitlab-ci.yml is protected'],
  ])('stays red: %s', (id, outcome, reason) => {
    expect(report.tasks[id]).toMatchObject({ outcome, landing: 'none' })
    expect(report.tasks[id]?.reason).toContain(reason)
  })
})

describe('with tests-protected', () => {
  let repository: TestRepository
  let report: Report

  beforeAll(async () => {
    repository = makeRepository({
      ...files,
      'sum.mjs': 'export const sum = 2\n',
      'test/sum.mjs': toCheck(2),
      'test/late.mjs': "import { existsSync } from 'node:fs'\nif (!existsSync('here.mjs')) process.exit(1)\n",
      'here.mjs': '',
    })
    writePlan(
      repository,
      {
        rewrites: {
          script: 'echo "export const sum = 3" > sum.mjs; sed -i.bak s/2/3/ test/sum.mjs; rm test/*.bak',
          test: 'node test/sum.mjs',
          ...once,
        },
        scripts: {
          script: `echo '{ "scripts": { "test": "true" }, "dependencies": {} }' > package.json`,
          test: 'npm test --silent',
          ...once,
        },
        adds: {
          script: 'echo "export const more = 1" >> sum.mjs; echo "// more" >> test/sum.mjs; echo 1 > new.txt',
          test: 'node test/sum.mjs',
          ...once,
        },
        untested: {
          script: 'mv here.mjs there.mjs; sed -i.bak s/here/there/ test/late.mjs; rm test/*.bak',
          files: ['here.mjs', 'there.mjs', 'test/late.mjs'],
          ...once,
        },
      },
      {
        'tests-protected': true,
        overlap: 'warn',
        sandbox: 'none',
        'max-parallel': 4,
        integration: { test: 'node test/late.mjs && node test/sum.mjs' },
      },
    )
    report = await runToReport(repository)
  })

  test('a test that was changed along with the code must pass as it was', () => {
    expect(report.tasks.rewrites).toMatchObject({ outcome: 'failed' })
    expect(report.tasks.rewrites?.reason).toContain(
      'the test (node test/sum.mjs) with test/sum.mjs as before the task ended with exit code 1',
    )
  })

  test('scripts of a manifest are those of the base, beside its new dependencies', () => {
    expect(report.tasks.scripts?.reason).toContain(
      'the test (npm test --silent) with package.json as before the task ended with exit code 1',
    )
  })

  test('what passes with the old tests and the new ones lands with the new ones', () => {
    expect(report.tasks.adds).toMatchObject({ outcome: 'succeeded', landing: 'landed' })
    expect(repository.show(report.integration.branch as string, 'test/sum.mjs')).toContain('// more')
  })

  test('the integration tests run with the tests of the target as well', () => {
    expect(report.tasks.untested).toMatchObject({ outcome: 'succeeded', landing: 'evicted' })
    expect(report.tasks.untested?.reason).toContain('with the protected tests as they are on the target')
  })
})

function toCheck(sum: number): string {
  return `import { sum } from '../sum.mjs'\nif (sum !== ${sum}) process.exit(1)\n`
}
