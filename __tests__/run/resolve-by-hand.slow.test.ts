import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runCli, runToReport } from '../support/cli.ts'
import { type ScriptedTask, writePlan } from '../support/plan.ts'
import { makeRepository, openTestRepository, type TestRepository } from '../support/repository.ts'

const lines = ['1', '2', '3', '4', '5', '6', '7', '8'].join('\n')
const base = { 'f.txt': `${lines}\n`, 'pic.bin': 'a\0b\n', 'keep.txt': 'k\n' }

async function startConflict(a: string, b: string, rest: Record<string, ScriptedTask> = {}) {
  const repository = makeRepository(base)
  writePlan(repository, { a: { script: a }, b: { script: b, needs: [] }, ...rest })
  const report = await runToReport(repository)
  const conflicted = Object.keys(report.tasks).filter(id => report.tasks[id]?.landing === 'conflicted')
  return { repository, report, conflicted }
}

async function checkOut(repository: TestRepository, task: string): Promise<TestRepository> {
  const { stdout } = await runCli(repository.folder, ['merge', '--resolve', task, '--json'])
  return openTestRepository(JSON.parse(stdout).folder)
}

async function goOn(repository: TestRepository): Promise<Report & { readonly code: number | null }> {
  const { code, stdout } = await runCli(repository.folder, ['merge', '--continue', '--json'])
  return { ...JSON.parse(stdout), code }
}

const toStatus = (checkout: TestRepository) =>
  checkout.git('status', '--porcelain', '--untracked-files=no').split('\n').sort()

describe('a person decides about files that cannot be merged by lines', () => {
  test.each([
    ['git rm -q f.txt', undefined],
    ['git add f.txt', `${lines}\nmore`],
  ])('deleted by one task and changed by the other: %s', async (command, expected) => {
    const { repository, conflicted } = await startConflict('rm f.txt', 'echo more >> f.txt')
    const checkout = await checkOut(repository, conflicted[0] as string)
    expect(toStatus(checkout)).toEqual([conflicted[0] === 'b' ? 'DU f.txt' : 'UD f.txt'])

    const undecided = await runCli(repository.folder, ['merge', '--continue'])
    expect([undecided.code, undecided.stderr]).toEqual([
      2,
      expect.stringContaining('f.txt: still conflicted'),
    ])
    const cleaning = await runCli(repository.folder, ['clean'])
    expect(cleaning.stdout).toMatch(/is being resolved there: finish with "[^"]+ merge \S+ --continue"/)
    checkout.git(...(command.split(' ').slice(1) as [string]))
    const { code, integration } = await goOn(repository)

    expect(code).toBe(0)
    expect(integration.conflicts).toMatchObject([{ path: 'f.txt', resolution: 'person' }])
    const files = repository.git('ls-tree', '--name-only', integration.branch as string).split('\n')
    expect(files.includes('f.txt')).toBe(expected !== undefined)
    if (expected !== undefined) expect(repository.show(integration.branch as string, 'f.txt')).toBe(expected)
  })

  test('moved to two places', async () => {
    const { repository, report, conflicted } = await startConflict('git mv f.txt a.txt', 'git mv f.txt b.txt')
    const detail = report.integration.conflicts[0]?.detail
    expect(detail).toContain('f.txt renamed to')
    expect(detail).not.toMatch(/[0-9a-f]{40}/)
    const checkout = await checkOut(repository, conflicted[0] as string)
    expect(toStatus(checkout).map(line => line.slice(3))).toEqual(
      expect.arrayContaining(['a.txt', 'b.txt', 'f.txt']),
    )

    checkout.git('rm', '-q', 'f.txt', 'a.txt')
    checkout.git('add', 'b.txt')
    const { code, integration } = await goOn(repository)
    expect(code).toBe(0)
    const files = repository.git('ls-tree', '--name-only', integration.branch as string).split('\n')
    expect(files.filter(name => /^[abf]\.txt$/.test(name))).toEqual(['b.txt'])
  })

  test('moved to two places: a third name is one of the answers', async () => {
    const { repository, conflicted } = await startConflict('git mv f.txt a.txt', 'git mv f.txt b.txt')
    const checkout = await checkOut(repository, conflicted[0] as string)
    checkout.git('rm', '-q', 'f.txt', 'a.txt', 'b.txt')
    checkout.write({ 'sub/c.txt': `${lines}\nboth\n` })
    const unstaged = await runCli(repository.folder, ['merge', '--continue'])
    expect([unstaged.code, unstaged.stderr]).toEqual([
      2,
      expect.stringContaining('sub/c.txt: new: "git add" it'),
    ])

    checkout.git('add', 'sub/c.txt')
    const { code, integration } = await goOn(repository)
    expect(code).toBe(0)
    expect(integration.conflicts).toContainEqual(
      expect.objectContaining({
        path: 'b.txt',
        detail: expect.stringContaining('moved by hand to sub/c.txt'),
      }),
    )
    const files = repository.git('ls-tree', '-r', '--name-only', integration.branch as string).split('\n')
    expect(files.filter(name => /[abcf]\.txt$/.test(name))).toEqual(['sub/c.txt'])
    expect(repository.show(integration.branch as string, 'sub/c.txt')).toBe(`${lines}\nboth`)
    expect((await runCli(repository.folder, ['merge'])).code).toBe(0)
  })

  test('binary: nothing is taken before it is decided', async () => {
    const { repository, conflicted } = await startConflict(
      "printf 'a\\0one\\n' > pic.bin",
      "printf 'a\\0two\\n' > pic.bin",
    )
    const checkout = await checkOut(repository, conflicted[0] as string)
    expect(toStatus(checkout)).toEqual(['UU pic.bin'])
    const undecided = await runCli(repository.folder, ['merge', '--continue'])
    expect(undecided.stderr).toContain('pic.bin: still conflicted')

    checkout.write({ 'pic.bin': 'a\0both\n' })
    checkout.git('add', 'pic.bin')
    const { code, integration } = await goOn(repository)
    expect(code).toBe(0)
    expect(repository.show(integration.branch as string, 'pic.bin')).toBe('a\0both')
  })
})

