import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const commitAll = 'git add -A && git -c user.name=A -c user.email=a@x commit -qm'

describe('the history that an agent hands over', () => {
  test('is replaced by one commit when it holds commits of another task, whose files then stay', async () => {
    const repository = makeRepository()
    const findTheirs = [
      'theirs() { git cat-file --batch-check --batch-all-objects | while read id type _; do [ $type != commit ] || git log -1 --format="%s %H" $id; done | sed -n "s/^theirs //p"; }',
      'while [ -z "$(theirs)" ]; do sleep 0.1; done; sleep 1',
    ]
    const takeOver = `git -c user.name=A -c user.email=a@x merge -q -s ours --no-edit $(theirs)`
    writePlan(repository, {
      b: { script: `echo b > b.txt; ${commitAll} theirs` },
      a: {
        script: [...findTheirs, `echo a > a.txt; ${commitAll} mine`, takeOver].join('\n'),
        title: 'Take over the other one',
      },
    })
    const { tasks, integration } = await runToReport(repository)

    expect(tasks.b?.landing).toBe('landed')
    expect(tasks.a?.landing).toBe('landed')
    expect(repository.show(integration.branch as string, 'b.txt')).toBe('b')
    expect(repository.git('log', '--format=%s', `main..${tasks.a?.branch}`)).toBe('Take over the other one')
  })

  test('is replaced by one commit when a part of it does not follow the start', async () => {
    const repository = makeRepository()
    const script = [
      `git checkout -q --orphan fresh; git rm -rfq .; echo f > f.txt; ${commitAll} foreign; git checkout -q -`,
      'git -c user.name=A -c user.email=a@x merge -q --allow-unrelated-histories --no-edit fresh; echo a > a.txt',
    ].join('\n')
    writePlan(repository, { a: { script, title: 'Both' } })
    const { tasks } = await runToReport(repository)

    expect(repository.git('log', '--format=%s', `main..${tasks.a?.branch}`)).toBe('Both')
    expect(repository.show(tasks.a?.branch as string, 'f.txt')).toBe('f')
  })

  test('is dated within the run, and carries no trailer of the harness', async () => {
    const repository = makeRepository()
    const script = [
      'export GIT_AUTHOR_DATE="@9999999999 +0000" GIT_COMMITTER_DATE="@1 +0000"',
      `echo 1 > one.txt; ${commitAll} "$(printf 'one\\n\\nWhy: so\\nAgent-Task: other\\nagent-run: x\\nAgent: y')"`,
      `unset GIT_AUTHOR_DATE GIT_COMMITTER_DATE; echo 2 > two.txt; ${commitAll} two`,
    ].join('\n')
    writePlan(repository, { a: { script } })
    const before = Math.floor(Date.now() / 1000)
    const { tasks } = await runToReport(repository)

    const branch = tasks.a?.branch as string
    expect(repository.git('log', '--format=%s', `main..${branch}`)).toBe('two\none')
    expect(repository.git('log', '--format=%B', '-1', `${branch}~1`).trim()).toBe('one\n\nWhy: so')
    const [author, committer] = repository.git('log', '-1', '--format=%at %ct', `${branch}~1`).split(' ')
    expect(Number(author)).toBeGreaterThanOrEqual(before)
    expect(Number(author)).toBeLessThanOrEqual(Date.now() / 1000)
    expect(committer).toBe(repository.git('log', '-1', '--format=%ct', 'main'))
    expect(tasks.a?.kept).toBeNull()
  })

  test('brings no objects of other repositories along, which its alternates lead to', async () => {
    const secret = makeRepository({ 'secret.txt': 'hush\n' })
    const repository = makeRepository()
    const script = [
      `echo ${join(secret.folder, '.git/objects')} >> "$(git rev-parse --git-dir)/objects/info/alternates"`,
      `git update-index --add --cacheinfo 100644,${secret.git('rev-parse', 'HEAD:secret.txt')},taken.txt`,
      'git -c user.name=A -c user.email=a@x commit -qm taken; echo a > a.txt; git rm -q --cached taken.txt',
    ].join('\n')
    writePlan(repository, { a: { script, retries: 0 } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.reason).toContain('the commits cannot be read')
    expect(() => repository.git('cat-file', '-e', secret.git('rev-parse', 'HEAD:secret.txt'))).toThrow()
  })

  test('is not unfolded when a few trees in it stand for billions of files', async () => {
    const repository = makeRepository()
    const script = [
      'blob=$(echo x | git hash-object -w --stdin); tree=$(printf "100644 blob $blob\\tf\\n" | git mktree)',
      'for level in 1 2 3 4 5 6 7 8 9 10; do tree=$(for n in a b c d e f g h i j; do printf "040000 tree $tree\\t$n\\n"; done | git mktree); done',
      'git update-ref HEAD $(git -c user.name=A -c user.email=a@x commit-tree -p HEAD -m bomb $tree)',
    ].join('\n')
    writePlan(repository, { a: { script, retries: 0 } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.reason).toContain('more than 100000 entries')
  })
})
