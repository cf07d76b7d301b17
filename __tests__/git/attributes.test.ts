import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { toTopLevelAttributes } from '../../src/git/attributes/attributes.ts'
import { makeRepository } from '../support/repository.ts'

describe('attributes of a folder', () => {
  test('mean the same when they stand at the top', () => {
    const inner =
      '*.txt merge=union\n/top.md -text\nsub/deep.* eol=lf\n# comment\n[attr]x y\n"with space.txt" diff\n'
    expect(toTopLevelAttributes('a b/.gitattributes', inner)).toBe(
      [
        '"/a b/**/*.txt" merge=union',
        '"/a b/top.md" -text',
        '"/a b/sub/deep.*" eol=lf',
        '"/a b/**/with space.txt" diff',
      ].join('\n'),
    )
    expect(toTopLevelAttributes('.gitattributes', inner)).toBe(inner)
  })

  test('are understood by git alike', () => {
    const inner = '*.txt merge=union\n/top.md merge=ours\nsub/deep.* merge=binary\n'
    const paths = [
      'a b/x.txt',
      'a b/c/x.txt',
      'a b/top.md',
      'a b/c/top.md',
      'a b/sub/deep.js',
      'a b/c/sub/deep.js',
      'x.txt',
    ]
    const check = (files: Record<string, string>) => {
      const { folder } = makeRepository(files)
      return execFileSync('git', ['check-attr', 'merge', ...paths], { cwd: folder, encoding: 'utf8' })
    }
    expect(check({ '.git/info/attributes': toTopLevelAttributes('a b/.gitattributes', inner) })).toBe(
      check({ 'a b/.gitattributes': inner }),
    )
  })
})
