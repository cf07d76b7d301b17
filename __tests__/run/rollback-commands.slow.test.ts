import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const three = {
  a: { script: 'echo a > a.txt; echo "did a" > "$PARALLEL_AGENTS_REPORT_FILE"' },
  b: { script: 'cat a.txt > b.txt', needs: ['a'] },
  c: { script: 'echo c > c.txt' },
}

describe('rollback', () => {
  test('shows with --dry-run what goes, and changes nothing', async () => {
    const repository = makeRepository()
    writePlan(repository, three)
    const { integration } = await runToReport(repository)
    const { stdout } = await runCli(repository.folder, ['rollback', 'a', '--dry-run'])

    expect(stdout).toContain('would remove: a, b')
    expect(repository.git('rev-parse', integration.branch as string)).toBe(integration.commit)
  })

  test('rebuilds the integration branch without the task and its dependents', async () => {
    const repository = makeRepository()
    writePlan(repository, three)
    const { integration, run } = await runToReport(repository)
    const { code, stdout } = await runCli(repository.folder, ['rollback', 'a'])

    expect(code).toBe(0)
    expect(stdout).toContain('removed: a, b')
    expect(repository.git('ls-tree', '--name-only', integration.branch as string).split('\n')).toEqual([
      'README.md',
      'c.txt',
    ])
    expect(repository.show(`agents/${run}/tasks/a`, 'a.txt')).toBe('a')
  })

  test('reverts with new commits what is in the target already', async () => {
    const repository = makeRepository()
    writePlan(repository, three, { integration: { land: 'push' } })
    await runToReport(repository)
    const landed = repository.git('rev-parse', 'main')
    const { code } = await runCli(repository.folder, ['rollback', 'a'])

    expect(code).toBe(0)
    expect(repository.git('log', '--format=%s', `${landed}..main`).split('\n')).toEqual([
      'Revert task a',
      'Revert task b',
    ])
    expect(repository.git('ls-tree', '--name-only', 'main').split('\n')).toEqual(['README.md', 'c.txt'])
    expect(repository.git('status', '--porcelain')).toBe('?? plan.yml')
  })

  test('names the files when later changes are in the way', async () => {
    const repository = makeRepository()
    writePlan(repository, three, { integration: { land: 'push' } })
    await runToReport(repository)
    repository.write({ 'a.txt': 'changed later\n' })
    repository.commit('later')
    const { code, stderr } = await runCli(repository.folder, ['rollback', 'a'])

    expect(code).toBe(2)
    expect(stderr).toContain('later changes touch a.txt')
    expect(repository.git('log', '-1', '--format=%s', 'main')).toBe('later')
  })

  test('holds until the task is named', async () => {
    const repository = makeRepository()
    writePlan(repository, three)
    const { run } = await runToReport(repository)
    await runCli(repository.folder, ['rollback', 'b'])
    expect((await runToReport(repository, ['--resume', run])).tasks.b?.landing).toBe('none')
    const again = await runToReport(repository, ['--resume', run, '--only', 'b'])

    expect(again.tasks.b?.landing).toBe('landed')
    expect(again.tasks.a?.startedAt).not.toBeNull()
  })
})
