import { describe, expect, test } from '@jest/globals'
import type { Task } from '../../src/model/plan.ts'
import { findUnmatchedScopes } from '../../src/plan/schema/unmatched-scopes.ts'

const paths = ['README.md', 'src/api/users.ts', 'src/store/index.ts', 'docs/guide.md']
const find = (...files: string[]) => findUnmatchedScopes([{ id: 'a', files } as unknown as Task], paths)

describe('a scope', () => {
  test.each([
    ['scr/**', 'src/**'],
    ['src/apis/**', 'src/api/**'],
    ['Docs/*.md', 'docs/*.md'],
  ])('that names the folder of %s gets a suggestion', (glob, meant) => {
    expect(find(glob)).toEqual([`task a: \`${glob}\` matches no file; did you mean \`${meant}\`?`])
  })

  test.each(['src/**', 'src/api/new.ts', 'benchmarks/**', 'new.md', '**/*.ts', '!scr/**', '{src,scr}/**'])(
    'may be %s',
    glob => {
      expect(find(glob)).toEqual([])
    },
  )
})
