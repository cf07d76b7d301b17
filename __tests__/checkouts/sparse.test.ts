import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { tryToSparsePatterns } from '../../src/plan/checkout/sparse-patterns.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

const files = {
  'package.json': '{}\n',
  'packages/api/package.json': '{}\n',
  'packages/api/src/a.txt': 'a\n',
  'packages/web/package.json': '{}\n',
  'packages/web/src/w.txt': 'w\n',
  'shared/types/t.txt': 't\n',
  'docs/d.txt': 'd\n',
}
const list = 'find . -type f ! -path ./.git ! -name "new*" | sort'

describe('a sparse checkout', () => {
  test('has the files of the scope, those at the top, manifests, and what the plan names', async () => {
    const repository = makeRepository(files)
    const out = makeFolder('out')
    const note = (name: string) => `${list} > ${out}/${name}; git status --porcelain > ${out}/${name}.status`
    writePlan(
      repository,
      {
        api: { script: `${note('api')}; echo n > packages/api/src/new.txt`, files: ['packages/api/src/**'] },
        web: {
          script: `${note('web')}; rm packages/web/src/w.txt; echo n > packages/web/new2.txt; git add -A; git commit -qm web`,
          files: ['packages/web/**'],
        },
      },
      {
        'max-parallel': 1,
        checkout: { sparse: ['scope', 'shared/'] },
        integration: { test: '[ -e docs/d.txt ]' },
      },
    )
    const { status, integration } = await runToReport(repository)
    const read = (name: string) => readFileSync(join(out, name), 'utf8').trim().split('\n')
    const both = ['./README.md', './package.json', './packages/api/package.json']

    expect(status).toBe('landed')
    expect(read('api')).toEqual([
      ...both,
      './packages/api/src/a.txt',
      './packages/web/package.json',
      './shared/types/t.txt',
    ])
    expect(read('web')).toEqual([
      ...both,
      './packages/web/package.json',
      './packages/web/src/w.txt',
      './shared/types/t.txt',
    ])
    expect([read('api.status'), read('web.status')]).toEqual([[''], ['']])
    expect(repository.git('diff', '--name-status', 'main', integration.branch as string).split('\n')).toEqual(
      ['A\tpackages/api/src/new.txt', 'A\tpackages/web/new2.txt', 'D\tpackages/web/src/w.txt'],
    )
  })

  test('hides no file that an agent writes where none was checked out', async () => {
    const repository = makeRepository(files)
    const script = 'mkdir -p docs; echo evil > docs/d.txt; echo n > packages/api/new.txt'
    writePlan(
      repository,
      { api: { script, files: ['packages/api/**'], retries: 0 } },
      { checkout: { sparse: 'scope' } },
    )
    const { tasks } = await runToReport(repository)

    expect(tasks.api).toMatchObject({ outcome: 'out-of-scope' })
    expect(tasks.api?.reason).toContain('docs/d.txt')
    expect(repository.show(tasks.api?.kept as string, 'docs/d.txt')).toBe('evil')
    expect(repository.show(tasks.api?.kept as string, 'packages/web/src/w.txt')).toBe('w')
  })

  test('is a whole one for a task whose scope can be anywhere', () => {
    const settings = { hasScope: true, patterns: [] }
    const toPatterns = (scope: string[] | undefined) => tryToSparsePatterns(settings, scope)

    expect([toPatterns(undefined), toPatterns(['**/*.md']), toPatterns(['a/b.txt', '**'])]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(toPatterns(['a/b/*.ts', 'a/b/c/d.ts', 'e.txt', '!a/b/x.ts'])?.split('\n').slice(0, 5)).toEqual([
      '/*',
      '!/*/',
      '/a/',
      '!/a/*/',
      '/a/b/',
    ])
  })
})
