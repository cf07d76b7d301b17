import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { killedAfterCall } from '../support/git-shim.ts'
import { writePlan } from '../support/plan.ts'
import { makeRemote } from '../support/remote.ts'
import { makeRepository } from '../support/repository.ts'

const same = { a: { script: 'echo same > a.txt' }, b: { script: 'echo same > b.txt' } }
const subjects = ['log', '--first-parent', '--format=%s', '-4', 'main']

describe('a task that is in the target already', () => {
  test('is reverted once, even when the first attempt died after its push', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    const a = { ...same.a, title: 'Add a' }
    writePlan(repository, { ...same, a }, { integration: { land: 'push' } })
    await runToReport(repository)
    const died = await runCli(repository.folder, ['rollback', 'a'], { env: killedAfterCall(' push ') })
    expect(died.code).toBeNull()
    const { code, stderr } = await runCli(repository.folder, ['rollback', 'a'])

    expect([code, stderr]).toEqual([0, expect.any(String)])
    const log = ['Revert task a: Add a', 'Merge task b', 'Merge task a: Add a', 'start']
    expect(remote.git(...subjects).split('\n')).toEqual(log)
    expect(repository.git(...subjects).split('\n')).toEqual(log)
    expect(repository.git('ls-files')).toBe('README.md\nb.txt')
    const status = JSON.parse((await runCli(repository.folder, ['status', '--json'])).stdout)
    expect([status.tasks.a.landing, status.tasks.b.landing]).toEqual(['none', 'landed'])
  })

  test('is not offered to be retried', async () => {
    const repository = makeRepository()
    writePlan(repository, same, { integration: { land: 'push' } })
    await runToReport(repository)
    const { stdout } = await runCli(repository.folder, ['rollback', 'a'])

    expect(stdout).toContain('removed: a')
    expect(stdout).not.toContain('--resume')
    expect(stdout).toContain('run <plan> --new --only a')
    const back = /to bring it back: git revert (\w+)$/m.exec(stdout)
    repository.git('revert', '--no-edit', back?.[1] as string)
    expect(repository.git('ls-files')).toContain('a.txt')
  })

  test('is reverted only locally while the user has not pushed everything', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    writePlan(repository, same)
    const { integration } = await runToReport(repository)
    repository.git('merge', '--quiet', '--no-edit', integration.branch as string)
    repository.git('commit', '--quiet', '--allow-empty', '--message', 'PRIVATE')
    const { code, stdout } = await runCli(repository.folder, ['rollback', 'a'])

    expect(code).toBe(0)
    expect(stdout).toContain('it was not pushed: origin/main lacks commits')
    expect(remote.git('log', '--format=%s', 'main')).toBe('start')
    expect(repository.git('log', '-1', '--format=%s')).toBe('Revert task a')
    expect(repository.git('ls-files')).toBe('README.md\nb.txt')
  })

  test('is reverted at the remote too, if that has it and nothing else would be pushed', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    writePlan(repository, same)
    const { integration } = await runToReport(repository)
    repository.git('merge', '--quiet', '--no-edit', integration.branch as string)
    repository.git('push', '--quiet', 'origin', 'main')
    await runCli(repository.folder, ['rollback', 'a'])

    expect(remote.git('log', '-1', '--format=%s', 'main')).toBe('Revert task a')
  })
})

test.each([
  ['fails with it as well, and is taken out', 'old', 0],
  ['would fail without it, and is not taken out', 'a', 1],
])('a task that is in the target already: the test %s', async (_, broken, count) => {
  const repository = makeRepository()
  const check = 'if [ -f old.txt ]; then false; elif [ -f needs-a.txt ]; then [ -f a.txt ]; fi'
  writePlan(repository, same, { integration: { land: 'push', test: check } })
  await runToReport(repository)
  repository.write({ [broken === 'old' ? 'old.txt' : 'needs-a.txt']: 'x\n' })
  repository.git('add', broken === 'old' ? 'old.txt' : 'needs-a.txt')
  repository.git('commit', '--quiet', '--message', 'later')
  const { stderr } = await runCli(repository.folder, ['rollback', 'a'])

  expect(repository.git('ls-files', 'a.txt') === '' ? 0 : 1).toBe(count)
  expect(stderr).toContain(count === 0 ? 'with and without these tasks' : 'nothing was changed')
})

describe('a task that has not landed', () => {
  test('is closed with those that wait for it, and its kept work can be discarded later', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      bad: { script: 'echo half > bad.txt; exit 4', retries: 0 },
      late: { script: 'echo late > late.txt', needs: ['bad'] },
      good: { script: 'echo good > good.txt' },
    })
    const { run } = await runToReport(repository)
    const closed = await runCli(repository.folder, ['rollback', 'bad'])

    expect(closed.stdout).toContain('closed: bad, late\n  also late: it needs bad\n')
    expect(closed.stdout).toContain(`run --resume ${run} --only bad,late`)
    expect(closed.stdout.slice(closed.stdout.indexOf('next:'))).not.toContain('--resume')
    expect(repository.git('for-each-ref', `refs/parallel-agents/${run}/kept/bad`)).not.toBe('')

    const discarded = await runCli(repository.folder, ['rollback', 'bad', '--discard-work'])
    expect(discarded.stdout).toContain(`deleted refs/parallel-agents/${run}/kept/bad`)
    expect(repository.git('for-each-ref', `refs/parallel-agents/${run}/kept/bad`)).toBe('')
    const { tasks } = JSON.parse((await runCli(repository.folder, ['status', '--json'])).stdout)
    expect(tasks.bad.reason).toBe('rolled back: the agent ended with exit code 4')
  })
})
