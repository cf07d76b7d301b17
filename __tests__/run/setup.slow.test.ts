import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

function listFiles(repository: TestRepository, branch: string | null | undefined): string[] {
  return repository.git('ls-tree', '-r', '--name-only', branch as string).split('\n')
}

describe('what setup has made and git does not ignore', () => {
  const setup = 'mkdir -p gen && echo m > gen/s && echo c > local.cfg'

  test('is not part of the change, but what the agent adds to it or changes in it is', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { setup, script: 'echo work > gen/mine; echo e >> local.cfg' } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', filesChanged: 2 })
    expect(listFiles(repository, tasks.a?.branch)).toEqual(['README.md', 'gen/mine', 'local.cfg'])
    expect(repository.show(tasks.a?.branch as string, 'local.cfg')).toBe('c\ne')
  })

  test('does not count when the agent makes the same again', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { setup, script: 'sleep 0.1; echo m > gen/s; echo a > a.txt', files: ['a.txt'] },
    })
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1, filesChanged: 1 })
  })

  test('is not committed by an agent that adds everything, only by one that means it', async () => {
    const repository = makeRepository()
    const commit = 'git -c user.name=A -c user.email=a@x commit -qm x'
    writePlan(repository, {
      all: { setup, script: `echo a > a.txt; git add -A; ${commit}` },
      meant: { setup, script: `git add -f gen/s; ${commit}` },
    })
    const { tasks } = await runToReport(repository)

    expect(listFiles(repository, tasks.all?.branch)).toEqual(['README.md', 'a.txt'])
    expect(listFiles(repository, tasks.meant?.branch)).toEqual(['README.md', 'gen/s'])
  })

  test('is there again for the next attempt when the change of it was refused', async () => {
    const repository = makeRepository()
    const script =
      'if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then echo e >> local.cfg; else cp local.cfg a.txt; fi'
    writePlan(repository, { a: { setup, script, files: ['a.txt'], retries: 1 } })
    const { tasks, integration } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(repository.show(integration.branch as string, 'a.txt')).toBe('c')
  })

  test('is not looked into when it is very large, and that is said', async () => {
    const repository = makeRepository()
    const many =
      'mkdir big; i=0; while [ $i -lt 2500 ]; do : > big/$i; i=$((i+1)); done; mkdir small; : > small/s'
    writePlan(repository, { a: { setup: many, script: ': > big/mine; : > small/mine' } })
    const { tasks, stderr } = await runToReport(repository)

    expect(listFiles(repository, tasks.a?.branch)).toEqual(['README.md', 'small/mine'])
    expect(stderr).toMatch(/setup of a made big\/, too large to scan/)
  })
})

describe('a file that git would commit in another form than it is in', () => {
  test('does not count as a change', async () => {
    const repository = makeRepository({ 'docs/legacy.txt': 'one\r\ntwo\r\n', 'src/a.txt': 'a\n' })
    repository.write({ '.gitattributes': '*.txt text\n' })
    repository.git('add', '.gitattributes')
    repository.git('commit', '-qm', 'attributes')
    const commitAll = 'git add -A; git -c user.name=A -c user.email=a@x commit -qm x'
    writePlan(
      repository,
      {
        plain: { script: 'echo n > src/n.md', files: ['src/**'], retries: 0 },
        committing: { script: `echo c > src/c.md; ${commitAll}`, files: ['src/**'], retries: 0 },
        nothing: { script: 'true', 'allow-no-changes': true },
      },
      { overlap: 'warn' },
    )
    const { tasks, integration } = await runToReport(repository)

    expect(Object.values(tasks).map(({ outcome }) => outcome)).toEqual([
      'succeeded',
      'succeeded',
      'no-changes',
    ])
    expect(repository.git('rev-parse', `${integration.branch}:docs`)).toBe(
      repository.git('rev-parse', 'main:docs'),
    )
  })
})

describe('a change that is reverted', () => {
  test('is gone also when its name is not UTF-8', async () => {
    const repository = makeRepository()
    const name = `docs/caf$(printf '\\351').txt`
    const script = `if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then mkdir docs; echo x > "${name}"; else test ! -e "${name}" && echo a > a.txt; fi`
    writePlan(repository, { a: { script, files: ['a.txt'], retries: 1 } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
  })
})
