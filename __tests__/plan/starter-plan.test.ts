import { describe, expect, test } from '@jest/globals'
import { toMatcher } from '../../src/plan/scope/globs.ts'
import { toFolderGlob, toStarterFolders } from '../../src/plan/starter/starter-folders.ts'
import { toWorkspaceGlobs } from '../../src/plan/starter/workspace-globs.ts'

const paths = (files: readonly string[], workspaces: readonly string[] = []) =>
  toStarterFolders(files, workspaces).map(({ path }) => path)

describe('the folders of a starter plan', () => {
  test('are those with the most code, sources before tests and documents', () => {
    const files = [
      'assets/a.png',
      'benchmarks/a.js',
      'benchmarks/b.js',
      'docs/a.js',
      'lib/a.js',
      'web-app/a.ts',
      'web-app/b.ts',
    ]
    expect(paths(files)).toEqual(['lib', 'web-app', 'benchmarks'])
    expect(paths(['docs/a.md', 'node_modules/x/a.js', '.github/a.yml', 'readme.md'])).toEqual(['docs'])
  })

  test('are the packages of a workspace, where there is one', () => {
    const files = [
      'package.json',
      'packages/ui/package.json',
      'packages/api/package.json',
      'packages/api/a.ts',
      'packages/old/package.json',
      'examples/x/package.json',
      'packages/ui/node_modules/x/package.json',
    ]
    expect(paths(files, ['./packages/*/', '!packages/old'])).toEqual(['packages/api', 'packages/ui'])
    expect(toStarterFolders(files, ['packages/api']).map(({ id }) => id)).toEqual(['api'])
  })

  test('have different valid ids, and globs that mean exactly them', () => {
    const folders = ['文档', '資料', 'my app', 'my-app', 'my_app', '[locale]', '!bang', 'x'.repeat(60)]
    for (const name of folders) {
      const [folder] = toStarterFolders([`${name}/f`], [])
      expect(toMatcher([toFolderGlob(name)])(`${name}/f`)).toBe(true)
      expect(`improve-${folder?.id}`).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/)
    }
    const files = folders.slice(0, 2).map(name => `${name}/f`)
    expect(toStarterFolders(files, []).map(({ id }) => id)).toEqual(['folder', 'folder-2'])
  })
})

test('workspaces are those of npm, pnpm, Cargo and Go', () => {
  const none = { packageJson: undefined, pnpm: '', cargo: '', go: '' }
  const read = (files: Partial<Parameters<typeof toWorkspaceGlobs>[0]>) =>
    toWorkspaceGlobs({ ...none, ...files })
  expect(read({ packageJson: { workspaces: ['a/*', 3] } })).toEqual(['a/*'])
  expect(read({ packageJson: { workspaces: { packages: ['a/*'] } } })).toEqual(['a/*'])
  expect(read({ pnpm: `packages:\n  # all\n  - 'a/*' # x\n\n  - "!b"\n  - c\ncatalog:\n  - d\n` })).toEqual([
    'a/*',
    '!b',
    'c',
  ])
  expect(read({ pnpm: `packages: ['a/*', "!b",\n  c ]\ncatalog: [d]\n` })).toEqual(['a/*', '!b', 'c'])
  expect(read({ cargo: '[workspace]\nmembers = [\n  "crates/*",\n  "x",\n]\n' })).toEqual(['crates/*', 'x'])
  expect(read({ go: 'go 1.22\n\nuse (\n\t.\n\t./a\n)\n' })).toEqual(['./a'])
  expect(read({ go: 'use ./a\n' })).toEqual(['./a'])
  expect(read({ packageJson: null })).toEqual([])
})
