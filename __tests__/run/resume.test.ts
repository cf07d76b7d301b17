import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

/** Counts how often a task was done, outside the repository's own files. */
const counting = (repository: TestRepository, script: string) =>
  `echo x >> ${repository.folder}/count; ${script}`

const countOf = (repository: TestRepository) => repository.read('count').split('\n').length - 1

describe('--resume with a changed plan', () => {
  test('does only what has changed, and what builds on it', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      good: { script: counting(repository, 'echo good > good.txt') },
      bad: { script: 'exit 1', retries: 0 },
      after: { script: 'cat bad.txt > after.txt', needs: ['bad'] },
    })
    const { run } = await runToReport(repository)
    writePlan(repository, {
      good: { script: counting(repository, 'echo good > good.txt') },
      bad: { script: 'echo right > bad.txt', retries: 0 },
      after: { script: 'cat bad.txt > after.txt', needs: ['bad'] },
    })
    const report = await runToReport(repository, ['plan.yml', '--resume', run])

    expect(report).toMatchObject({ run, code: 0, status: 'landed' })
    expect(repository.show(report.integration.branch as string, 'after.txt')).toBe('right')
    expect(countOf(repository)).toBe(1)
  })

  test('redoes no task when only the integration failed', async () => {
    const repository = makeRepository()
    const tasks = { a: { script: counting(repository, 'echo a > a.txt') } }
    writePlan(repository, tasks, { integration: { setup: 'echo no network; exit 7', test: 'true' } })
    const first = await runToReport(repository)
    expect(first.integration.problem).toBe('integration.setup ended with exit code 7: no network')
    writePlan(repository, tasks, { integration: { test: 'test -f a.txt' } })
    const report = await runToReport(repository, ['plan.yml', '--resume', first.run])

    expect(report.tasks.a?.landing).toBe('landed')
    expect(report.integration.tests).toBe('passed')
    expect(countOf(repository)).toBe(1)
  })

  test('keeps what has landed when the target contains it already', async () => {
    const repository = makeRepository()
    const tasks = {
      a: { script: 'echo a > a.txt' },
      b: { script: '[ -f $GO ] && echo b > b.txt', retries: 0 },
    }
    const rest = { env: { GO: `${repository.folder}/go` }, integration: { land: 'push', test: 'true' } }
    writePlan(repository, tasks, rest)
    const first = await runToReport(repository)
    expect(first.tasks.b?.outcome).toBe('failed')
    repository.write({ go: '' })
    const report = await runToReport(repository, ['--resume', first.run])

    expect(Object.values(report.tasks).map(({ landing }) => landing)).toEqual(['landed', 'landed'])
    expect(repository.show('main', 'a.txt')).toBe('a')
    expect(repository.show('main', 'b.txt')).toBe('b')
  })
})

describe('options that exclude each other', () => {
  const pairs = [
    ['--new', '--resume', 'x'],
    ['--dry-run', '--resume', 'x'],
    ['--keep-going', '--fail-fast'],
  ]
  for (const args of pairs) {
    test(args.join(' '), async () => {
      const repository = makeRepository()
      writePlan(repository, { a: { script: 'true' } })
      const { code, stderr } = await runCli(repository.folder, ['run', ...args])
      expect(code).toBe(2)
      expect(stderr).toContain('cannot be used with')
    })
  }
})

describe('--dry-run', () => {
  test('refuses what the run would refuse', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'true' } }, { target: 'relase' })
    const { code, stderr } = await runCli(repository.folder, ['run', '--dry-run'])
    expect(code).toBe(2)
    expect(stderr).toContain('relase')
  })
})

test('the reader of the output may close it', async () => {
  const repository = makeRepository()
  writePlan(repository, { a: { script: 'echo a > a.txt' } })
  const { cliBundle } = await import('../support/bundles.ts')
  const { execFileSync } = await import('node:child_process')
  const shell = `"${process.execPath}" "${cliBundle}" run 2>&1 | true; "${process.execPath}" "${cliBundle}" status --json`
  const report = JSON.parse(execFileSync('bash', ['-c', shell], { cwd: repository.folder, encoding: 'utf8' }))
  expect(report.status).toBe('landed')
})
