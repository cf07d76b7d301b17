import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const diamond = {
  a: { script: 'echo a > a.txt', files: ['a.txt'] },
  b: { script: 'cat a.txt > b.txt; echo b >> b.txt', files: ['b.txt'], needs: ['a'] },
  c: { script: 'cat a.txt > c.txt; echo c >> c.txt', files: ['c.txt'], needs: ['a'] },
  d: { script: 'cat b.txt c.txt > d.txt', files: ['d.txt'], needs: ['b', 'c'] },
}

describe('a diamond', () => {
  test('starts a dependent from the merged code of everything it needs', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond)
    const report = await runToReport(repository)

    expect(report.code).toBe(0)
    expect(report.status).toBe('landed')
    const branch = report.integration.branch as string
    expect(repository.show(branch, 'd.txt')).toBe('a\nb\na\nc')
  })

  test('lets many dependents start from merged code at the same moment', async () => {
    const repository = makeRepository()
    const both = Array.from({ length: 6 }, (_, index) => {
      const file = `${index}.txt`
      return [
        `both-${index}`,
        { script: `cat l.txt r.txt > ${file}`, files: [file], needs: ['l', 'r'] },
      ] as const
    })
    writePlan(
      repository,
      { l: { script: 'echo l > l.txt' }, r: { script: 'echo r > r.txt' }, ...Object.fromEntries(both) },
      { 'max-parallel': 6 },
    )
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(repository.show(integration.branch as string, '5.txt')).toBe('l\nr')
  })

  test('merges each task with a merge commit of its own, in dependency order', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond)
    const { run, integration } = await runToReport(repository)

    const log = repository.git(
      'log',
      '--first-parent',
      '--reverse',
      '--format=%P %(trailers:key=Agent-Task,valueonly,separator=%x2C)',
      `main..${integration.branch}`,
    )
    const lines = log.split('\n')
    expect(lines.map(line => line.split(' ')[2])).toEqual(['a', 'b', 'c', 'd'])
    expect(lines.every(line => line.split(' ').length === 3)).toBe(true)
    expect(
      repository.git(
        'log',
        '-1',
        '--format=%(trailers:key=Agent-Run,valueonly)',
        integration.branch as string,
      ),
    ).toContain(run)
  })

  test('shows each task once, even when others were started from its merge', async () => {
    const repository = makeRepository()
    const makes = (id: string, needs: readonly string[] = []) => ({
      [id]: { script: `echo ${id} > ${id}.txt`, title: `Add ${id}`, files: [`${id}.txt`], needs },
    })
    const ends = { ...makes('join', ['left', 'right']), ...makes('last', ['join', 'other']) }
    writePlan(repository, { ...makes('left'), ...makes('other'), ...makes('right'), ...ends })
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    const subjects = repository.git('log', '--format=%s', `main..${integration.branch}`).split('\n')
    const ids = ['join', 'last', 'left', 'other', 'right']
    expect(subjects.sort()).toEqual([
      ...ids.map(id => `Add ${id}`),
      ...ids.map(id => `Merge task ${id}: Add ${id}`),
    ])
  })

  test('shows each task once, also where tasks build on different others and one conflicts', async () => {
    const repository = makeRepository()
    const makes = (id: string, needs: readonly string[] = [], path = `${id}.txt`) => ({
      [id]: { script: `echo ${id} > ${path}`, needs },
    })
    const starts = { ...makes('a', [], 'same.txt'), ...makes('b'), ...makes('c'), ...makes('d') }
    const ends = { ...makes('e', [], 'same.txt'), ...makes('x', ['a', 'b']), ...makes('y', ['c', 'd']) }
    writePlan(repository, { ...starts, ...ends }, { 'max-parallel': 8 })
    const { tasks, integration } = await runToReport(repository)
    const log = repository.git('log', '--merges', '--format=%s', `main..${integration.branch}`)

    expect([tasks.e?.landing, tasks.x?.landing, tasks.y?.landing]).toEqual(['conflicted', 'landed', 'landed'])
    const merges = ['a', 'b', 'c', 'd', 'x', 'y'].map(id => `Merge task ${id}`)
    expect(log.split('\n').sort()).toEqual(['Join c and d for y', ...merges])
  })

  test('leaves the checkout, the current branch and the status of the user alone', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond)
    repository.write({ 'README.md': 'changed by the user\n' })
    const before = repository.git('status', '--porcelain=v2', '--branch')
    await runToReport(repository)

    expect(repository.git('status', '--porcelain=v2', '--branch')).toBe(before)
    expect(repository.git('rev-list', '--count', 'main')).toBe('1')
  })

  test('gives the same integration commit for the same branches wherever they are merged', async () => {
    const repository = makeRepository()
    writePlan(repository, diamond)
    const { run, integration } = await runToReport(repository)
    const first = integration.commit
    repository.git('update-ref', '-d', `refs/heads/agents/${run}/integration`)
    const { runCli } = await import('../support/cli.ts')
    const again = await runCli(repository.folder, ['merge', '--json'])

    expect(JSON.parse(again.stdout).integration.commit).toBe(first)
  })
})
