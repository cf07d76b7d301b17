import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

const conflict = `git checkout -q -b side; echo side > f.txt; git commit -qam side
git checkout -q -; echo main > f.txt; git commit -qam main`
const markers = "printf '<<<<<<< ours\\na\\n=======\\nb\\n>>>>>>> theirs\\n'"
const odd = 'tab\there.txt'

describe('what an agent leaves', () => {
  let repository: TestRepository
  let report: Report

  beforeAll(async () => {
    repository = makeRepository({ 'f.txt': 'base\n', [odd]: '1\n' })
    writePlan(
      repository,
      {
        merge: { script: `${conflict}\ngit merge side; exit 0`, retries: 0 },
        rebase: { script: `${conflict}\ngit rebase side; echo main > f.txt`, retries: 0 },
        stash: {
          script: 'echo a > f.txt; git stash; echo b > f.txt; git commit -qam b; git stash pop; exit 0',
          retries: 0,
        },
        fixed: {
          script: `[ $PARALLEL_AGENTS_ATTEMPT = 1 ] && ${markers} > fixed.txt || echo ab > fixed.txt`,
          retries: 1,
        },
        meant: {
          script: `${markers} > case.conflict; echo '*.conflict conflict-marker-size=32' > .gitattributes`,
          retries: 0,
        },
        sized: {
          script: `echo '*.wide conflict-marker-size=12' > .gitattributes; echo base > f.wide; git add .
git commit -qm sized; ${conflict.replaceAll('f.txt', 'f.wide')}; git merge side; git add f.wide; git commit -qm merged`,
          retries: 0,
        },
        odd: { script: `printf '2\\n' > "$(printf 'tab\\there.txt')"`, retries: 0 },
        refs: {
          script: 'echo a > a.txt; git update-ref refs/notes/x $(echo blob | git hash-object -w --stdin)',
          retries: 0,
        },
        tags: {
          script: 'git tag -am "why the start" one; git tag -am "why the other" two one; echo t > tags.txt',
          retries: 0,
        },
        sharp: { script: 'echo s > straße.md', files: ['straße.md'], retries: 0 },
        double: { script: 'echo d > STRASSE.md', files: ['STRASSE.md'], retries: 0 },
        upper: { script: 'mkdir Docs; echo u > Docs/a.md', files: ['Docs/**'], retries: 0 },
        lower: { script: 'mkdir docs; echo l > docs/b.md', files: ['docs/**'], retries: 0 },
      },
      { overlap: 'warn' },
    )
    report = await runToReport(repository)
  })

  test.each([
    ['merge', 'the agent ended in the middle of a merge with conflicts in f.txt'],
    ['rebase', 'the agent ended in the middle of a rebase'],
    ['stash', 'the agent ended in the middle of a merge with conflicts in f.txt'],
  ])('is refused in the middle of a %s', (task, reason) => {
    expect(report.tasks[task]).toMatchObject({ outcome: 'failed', reason, landing: 'none' })
    expect(report.tasks[task]?.kept).not.toBeNull()
  })

  test('is refused with conflict markers, which the next attempt is informed of', () => {
    expect(report.tasks.fixed).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(repository.show(report.tasks.fixed?.commit as string, 'fixed.txt')).toBe('ab')
  })

  test('may hold conflict markers that .gitattributes says are meant', () => {
    expect(report.tasks.meant).toMatchObject({ outcome: 'succeeded', landing: 'landed' })
  })

  test('is refused with conflict markers of the size that .gitattributes says', () => {
    expect(report.tasks.sized).toMatchObject({
      outcome: 'failed',
      reason: 'conflict markers are left in f.wide (line 1)',
    })
  })

  test('may change a file that has long had an odd name', () => {
    expect(report.tasks.odd).toMatchObject({ outcome: 'succeeded', landing: 'landed' })
    expect(repository.show(report.integration.branch as string, odd)).toBe('2')
  })

  test('is kept when a ref leads to a file instead of a commit', () => {
    const { reason, kept } = report.tasks.refs ?? {}
    expect(reason).toBeNull()
    const blob = createHash('sha1').update('blob 5\0blob\n').digest('hex')
    expect(repository.git('rev-list', '--objects', `${kept}`)).toContain(blob)
  })

  test('is kept when it is the text of tags', () => {
    const { outcome, kept } = report.tasks.tags ?? {}
    expect(outcome).toBe('succeeded')
    const texts = repository
      .git('rev-list', '--objects', '--no-object-names', `${kept}`)
      .split('\n')
      .map(id => repository.git('cat-file', '-p', id))
    const tags = texts.filter(text => text.includes('\ntagger ')).map(text => text.split('\n').at(-1))
    expect(tags.sort()).toEqual(['why the other', 'why the start'])
  })

  test.each([
    ['in case only', 'upper', 'lower'],
    ['by ß and SS', 'sharp', 'double'],
  ])('does not land beside a name that differs %s', (_, one, other) => {
    const [first, second] = [report.tasks[one], report.tasks[other]]
    expect([first?.landing, second?.landing].sort()).toEqual(['conflicted', 'landed'])
    expect(`${first?.reason} ${second?.reason}`).toContain('are one name to some file systems')
  })
})