test('a conflict that no file holds is merged on the branch of the task, by the commands given', async () => {
  const { repository, conflicted } = await startConflict('echo 1 > New.txt', 'echo 2 > new.txt')
  const task = conflicted[0] as string
  const { code, stderr } = await runCli(repository.folder, ['merge', '--resolve', task])
  expect(code).toBe(2)
  const commands = stderr.split('\n').filter(line => line.startsWith('  '))
  expect(commands[0]).toContain('git switch agents/')

  repository.git('checkout', '-q', (commands[0] as string).trim().split(' ')[2] as string)
  repository.git('merge', '-q', (commands[1] as string).trim().split(' ')[2] as string)
  repository.git('mv', 'New.txt', 'other.txt')
  repository.git('commit', '-qm', 'Another name')
  repository.git('checkout', '-q', 'main')
  expect((await runCli(repository.folder, ['merge'])).code).toBe(0)
})

test('a task that a person is resolving is not redone', async () => {
  const { repository, report, conflicted } = await startConflict(
    `printf '${lines.replaceAll('\n', '\\n')} one\\n' > f.txt`,
    `printf '${lines.replaceAll('\n', '\\n')} two\\n' > f.txt`,
  )
  const task = conflicted[0] as string
  const checkout = await checkOut(repository, task)
  checkout.write({ 'f.txt': `${lines} one two\n` })
  checkout.git('add', 'f.txt')
  const resumed = await runToReport(repository, ['--resume', report.run])

  expect(resumed.stderr).toContain(
    `${task} is not redone: you are resolving its conflicts in ${checkout.folder}`,
  )
  expect(resumed.tasks[task]).toMatchObject({ outcome: 'succeeded', landing: 'conflicted' })
  expect(await goOn(repository)).toMatchObject({ code: 0, status: 'landed' })
})
