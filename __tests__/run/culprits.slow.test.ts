import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

/** Six branches, each with a test of its own; some of them break one that was there. */
const tests = {
  'sum.test.mjs': `import { test } from 'node:test'\nimport assert from 'node:assert'\nimport { sum } from './sum.mjs'\ntest('adds', () => assert.equal(sum(1, 2), 3))\ntest('adds nothing', () => assert.equal(sum(0, 0), 0))\n`,
  'sum.mjs': 'export const sum = (a, b) => a + b\n',
  'old.test.mjs': `import { test } from 'node:test'\ntest('has failed for years', () => { throw new Error('old') })\n`,
}
const own = (name: string) =>
  `printf "import { test } from 'node:test'\\ntest('${name}', () => {})\\n" > ${name}.test.mjs`

describe('with a runner that names failed tests', () => {
  test('finds the culprit by that test alone, and evicts no task for what failed before', async () => {
    const repository = makeRepository(tests)
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const tasks = Object.fromEntries(names.map(name => [name, { script: own(name) }]))
    tasks.d = { script: `${own('d')}; echo 'export const sum = (a, b) => a - b' > sum.mjs` }
    writePlan(repository, tasks, { integration: { test: 'node --test --test-reporter=tap' } })
    const { code, tasks: ended, integration } = await runToReport(repository)

    expect(code).toBe(1)
    expect(ended.d?.landing).toBe('evicted')
    expect(ended.d?.reason).toContain('adds')
    expect(Object.values(ended).filter(({ landing }) => landing === 'landed')).toHaveLength(5)
    expect(integration.failsOnBase.join()).toContain('has failed for years')
    expect(integration.failing).toEqual(integration.failsOnBase)
    expect(integration.tests).toBe('no-new-failures')
  })

  test('a result with the failures of the base has not passed, and its exit code is not 0', async () => {
    const repository = makeRepository(tests)
    writePlan(
      repository,
      { a: { script: own('a') } },
      { integration: { test: 'node --test --test-reporter=tap' } },
    )
    const { code, stdout } = await runCli(repository.folder, ['run'])

    expect(code).toBe(1)
    expect(stdout).toMatch(/landed 1 of 1 .* · 1 test failed before and after, 0 new \(\d runs\)/s)
  })

  test('a result that fixes failing tests has passed', async () => {
    const repository = makeRepository(tests)
    const mend =
      "sed \"s/throw new Error('old')/if (1 > 2) throw new Error('old')/\" old.test.mjs > new && mv new old.test.mjs"
    writePlan(
      repository,
      { a: { script: mend } },
      { integration: { test: 'node --test --test-reporter=tap' } },
    )
    const { code, integration } = await runToReport(repository)

    expect([code, integration.tests, integration.failing]).toEqual([0, 'passed', []])
  })

  test('reads a report file, and runs single tests by the command of the plan', async () => {
    const repository = makeRepository({ 'check.sh': check })
    writePlan(
      repository,
      {
        a: { script: 'echo a > a.txt' },
        b: { script: 'echo b > b.txt; echo "x y" > broken' },
        c: { script: 'echo c > c.txt' },
      },
      {
        integration: {
          test: `sh check.sh all ${'$'}(pwd)/junit.xml`,
          report: 'junit.xml',
          'test-only': `echo {names} >> ${repository.folder}/asked; sh check.sh one $(pwd)/junit.xml`,
        },
      },
    )
    const { tasks } = await runToReport(repository)

    expect(tasks.b?.landing).toBe('evicted')
    expect([tasks.a?.landing, tasks.c?.landing]).toEqual(['landed', 'landed'])
    expect(repository.read('asked')).toContain("it's whole")
  })

  const check = `
if [ -f broken ]; then
  echo "<testsuite><testcase name=\\"it's whole\\" classname=\\"suite\\"><failure message=\\"no\\"/></testcase></testsuite>" > "$2"
  exit 1
fi
echo "<testsuite><testcase name=\\"it's whole\\" classname=\\"suite\\"/></testsuite>" > "$2"
`
})

describe('flaky tests', () => {
  test('are not those that nothing ran the second time', async () => {
    const repository = makeRepository()
    const tap = (name: string, ok: string) => `TAP version 13\\n${ok} 1 - ${name}\\n1..1\\n# tests 1\\n`
    writePlan(
      repository,
      { a: { script: 'echo a > a.txt' }, b: { script: 'echo b > broken' } },
      {
        integration: {
          test: `if [ -f broken ]; then printf '${tap('adds', 'not ok')}'; exit 1; fi; printf '${tap('adds', 'ok')}'`,
          'test-only': `printf 'TAP version 13\\n1..0\\n# tests 0\\n' # {names}`,
        },
      },
    )
    const { tasks, integration } = await runToReport(repository)

    expect(integration.flaky).toEqual([])
    expect([tasks.a?.landing, tasks.b?.landing]).toEqual(['landed', 'evicted'])
  })

  test('evict no task and are named', async () => {
    const repository = makeRepository()
    const test = `if [ ! -f a.txt ] || [ -f ${repository.folder}/seen ]; then true; else touch ${repository.folder}/seen; false; fi`
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, { integration: { test } })
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(integration).toMatchObject({ flaky: ['the test'], testRuns: 2 })
  })
})

describe('test-parallel', () => {
  test('tests several trees at once, each in a checkout of its own', async () => {
    const repository = makeRepository()
    const names = Array.from({ length: 8 }, (_, index) => `t${index}`)
    const tasks = Object.fromEntries(names.map(name => [name, { script: `echo ${name} > ${name}.txt` }]))
    writePlan(repository, tasks, {
      integration: { test: 'sleep 0.2; ! [ -f t5.txt ]', 'test-parallel': 3, 'flaky-retries': 0 },
    })
    const { tasks: ended } = await runToReport(repository)

    expect(ended.t5?.landing).toBe('evicted')
    expect(Object.values(ended).filter(({ landing }) => landing === 'landed')).toHaveLength(7)
  })

  test('evicts no task for what only fails beside another test', async () => {
    const repository = makeRepository()
    const { folder } = repository
    const script = `until [ -e ${folder}/.git/base-tested ]; do sleep 0.05; done`
    const names = ['a', 'b', 'c', 'd', 'bad', 'e']
    const tasks = Object.fromEntries(
      names.map(name => [name, { script: `${script}; echo ${name} > ${name}.txt` }]),
    )
    const lock = `${folder}/.git/test-lock`
    const test = `mkdir ${lock} || exit 1; sleep 0.3; rmdir ${lock}; touch ${folder}/.git/base-tested; ! [ -f bad.txt ]`
    const integration = { test, 'test-parallel': 3, 'flaky-retries': 0 }
    writePlan(repository, tasks, { integration, 'max-parallel': 6 })
    const { tasks: ended } = await runToReport(repository)

    const landings = Object.fromEntries(Object.entries(ended).map(([id, { landing }]) => [id, landing]))
    expect(landings).toEqual({
      a: 'landed',
      b: 'landed',
      c: 'landed',
      d: 'landed',
      bad: 'evicted',
      e: 'landed',
    })
  }, 20_000)
})
