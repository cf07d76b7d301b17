import { describe, expect, test } from '@jest/globals'
import { forecastConflicts, withoutInherited } from '../../src/conflicts/forecast/forecast.ts'
import { toLeftFolders } from '../../src/conflicts/forecast/moved-folders.ts'
import type { MergeWay, Side } from '../../src/conflicts/forecast/side.ts'
import type { FileChange, FileHunk } from '../../src/model/file-change.ts'

const file = { oldMode: '100644', newMode: '100644', oldId: 'old', newId: 'new' }

/** Replaces lines of `a.txt`: `start` lines stand in front, `removed` are taken out. */
function changed(
  start: number,
  removed: number,
  added = 'text',
  given: Partial<FileChange> = {},
): FileChange {
  const hunks: FileHunk[] = [{ start, removed, added }]
  return { ...file, kind: 'modified', path: 'a.txt', newPath: 'a.txt', newId: added, hunks, ...given }
}

function added(path: string, newId: string, given: Partial<FileChange> = {}): FileChange {
  return {
    ...file,
    kind: 'added',
    path,
    newPath: path,
    oldMode: '000000',
    oldId: '0',
    newId,
    hunks: [],
    ...given,
  }
}

const deleted: FileChange = {
  ...file,
  kind: 'deleted',
  path: 'a.txt',
  newPath: 'a.txt',
  newMode: '000000',
  newId: '0',
  hunks: [],
}
const moved = (newPath: string, hunks: readonly FileHunk[] = []): FileChange => ({
  ...file,
  kind: 'renamed',
  path: 'a.txt',
  newPath,
  newId: hunks.length === 0 ? 'old' : 'moved',
  hunks,
})
const madeExecutable: FileChange = { ...changed(0, 0), newMode: '100755', newId: 'old', hunks: [] }
const binary = (newId: string): FileChange => ({ ...changed(0, 0), newId, hunks: null })

function makeSide(task: string, changes: readonly FileChange[]): Side {
  return { task, changes, movedFolders: new Set() }
}

function compare(a: readonly FileChange[], b: readonly FileChange[], way: MergeWay = 'lines'): string[] {
  const conflicts = forecastConflicts({
    sides: [makeSide('a', a), makeSide('b', b)],
    toMergeWay: () => way,
    isCompared: () => true,
  })
  return conflicts.map(
    ({ path, lines, why }) => `${path}${lines === null ? '' : `:${lines.join('-')}`} ${why}`,
  )
}

