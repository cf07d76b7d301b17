import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

describe('a conflict', () => {
  test('leaves that task out with its dependents, and lands the others', async () => {
    const repository = makeRepository({ 'x.txt': 'base\n' })
    writePlan(
      repository,
      {
        first: { script: 'echo first > x.txt', files: ['x.txt'] },
        second: { script: 'echo second > x.txt', files: ['x.txt'] },
        third: { script: 'echo third > third.txt', files: ['third.txt'], needs: ['second'] },
        fourth: { script: 'echo fourth > fourth.txt', files: ['fourth.txt'] },
      },
      { overlap: 'warn', integration: { test: 'test -f fourth.txt' } },
    )
    const { tasks, integration, code } = await runToReport(repository)

    expect(code).toBe(1)
    expect(tasks.first?.landing).toBe('landed')
    expect(tasks.second).toMatchObject({ landing: 'conflicted', reason: 'conflicts with first in x.txt' })
    expect(tasks.third).toMatchObject({ landing: 'held', reason: 'needs second, which did not land' })
    expect(tasks.fourth?.landing).toBe('landed')
    expect(integration).toMatchObject({
      tests: 'passed',
      conflicts: [{ task: 'second', path: 'x.txt', resolution: 'unresolved' }],
    })
    expect(repository.show(integration.branch as string, 'x.txt')).toBe('first')
    expect(repository.show(tasks.second?.branch as string, 'x.txt')).toBe('second')
  })

  test('between prerequisites blocks the task that needs both', async () => {
    const repository = makeRepository({ 'x.txt': 'base\n' })
    writePlan(
      repository,
      {
        first: { script: 'echo first > x.txt', files: ['x.txt'] },
        second: { script: 'echo second > x.txt', files: ['x.txt'] },
        both: { script: 'echo both > both.txt', needs: ['first', 'second'] },
      },
      { overlap: 'warn' },
    )
    const { tasks } = await runToReport(repository)

    expect(tasks.both).toMatchObject({ outcome: 'blocked', landing: 'none' })
    expect(tasks.both?.reason).toContain('second conflicts in x.txt')
  })

  test('does not arise where scopes overlap: the later task starts from the code of the earlier one', async () => {
    const repository = makeRepository({ 'x.txt': 'base\n' })
    writePlan(repository, {
      first: { script: 'echo first >> x.txt', files: ['x.txt'] },
      second: { script: 'echo second >> x.txt', files: ['*.txt'] },
    })
    const { tasks, integration } = await runToReport(repository)

    expect(tasks.second?.landing).toBe('landed')
    expect(repository.show(integration.branch as string, 'x.txt')).toBe('base\nfirst\nsecond')
  })

  test('is not kept from starting by an earlier task of the same scope that failed', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      first: { script: 'exit 1', files: ['x.txt'], retries: 0 },
      second: { script: 'echo second > x.txt', files: ['x.txt'] },
    })

    expect((await runToReport(repository)).tasks.second?.landing).toBe('landed')
  })
})

describe('red integration tests', () => {
  test('evict the branch that breaks them, with its dependents, and land the rest', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      {
        a: { script: 'echo a > a.txt' },
        bad: { script: 'echo bad > bad.txt' },
        'on-bad': { script: 'echo x > x.txt', needs: ['bad'] },
        b: { script: 'echo b > b.txt' },
        c: { script: 'echo c > c.txt' },
      },
      { integration: { test: 'if [ -f bad.txt ]; then echo "Error: bad is here"; exit 1; fi' } },
    )
    const { tasks, integration, code } = await runToReport(repository)

    expect(code).toBe(1)
    expect(tasks.bad).toMatchObject({ outcome: 'succeeded', landing: 'evicted' })
    expect(tasks.bad?.reason).toContain('Error: bad is here')
    expect(tasks['on-bad']?.landing).toBe('held')
    expect([tasks.a, tasks.b, tasks.c].map(task => task?.landing)).toEqual(['landed', 'landed', 'landed'])
    expect(integration.tests).toBe('passed')
    expect(repository.git('ls-tree', '--name-only', integration.branch as string)).not.toContain('bad')
  })

  test('find the later one of two branches that only fail together', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      {
        a: { script: 'touch a' },
        left: { script: 'touch left' },
        right: { script: 'touch right' },
        z: { script: 'touch z' },
      },
      { integration: { test: '! [ -f left -a -f right ]' } },
    )
    const { tasks } = await runToReport(repository)

    expect(Object.fromEntries(Object.entries(tasks).map(([id, task]) => [id, task.landing]))).toEqual({
      a: 'landed',
      left: 'landed',
      right: 'evicted',
      z: 'landed',
    })
  })

  test('that already fail on the base evict no task, and nothing untested lands', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'touch a' } }, { integration: { test: 'exit 1' } })
    const { tasks, integration, code } = await runToReport(repository)

    expect(code).toBe(1)
    expect(tasks.a?.landing).toBe('held')
    expect(tasks.a?.reason).toContain('the test already fails on the base')
    expect(integration).toMatchObject({ branch: null, tests: 'failed' })
  })

  test('that pass when repeated evict no task', async () => {
    const repository = makeRepository()
    const test = `[ ! -f a ] || [ -f "${repository.folder}/flaky" ] || { touch "${repository.folder}/flaky"; exit 1; }`
    writePlan(repository, { a: { script: 'touch a' } }, { integration: { test, 'flaky-retries': 1 } })
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(integration.testRuns).toBe(2)
  })

  test('whose setup fails are an infrastructure problem', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'touch a' } }, { integration: { setup: 'exit 4', test: 'true' } })
    const { code, tasks, integration } = await runToReport(repository)

    expect(code).toBe(3)
    expect(tasks.a?.landing).toBe('held')
    expect(integration.problem).toBe('integration.setup ended with exit code 4')
  })
})
