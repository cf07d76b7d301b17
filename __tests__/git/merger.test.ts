import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { readMergeRecord } from '../../src/git/merge/merge-record.ts'
import { Merger } from '../../src/git/merge/merger.ts'
import { type ControlRepository, openControlRepository } from '../../src/git/repository/control-repository.ts'
import { closeRepository, openRepository } from '../../src/git/repository/open-repository.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'

const closers: (() => void)[] = []
afterAll(() => {
  for (const close of closers) close()
})

async function openMerger(
  repository: TestRepository,
  base: string,
): Promise<{ merger: Merger; control: ControlRepository }> {
  const opened = await openRepository(repository.folder, process.env as Record<string, string>)
  const control = await openControlRepository(opened, join(makeFolder('harness'), 'harness.git'))
  const merger = await Merger.open(control, base)
  closers.push(() => {
    merger.close()
    closeRepository(opened)
  })
  return { merger, control }
}

/** A repository with two branches that change different or the same lines. */
function makeBranches(
  base: Record<string, string>,
  ours: Record<string, string>,
  theirs: Record<string, string>,
): TestRepository {
  const repository = makeRepository(base)
  repository.git('checkout', '-q', '-b', 'ours')
  repository.write(ours)
  repository.commit('ours')
  repository.git('checkout', '-q', '-b', 'theirs', 'main')
  repository.write(theirs)
  repository.commit('theirs')
  repository.git('checkout', '-q', 'main')
  return repository
}

describe('a merge in memory', () => {
  test('gives the tree that git merge gives', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`)
    const base = { 'x.txt': lines.join('\n'), 'old.txt': lines.join('\n') }
    const repository = makeBranches(
      base,
      { 'x.txt': ['first', ...lines].join('\n') },
      { 'x.txt': [...lines, 'last'].join('\n'), 'new.txt': 'new\n' },
    )
    const { merger } = await openMerger(repository, repository.git('rev-parse', 'main'))
    const result = await merger.merge(
      repository.git('rev-parse', 'ours'),
      repository.git('rev-parse', 'theirs'),
    )
    repository.git('checkout', '-q', 'ours')
    repository.git('merge', '-q', '--no-edit', 'theirs')

    expect(result).toEqual({ kind: 'clean', tree: repository.git('rev-parse', 'HEAD^{tree}') })
  })

  test('names the files of a conflict with all their versions', async () => {
    const repository = makeBranches(
      { 'x.txt': 'base\n', 'gone.txt': 'base\n' },
      { 'x.txt': 'ours\n', 'gone.txt': 'changed\n' },
      { 'x.txt': 'theirs\n' },
    )
    repository.git('checkout', '-q', 'theirs')
    repository.git('rm', '-q', 'gone.txt')
    repository.commit('delete')
    const { merger } = await openMerger(repository, repository.git('rev-parse', 'main'))
    const [ours, theirs] = ['ours', 'theirs'].map(name => repository.git('rev-parse', name)) as [
      string,
      string,
    ]
    const result = await merger.merge(ours, theirs)
    const id = (name: string) => ({ mode: '100644', id: repository.git('rev-parse', name) })

    expect(result).toMatchObject({
      kind: 'conflicted',
      conflicts: [
        { path: 'gone.txt', base: id('main:gone.txt'), ours: id('ours:gone.txt') },
        { path: 'x.txt', base: id('main:x.txt'), ours: id('ours:x.txt'), theirs: id('theirs:x.txt') },
      ],
    })
    expect(await merger.merge(ours, ours)).toMatchObject({ kind: 'clean' })
  })

  test('follows the attributes of the base, whatever is checked out or configured', async () => {
    const base = { 'docs/.gitattributes': 'log.txt merge=union\n', 'docs/log.txt': 'base\n' }
    const repository = makeBranches(
      base,
      { 'docs/log.txt': 'base\nours\n' },
      { 'docs/log.txt': 'base\ntheirs\n' },
    )
    const main = repository.git('rev-parse', 'main')
    repository.git('checkout', '-q', '--orphan', 'elsewhere')
    repository.git('rm', '-rqf', '.')
    repository.git('config', 'merge.renames', 'false')
    const { merger } = await openMerger(repository, main)
    const result = await merger.merge(
      repository.git('rev-parse', 'ours'),
      repository.git('rev-parse', 'theirs'),
    )

    expect(result.kind).toBe('clean')
    expect(repository.git('cat-file', '-p', `${result.tree}:docs/log.txt`)).toBe('base\nours\ntheirs')
  })

  test('works where no answer comes through the open process', async () => {
    const repository = makeBranches({ 'x.txt': 'base\n' }, { 'a.txt': 'a\n' }, { 'x.txt': 'theirs\n' })
    const { merger } = await openMerger(repository, repository.git('rev-parse', 'main'))
    const [ours, theirs] = ['ours', 'theirs'].map(name => repository.git('rev-parse', name)) as [
      string,
      string,
    ]
    const before = await merger.merge(ours, theirs)
    merger.close()

    expect(await merger.merge(ours, theirs)).toEqual(before)
  })
})

test('a merge record is read field by field', () => {
  const reader = readMergeRecord()
  reader.next()
  const fields = [
    '0',
    'tree',
    '100644 aa 1\tx y',
    '100644 bb 2\tx y',
    '',
    '2',
    'x y',
    'z',
    'CONFLICT (contents)',
    'a message\n',
    '',
  ]
  const results = fields.map(field => reader.next(field))

  expect(results.slice(0, -1).every(({ done }) => !done)).toBe(true)
  expect(results.at(-1)).toEqual({
    done: true,
    value: {
      kind: 'conflicted',
      tree: 'tree',
      conflicts: [{ path: 'x y', base: { mode: '100644', id: 'aa' }, ours: { mode: '100644', id: 'bb' } }],
      messages: [{ paths: ['x y', 'z'], type: 'CONFLICT (contents)', text: 'a message' }],
    },
  })
})