describe('two branches conflict', () => {
  test.each<[string, FileChange, FileChange, string[]]>([
    ['where they replace the same line', changed(4, 1, 'x'), changed(4, 1, 'y'), ['a.txt:5-5 same lines']],
    [
      'where they replace overlapping lines',
      changed(4, 3, 'x'),
      changed(6, 4, 'y'),
      ['a.txt:5-10 same lines'],
    ],
    [
      'where they replace neighbouring lines',
      changed(4, 1, 'x'),
      changed(5, 1, 'y'),
      ['a.txt:5-6 same lines'],
    ],
    ['where both add at one place', changed(40, 0, 'x'), changed(40, 0, 'y'), ['a.txt:40-40 same lines']],
    ['where both add at the top', changed(0, 0, 'x'), changed(0, 0, 'y'), ['a.txt:1-1 same lines']],
    [
      'where one adds next to what the other replaces',
      changed(5, 0, 'x'),
      changed(5, 2, 'y'),
      ['a.txt:6-7 same lines'],
    ],
    ['not where a line is between', changed(4, 1, 'x'), changed(6, 1, 'y'), []],
    ['not where they do the same', changed(4, 1, 'x'), changed(4, 1, 'x'), []],
    [
      'where they put the same in place of other lines',
      changed(4, 1, 'x'),
      changed(4, 2, 'x'),
      ['a.txt:5-6 same lines'],
    ],
    ['where one changes and the other deletes', changed(4, 1), deleted, ['a.txt modify/delete']],
    ['where one makes executable and the other deletes', madeExecutable, deleted, ['a.txt modify/delete']],
    ['not where both delete', deleted, deleted, []],
    ['not where one makes executable and the other changes', madeExecutable, changed(4, 1), []],
    ['where one renames and the other deletes', moved('b.txt'), deleted, ['a.txt rename/delete']],
    ['where both rename apart', moved('b.txt'), moved('c.txt'), ['a.txt rename/rename']],
    ['not where both rename alike', moved('b.txt'), moved('b.txt'), []],
    [
      'where one renames and both change a line',
      moved('b.txt', [{ start: 4, removed: 1, added: 'x' }]),
      changed(4, 1, 'y'),
      ['a.txt:5-5 same lines'],
    ],
    ['not where one only renames and the other changes', moved('b.txt'), changed(4, 1, 'y'), []],
    ['where both change what has no lines', binary('x'), binary('y'), ['a.txt not mergeable by lines']],
    ['not where both change it alike', binary('x'), binary('x'), []],
    ['where one makes it binary', binary('x'), changed(4, 1, 'y'), ['a.txt not mergeable by lines']],
    ['where both add a file', added('n.txt', 'x'), added('n.txt', 'y'), ['n.txt add/add']],
    ['not where both add the same file', added('n.txt', 'x'), added('n.txt', 'x'), []],
    [
      'where both add it with another mode',
      added('n.txt', 'x'),
      added('n.txt', 'x', { newMode: '100755' }),
      ['n.txt add/add'],
    ],
    ['where one renames to what the other adds', moved('n.txt'), added('n.txt', 'x'), ['n.txt add/add']],
    [
      'where one adds a file and the other a folder',
      added('n', 'x'),
      added('n/m/o.txt', 'y'),
      ['n file/directory'],
    ],
    ['not in files whose names begin alike', added('n', 'x'), added('n.txt', 'y'), []],
  ])('%s', (_, a, b, expected) => {
    expect(compare([a], [b])).toEqual(expected)
    expect(compare([b], [a])).toEqual(expected)
  })

  test('at most once in a file, from the first line to the last', () => {
    const hunks = (text: string) => [3, 30].map(start => ({ start, removed: 1, added: text }))
    const [a, b] = ['x', 'y'].map(text => changed(0, 0, text, { hunks: hunks(text) })) as [
      FileChange,
      FileChange,
    ]
    expect(compare([a], [b])).toEqual(['a.txt:4-31 same lines'])
  })

  test('where one puts a file into a folder that the other moved away', () => {
    const mover = { ...makeSide('a', []), movedFolders: new Set(['src']) }
    const conflicts = forecastConflicts({
      sides: [mover, makeSide('b', [added('src/new.ts', 'x')])],
      toMergeWay: () => 'lines',
      isCompared: () => true,
    })
    expect(conflicts).toEqual([
      { tasks: ['a', 'b'], path: 'src/new.ts', lines: null, why: 'directory rename' },
    ])
  })

  test('by what the attributes say about merging', () => {
    expect(compare([changed(4, 1, 'x')], [changed(4, 1, 'y')], 'union')).toEqual([])
    expect(compare([added('n.txt', 'x')], [added('n.txt', 'y')], 'union')).toEqual([])
    expect(compare([changed(4, 1, 'x')], [changed(40, 1, 'y')], 'none')).toEqual([
      'a.txt not mergeable by lines',
    ])
  })
})

describe('a forecast', () => {
  test('is made of all pairs, in their order, without those that are not to be compared', () => {
    const sides = ['a', 'b', 'c'].map(task => makeSide(task, [changed(4, 1, task)]))
    const conflicts = forecastConflicts({
      sides,
      toMergeWay: () => 'lines',
      isCompared: (a, b) => a + b !== 2,
    })
    expect(conflicts.map(({ tasks }) => tasks)).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ])
  })

  test('of 100 branches that all change many files takes a fraction of a second', () => {
    const changes = (side: number) =>
      Array.from({ length: 200 }, (_, path) =>
        changed(side * 10, 3, 'x', { path: `f${path}`, newPath: `f${path}` }),
      )
    const sides = Array.from({ length: 100 }, (_, side) => makeSide(`t${side}`, changes(side)))
    const startedAt = performance.now()

    expect(forecastConflicts({ sides, toMergeWay: () => 'lines', isCompared: () => true })).toEqual([])
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })

  test('leaves out what a branch only brings along', () => {
    const conflict = (a: string, b: string, path: string) =>
      ({ tasks: [a, b], path, lines: [1, 2], why: 'same lines' }) as const
    const conflicts = [
      conflict('base', 'other', 'x'),
      conflict('other', 'heir', 'x'),
      conflict('other', 'heir', 'y'),
    ]
    expect(withoutInherited(conflicts, new Map([['heir', new Set(['base'])]]))).toEqual([
      conflicts[0],
      conflicts[2],
    ])
  })
})

test('a renamed file leaves its folder, and those above as long as the rest of the path stays the same', () => {
  const rename = (path: string, newPath: string): FileChange => ({ ...moved(newPath), path })
  const left = (path: string, newPath: string) => [...toLeftFolders([rename(path, newPath)])]
  expect(left('src/api/a.ts', 'lib/api/a.ts')).toEqual(['src/api', 'src'])
  expect(left('src/api/a.ts', 'src/old/a.ts')).toEqual(['src/api'])
  expect(left('src/a.ts', 'src/b.ts')).toEqual([])
  expect(left('src/a.ts', 'a.ts')).toEqual(['src'])
})
