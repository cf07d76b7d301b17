import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

function listFiles(repository: TestRepository, branch: string | null | undefined): string[] {
  return repository.git('ls-tree', '-r', '--name-only', branch as string).split('\n')
}

describe('what setup has made and git does not ignore', () => {
  const setup = 'mkdir -p gen && echo m > gen/s && echo c > local.cfg'

  describe('in a run of one task for each of these', () => {
    let repository: TestRepository
    let tasks: Report['tasks']

    beforeAll(async () => {
      repository = makeRepository()
      const commit = 'git -c user.name=A -c user.email=a@x commit -qm x'
      const refused =
        'if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then echo e >> local.cfg; else cp local.cfg refused.txt; fi'
      writePlan(repository, {
        adds: { setup, script: 'echo work > gen/mine; echo e >> local.cfg' },
        same: { setup, script: 'sleep 0.1; echo m > gen/s; echo a > same.txt', files: ['same.txt'] },
        all: { setup, script: `echo a > all.txt; git add -A; ${commit}` },
        meant: { setup, script: `git add -f gen/s; ${commit}` },
        refused: { setup, script: refused, files: ['refused.txt'], retries: 1 },
      })
      tasks = (await runToReport(repository)).tasks
    })

    test('is not part of the change, but what the agent adds to it or changes in it is', () => {
      expect(tasks.adds).toMatchObject({ outcome: 'succeeded', filesChanged: 2 })
      expect(listFiles(repository, tasks.adds?.branch)).toEqual(['README.md', 'gen/mine', 'local.cfg'])
      expect(repository.show(tasks.adds?.branch as string, 'local.cfg')).toBe('c\ne')
    })

    test('does not count when the agent makes the same again', () => {
      expect(tasks.same).toMatchObject({ outcome: 'succeeded', attempts: 1, filesChanged: 1 })
    })

    test('is not committed by an agent that adds everything, only by one that means it', () => {
      expect(listFiles(repository, tasks.all?.branch)).toEqual(['README.md', 'all.txt'])
      expect(listFiles(repository, tasks.meant?.branch)).toEqual(['README.md', 'gen/s'])
    })

    test('is there again for the next attempt when the change of it was refused', () => {
      expect(tasks.refused).toMatchObject({ outcome: 'succeeded', attempts: 2 })
      expect(repository.show(tasks.refused?.branch as string, 'refused.txt')).toBe('c')
    })
  })

  test('is not inspected when it is very large, with a notice', async () => {
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
