import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

const commitAll = 'git add . && git -c user.name=A -c user.email=a@x commit -qm'

function subjects(repository: TestRepository, range: string): string[] {
  return repository.git('log', '--format=%s', range).split('\n')
}

describe('commits of an agent', () => {
  test('stay as they are, and what it left uncommitted is committed on top with trailers', async () => {
    const repository = makeRepository()
    const script = `echo 1 > one.txt; ${commitAll} one; echo 2 > two.txt`
    writePlan(repository, { a: { title: 'Write two files', script } })
    const { tasks, run } = await runToReport(repository)

    const branch = tasks.a?.branch as string
    expect(subjects(repository, `main..${branch}`)).toEqual(['Write two files', 'one'])
    const trailers = repository.git('log', '-1', '--format=%(trailers)', branch)
    expect(trailers).toContain(`Agent-Run: ${run}\nAgent-Task: a\nAgent: does-a`)
    expect(repository.git('log', '-1', '--format=%an <%ae>', branch)).toBe('Test User <test@example.com>')
  })

  test('are the branch when it left nothing uncommitted', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: `echo 1 > one.txt; ${commitAll} one` } })
    const { tasks } = await runToReport(repository)

    expect(subjects(repository, `main..${tasks.a?.branch}`)).toEqual(['one'])
  })

  test('that it took back, stashed or left on other branches are kept', async () => {
    const repository = makeRepository()
    const script = [
      `echo lost > lost.txt; ${commitAll} taken-back; git reset -q --hard HEAD~1`,
      `git checkout -q -b side; echo side > side.txt; ${commitAll} side; git checkout -q -`,
      'echo stashed > README.md; git -c user.name=A -c user.email=a@x stash -q',
      'echo a > a.txt',
    ].join('; ')
    writePlan(repository, { a: { script } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('succeeded')
    const kept = subjects(repository, `main..${tasks.a?.kept}`)
    expect(kept).toEqual(expect.arrayContaining(['taken-back', 'side']))
    expect(kept.some(subject => subject.startsWith('WIP on'))).toBe(true)
    expect(repository.git('ls-tree', '--name-only', tasks.a?.branch as string).split('\n')).toEqual([
      'README.md',
      'a.txt',
    ])
  })

  test('are replaced by one commit when one of them holds what a gate refuses', async () => {
    const repository = makeRepository()
    const script = `echo bad > out.txt; ${commitAll} bad; git rm -q out.txt; echo a > a.txt; ${commitAll} good`
    writePlan(repository, { a: { script, files: ['a.txt'], title: 'Only this' } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1 })
    expect(subjects(repository, `main..${tasks.a?.branch}`)).toEqual(['Only this'])
    expect(subjects(repository, `main..${tasks.a?.kept}`)).toEqual(expect.arrayContaining(['good', 'bad']))
  })

  test('are replaced by one commit when they do not follow the start', async () => {
    const repository = makeRepository()
    const script = `git checkout -q --orphan fresh; echo a > a.txt; ${commitAll} root`
    writePlan(repository, { a: { script, title: 'From nothing' } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('succeeded')
    expect(subjects(repository, `main..${tasks.a?.branch}`)).toEqual(['From nothing'])
  })

  test('may contain files that are ignored and were added on purpose', async () => {
    const repository = makeRepository({ '.gitignore': '*.gen\n' })
    writePlan(repository, { a: { script: `echo g > a.gen; git add -f a.gen; ${commitAll} generated` } })
    const { tasks } = await runToReport(repository)

    expect(repository.show(tasks.a?.branch as string, 'a.gen')).toBe('g')
  })
})
