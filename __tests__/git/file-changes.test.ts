import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { readMergeAttributes } from '../../src/git/attributes/merge-attributes.ts'
import { readFileChanges } from '../../src/git/diff/file-changes.ts'
import { UnfinishedWork } from '../../src/git/worktree/unfinished-work.ts'
import { createWorktree } from '../../src/git/worktree/worktree.ts'
import { type Files, openForecast, toLine, writeFiles } from '../support/branches.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

const closers: (() => void)[] = []
afterAll(() => {
  for (const close of closers) close()
})

async function open(base: Files) {
  const repository = makeRepository()
  const commit = writeFiles(repository, base, [])
  const opened = await openForecast(repository, commit)
  closers.push(opened.close)
  const tree = (files: Files) =>
    repository.git('rev-parse', `${writeFiles(repository, files, [commit])}^{tree}`)
  return { ...opened, git: repository, commit, tree }
}

const lines = Array.from({ length: 12 }, (_, index) => `line ${index}\n`)
const text = lines.join('')

describe('what differs between trees', () => {
  test('is read with its lines, whatever files are called and hold', async () => {
    const names = ['new\nline', 'tab\tquote".txt', 'back\\slash', ' diff --git a b', 'ünïcode']
    const latin = (name: string) => Buffer.from(name).toString('latin1')
    const base = Object.fromEntries(names.map(name => [latin(name), text]))
    const { control, tree } = await open(base)
    const changed = `${lines.slice(0, 3).join('')}+++ b/x\n@@ -1 +1 @@\ndiff --git a/x b/x\n${lines.slice(4).join('')}end`
    const to = tree(Object.fromEntries(names.map(name => [latin(name), changed])))
    const [changes] = await readFileChanges(control, [{ from: tree(base), to }])

    expect(changes?.map(({ newPath }) => newPath).sort()).toEqual([...names].sort())
    for (const change of changes ?? []) {
      expect(change.hunks?.map(({ start, removed }) => [start, removed])).toEqual([
        [3, 1],
        [12, 0],
      ])
    }
  })

  test('is listed for each pair, even where nothing differs', async () => {
    const base = { a: text, b: text, 'c.bin': 'x\0y', d: text, link: text }
    const { control, tree } = await open(base)
    const from = tree(base)
    const to = tree({ 'moved/a': text, '100755 b': text, 'c.bin': 'x\0z', '120000 link': 'b', e: 'new\n' })
    const answers = await readFileChanges(control, [
      { from, to: from },
      { from, to },
      { from: to, to: to },
    ])
    const summary = answers.map(changes =>
      changes.map(({ kind, newPath, hunks }) => `${kind} ${newPath} ${hunks?.length}`).sort(),
    )

    expect(summary).toEqual([
      [],
      [
        'added e 1',
        'deleted d 1',
        'modified b 0',
        'modified c.bin undefined',
        'modified link undefined',
        'renamed moved/a 0',
      ],
      [],
    ])
  })

  test('fails with what git says where there is no such tree', async () => {
    const { control, tree } = await open({ a: text })
    const pairs = [{ from: tree({ a: text }), to: '1'.repeat(40) }]
    await expect(readFileChanges(control, pairs)).rejects.toThrow()
  })
})

test('attributes say how files are merged, macros included', async () => {
  const { control } = await open({ a: text })
  const attributes = '*.log merge=union\n*.png binary\n*.lock -merge\n'
  const values = await readMergeAttributes(control, attributes, ['x.log', 'y.png', 'z.lock', 'a b.txt'])
  expect([...values.values()]).toEqual(['union', 'unset', 'unset', 'unspecified'])
  expect((await readMergeAttributes(control, '* text=auto\n', ['x.log'])).size).toBe(0)
})

test('a forecast follows the attributes of the base', async () => {
  const { forecast, git, commit } = await open({
    '.gitattributes': 'log.txt merge=union\n',
    'log.txt': text,
    'x.txt': text,
  })
  const branches = ['a', 'b'].map(task =>
    toLine(
      git,
      task,
      writeFiles(git, { '.gitattributes': '', 'log.txt': `${text}${task}\n`, 'x.txt': `${text}${task}\n` }, [
        commit,
      ]),
    ),
  )
  expect((await forecast.read(branches)).map(({ path }) => path)).toEqual(['x.txt'])
})

describe('unfinished work', () => {
  async function openWork(largestBytes: number) {
    const opened = await open({ 'a.txt': text, '.gitignore': 'ignored\n' })
    const folder = makeFolder('work')
    const worktree = await createWorktree(opened.control, {
      path: join(folder, 'files'),
      stateFolder: join(folder, 'state'),
      commit: opened.commit,
      branch: 'work',
      packedRefs: '',
    })
    return {
      ...opened,
      worktree,
      work: new UnfinishedWork(opened.control, worktree, {
        largestBytes,
        stop: new AbortController().signal,
      }),
    }
  }

  test('is everything in the worktree that is not ignored, and changes nothing there nor in the repository', async () => {
    const { worktree, work, control, git, commit } = await openWork(1000)
    const write = (name: string, content: string) => writeFileSync(join(worktree.path, name), content)
    const indexes = () =>
      [worktree.index, join(worktree.gitDirectory, 'index')].map(path => readFileSync(path, 'hex'))
    const before = indexes()
    write('new.txt', 'new\n')
    write('ignored', 'x')
    write('large.txt', 'x'.repeat(2000))
    rmSync(join(worktree.path, 'a.txt'))
    const first = (await work.readTree()) as string
    const again = await work.readTree()
    write('new.txt', 'newer\n')
    const second = (await work.readTree()) as string
    const from = git.git('rev-parse', `${commit}^{tree}`)
    const [one, two] = await readFileChanges(control, [
      { from, to: first },
      { from: first, to: second },
    ])

    expect(one?.map(({ kind, path }) => `${kind} ${path}`)).toEqual(['deleted a.txt', 'added new.txt'])
    expect(again).toBe(first)
    expect(two?.map(({ kind, path }) => `${kind} ${path}`)).toEqual(['modified new.txt'])
    expect(indexes()).toEqual(before)
    expect(() => git.git('cat-file', '-e', first)).toThrow()
  })

  test('of a worktree that is gone is nothing', async () => {
    const { worktree, work } = await openWork(1000)
    rmSync(worktree.path, { recursive: true })
    expect(await work.readTree()).toBeUndefined()
  })
})
