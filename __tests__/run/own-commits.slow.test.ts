import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { prepareOnce } from '../support/prepared.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const two = { a: { script: 'echo a > a.txt' }, b: { script: 'echo b > b.txt' } }

function isKept(repository: TestRepository, commit: string): boolean {
  return repository.git('rev-list', '--all').split('\n').includes(commit)
}

/** Commits on a branch, as a user who looks at it would, and goes back to main. */
function commitOn(repository: TestRepository, branch: string, file: string): string {
  repository.git('checkout', '--quiet', branch)
  repository.write({ [file]: 'mine\n' })
  repository.git('add', file)
  repository.git('commit', '--quiet', '--message', 'my fix')
  const commit = repository.git('rev-parse', 'HEAD')
  repository.git('checkout', '--quiet', 'main')
  return commit
}

async function readReport(repository: TestRepository): Promise<Report> {
  return JSON.parse((await runCli(repository.folder, ['status', '--json'])).stdout)
}

describe('commits of the user on the integration branch', () => {
  const prepare = prepareOnce(async () => {
    const repository = makeRepository()
    writePlan(repository, two)
    return { repository, ...(await runToReport(repository)) }
  })

  for (const args of [['rollback', 'a'], ['merge']]) {
    test(`are kept by ${args[0]}`, async () => {
      const { repository, run } = await prepare()
      const fix = commitOn(repository, `agents/${run}/integration`, 'fix.txt')
      const { code, stderr } = await runCli(repository.folder, args)

      expect(code).toBe(0)
      expect(repository.git('rev-parse', `refs/parallel-agents/${run}/kept/_integration`)).toBe(fix)
      expect(stderr).toContain(
        `without commits that were added to it (my fix): they are on refs/parallel-agents/${run}/kept/_integration`,
      )
    })
  }

  test('need no keeping when another branch has them', async () => {
    const { repository, run } = await prepare()
    const fix = commitOn(repository, `agents/${run}/integration`, 'fix.txt')
    repository.git('branch', 'mine', fix)
    await runCli(repository.folder, ['merge'])

    expect(repository.git('for-each-ref', `refs/parallel-agents/${run}/kept`)).toBe('')
  })

  test('are not taken from under a checkout: rollback is refused', async () => {
    const { repository, run } = await prepare()
    repository.git('checkout', '--quiet', `agents/${run}/integration`)
    const { code, stderr } = await runCli(repository.folder, ['rollback', 'a'])

    expect([code, stderr]).toEqual([2, expect.stringContaining('is checked out in')])
    expect(repository.git('status', '--porcelain')).toBe('?? plan.yml')
    expect((await readReport(repository)).tasks.a?.rolledBack).toBe(false)
  })

  test('are not taken from under a checkout: the result of merge goes to a ref of its own', async () => {
    const { repository, run } = await prepare()
    commitOn(repository, `agents/${run}/integration`, 'fix.txt')
    repository.git('checkout', '--quiet', `agents/${run}/integration`)
    await runCli(repository.folder, ['merge'])

    expect(repository.git('status', '--porcelain')).toBe('?? plan.yml')
    expect(repository.read('fix.txt')).toBe('mine\n')
    const { integration } = await readReport(repository)
    expect(integration.branch).toBeNull()
    expect(integration.land.message).toContain('is checked out in')
    expect(repository.git('rev-parse', `refs/parallel-agents/${run}/kept/_integration`)).toBe(
      integration.commit,
    )
  })
})

describe('a result', () => {
  /** The second time that the test is run, it takes long and says so in a file. */
  function slowTest(folder: string) {
    return `if [ -f ${folder}/go ]; then touch ${folder}/slow; sleep 60; fi`
  }

  async function interrupt(
    repository: TestRepository,
    notes: string,
    args: string[],
  ): Promise<number | null> {
    const child = startCli(repository.folder, args)
    const closed = untilClosed(child)
    await until(() => existsSync(join(notes, 'slow')))
    child.kill('SIGINT')
    return (await closed).code
  }

  for (const args of [['merge'], ['rollback', 'b'], ['run', '--resume']]) {
    test(`stands when ${args.join(' ')} is stopped`, async () => {
      const repository = makeRepository()
      const notes = makeFolder('notes')
      const third = { c: { script: '[ -f $GO ] && echo c > c.txt', retries: 0 } }
      const rest = { env: { GO: join(notes, 'go') }, integration: { test: slowTest(notes) } }
      writePlan(repository, { ...two, ...third }, rest)
      const before = await runToReport(repository)
      const branch = before.integration.branch as string
      repository.git('update-ref', '-d', `refs/parallel-agents/${before.run}/verdicts`)
      writeFileSync(join(notes, 'go'), '')
      const all = args[0] === 'run' ? [...args, before.run] : args
      expect(await interrupt(repository, notes, all)).not.toBe(0)

      expect(repository.git('rev-parse', branch)).toBe(before.integration.commit)
      if (args[0] === 'run') return
      const after = await readReport(repository)
      expect([after.status, after.tasks.b?.landing]).toEqual(['partial', 'landed'])
      rmSync(join(notes, 'go'))
      expect((await runCli(repository.folder, ['merge'])).code).toBe(1)
      expect((await readReport(repository)).integration.commit).toBe(before.integration.commit)
    })
  }

  test('stands when merge cannot test', async () => {
    const repository = makeRepository()
    const setup = '[ ! -f $BROKEN ]'
    const rest = { env: { BROKEN: join(repository.folder, 'broken') }, integration: { setup, test: 'true' } }
    writePlan(repository, two, rest)
    const before = await runToReport(repository)
    repository.git('update-ref', '-d', `refs/parallel-agents/${before.run}/verdicts`)
    repository.write({ broken: '' })
    expect((await runCli(repository.folder, ['merge'])).code).toBe(3)

    expect(repository.git('rev-parse', before.integration.branch as string)).toBe(before.integration.commit)
    expect((await readReport(repository)).status).toBe('landed')
  })
})

