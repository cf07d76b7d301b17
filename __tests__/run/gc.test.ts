import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

/** What a user may do at any time, in the repository that the worktrees belong to. */
const collectGarbage = 'git -C ../../.. gc -q --prune=now'
const commitAll = (name: string) => `git add -A && git -c user.name=A -c user.email=a@x commit -qm ${name}`

describe('a collection of garbage', () => {
  test('while an agent works leaves it what it started from', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: 'echo a > a.txt' },
      b: { script: 'echo b > b.txt' },
      c: {
        needs: ['a', 'b'],
        setup: 'mkdir gen; echo s > gen/s; echo changed >> README.md',
        script: `${collectGarbage}; echo c > c.txt && ${commitAll('c')}; ${collectGarbage}; echo d > d.txt`,
        retries: 0,
      },
    })
    const { status, tasks, integration } = await runToReport(repository)

    expect({ status, reason: tasks.c?.reason }).toEqual({ status: 'landed', reason: null })
    const files = repository.git('ls-tree', '-r', '--name-only', integration.branch as string)
    expect(files.split('\n')).toEqual(['README.md', 'a.txt', 'b.txt', 'c.txt', 'd.txt'])
    expect(repository.show(integration.branch as string, 'README.md')).toBe('# Test')
  })

  test('while the test of a task runs leaves what is tested', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: {
        script: 'mkdir sub; echo a > sub/a.txt',
        setup: 'mkdir gen; echo s > gen/s',
        test: `${collectGarbage}; true`,
      },
    })
    const { status, integration } = await runToReport(repository)

    expect(status).toBe('landed')
    expect(repository.show(integration.branch as string, 'sub/a.txt')).toBe('a')
    expect(repository.git('fsck', '--connectivity-only', '--no-dangling')).toBe('')
  })
})
