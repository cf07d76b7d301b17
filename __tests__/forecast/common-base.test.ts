import { describe, expect, test } from '@jest/globals'
import { type Line, toComparisons, toContainedLines } from '../../src/conflicts/forecast/common-base.ts'

/** A history: each commit with its parents. What is not named is in the base of the run. */
function toHistoryOf(parents: Readonly<Record<string, readonly string[]>>) {
  const historyOf = (commit: string): Set<string> =>
    commit in parents
      ? new Set([commit, ...(parents[commit] ?? []).flatMap(id => [...historyOf(id)])])
      : new Set()
  return historyOf
}

const branch = (task: string, commit = task): Line => ({ task, commit, isBranch: true })
const work = (task: string, commit: string): Line => ({ task, commit, isBranch: false })

/** `a+b from x` for each pair that is compared. */
function compare(lines: readonly Line[], parents: Readonly<Record<string, readonly string[]>>): string[] {
  return toComparisons(lines, toHistoryOf(parents)).flatMap(({ base, members, isCompared }) =>
    members.flatMap(b =>
      members
        .filter(a => a < b && isCompared(a, b))
        .map(a => `${lines[a]?.task}+${lines[b]?.task} from ${base ?? 'base'}`),
    ),
  )
}

describe('two branches are compared', () => {
  test('from the base of the run where they share nothing else', () => {
    expect(compare([branch('a'), branch('b'), work('c', 'start')], { a: [], b: [] })).toEqual([
      'a+b from base',
      'a+c from base',
      'b+c from base',
    ])
  })

  test('not at all where one contains the other', () => {
    expect(compare([branch('a'), branch('b')], { a: [], b: ['a'] })).toEqual([])
    expect(compare([branch('a'), work('b', 'a')], { a: [] })).toEqual([])
  })

  test('from the branch that both started from', () => {
    const parents = { a: [], b: ['a'], c: ['a'] }
    expect(compare([branch('a'), branch('b'), branch('c'), work('d', 'a')], parents)).toEqual([
      'b+c from a',
      'b+d from a',
      'c+d from a',
    ])
  })

  test('from a merge of what they share, where each started from such a merge', () => {
    const parents = {
      a: [],
      b: [],
      ab: ['a', 'b'],
      ba: ['a', 'b'],
      e: [],
      abe: ['ba', 'e'],
      c: ['ab'],
      d: ['abe'],
    }
    expect(compare([branch('c'), branch('d')], parents)).toEqual(['c+d from ab'])
  })
})

test('a branch contains what is in its history, but not its equal', () => {
  const historyOf = toHistoryOf({ a: [], b: ['a'] })
  expect([
    ...toContainedLines([branch('a'), branch('twin', 'a'), branch('b'), work('c', 'a')], historyOf),
  ]).toEqual([
    ['a', new Set()],
    ['twin', new Set()],
    ['b', new Set(['a', 'twin'])],
    ['c', new Set(['a', 'twin'])],
  ])
})