describe('commits of the user on the branch of a task', () => {
  const conflict = {
    a: { script: 'echo a > x.txt', files: ['x.txt'] },
    b: { script: 'echo run >> "$COUNT"; echo b > x.txt', files: ['x.txt'] },
  }

  const prepare = prepareOnce(async () => {
    const repository = makeRepository({ 'x.txt': 'base\n' })
    const count = join(makeFolder('notes'), 'count')
    writePlan(repository, conflict, { overlap: 'warn', env: { COUNT: count } })
    const report = await runToReport(repository)
    expect(report.tasks.b?.landing).toBe('conflicted')
    return { repository, report, branch: `agents/${report.run}/tasks/b` }
  })

  function resolve(repository: TestRepository, branch: string, report: Report): void {
    repository.git('checkout', '--quiet', branch)
    expect(() => repository.git('merge', '--quiet', report.integration.branch as string)).toThrow()
    repository.write({ 'x.txt': 'a and b\n' })
    repository.git('add', 'x.txt')
    repository.git('commit', '--quiet', '--no-edit')
    repository.git('checkout', '--quiet', 'main')
  }

  for (const command of ['merge', 'run --resume']) {
    test(`resolve its conflict for ${command}`, async () => {
      const { repository, report, branch } = await prepare()
      resolve(repository, branch, report)
      const tip = repository.git('rev-parse', branch)
      const args = command === 'merge' ? ['merge', '--json'] : ['run', '--resume', report.run, '--json']
      const { code, stdout, stderr } = await runCli(repository.folder, args)
      const { tasks, integration } = JSON.parse(stdout) as Report

      expect(code).toBe(0)
      expect(stderr).toContain(`${branch} is merged including the commits added to it`)
      expect(tasks.b).toMatchObject({ landing: 'landed', commit: tip, attempts: 1 })
      expect(repository.show(integration.branch as string, 'x.txt')).toBe('a and b')
    })
  }

  test('stay, and are not merged, when a gate refuses them', async () => {
    const { repository, branch } = await prepare()
    const tip = commitOn(repository, branch, 'elsewhere.txt')
    const { stdout, stderr } = await runCli(repository.folder, ['merge', '--json'])

    expect(JSON.parse(stdout).tasks.b.landing).toBe('conflicted')
    expect(stderr).toContain('outside its scope: elsewhere.txt (scope: x.txt)')
    expect(repository.git('rev-parse', branch)).toBe(tip)
    await runCli(repository.folder, ['rollback', 'a'])
    expect(repository.git('rev-parse', branch)).toBe(tip)
  })

  test('are never lost when the task is redone', async () => {
    const { repository, report, branch } = await prepare()
    const tip = commitOn(repository, branch, 'x.txt')
    await runToReport(repository, ['--resume', report.run, '--only', 'b'])

    expect(repository.git('rev-parse', branch)).not.toBe(tip)
    expect(isKept(repository, tip)).toBe(true)
  })

  test('are not taken from under a checkout', async () => {
    const { repository, report, branch } = await prepare()
    repository.git('checkout', '--quiet', branch)
    const { code, stderr } = await runCli(repository.folder, ['run', '--resume', report.run])

    expect([code, stderr]).toEqual([2, expect.stringContaining(`${branch} is checked out in`)])
    expect(repository.git('status', '--porcelain')).toBe('?? plan.yml')
    repository.git('checkout', '--quiet', 'main')
    expect((await runToReport(repository, ['--resume', report.run])).status).toBe('landed')
  })
})
