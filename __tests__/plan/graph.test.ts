import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  findCycles,
  toLevels,
  toTopologicalOrder,
  withAncestors,
  withDescendants,
} from '../../src/plan/graph/graph.ts'
import { toListSchedule } from '../../src/plan/graph/list-schedule.ts'
import { toMergeOrder } from '../../src/plan/graph/merge-order.ts'
import { findParallel } from '../../src/plan/graph/parallel-tasks.ts'
import { beginsResult } from '../../src/plan/graph/start-order.ts'
import { toCriticalPath, toEstimates, toRemainingPaths } from '../../src/plan/graph/weights.ts'
import { graphs } from '../support/graphs.ts'
import { makeTask, makeTasks } from '../support/tasks.ts'

describe('the topological order', () => {
  test('keeps plan order where it is free', () => {
    const tasks = makeTasks({ e: ['d'], d: [], c: ['a'], b: [], a: [] })
    expect(toTopologicalOrder(tasks).map(task => task.id)).toEqual(['d', 'e', 'b', 'a', 'c'])
  })

  test('puts every task behind all that it needs, on any graph', () => {
    fc.assert(
      fc.property(graphs, tasks => {
        const ids = toTopologicalOrder(tasks).map(task => task.id)
        expect(ids).toHaveLength(tasks.length)
        for (const task of tasks)
          for (const id of task.needs) expect(ids.indexOf(id)).toBeLessThan(ids.indexOf(task.id))
      }),
    )
  })

  test('splits into levels', () => {
    const levels = toLevels(makeTasks({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'], e: [] }))
    expect(levels.map(level => level.map(task => task.id))).toEqual([['a', 'e'], ['b', 'c'], ['d']])
  })
})

describe('tasks that may run beside others', () => {
  test('are those that no path connects with some other task, on any graph', () => {
    fc.assert(
      fc.property(graphs, tasks => {
        const isAlone = (id: string) => {
          const connected = [...withAncestors(tasks, [id]), ...withDescendants(tasks, [id])]
          return new Set(connected).size === tasks.length
        }
        expect(findParallel(tasks)).toEqual(tasks.filter(task => !isAlone(task.id)))
      }),
    )
  })
})

describe('cycles', () => {
  test('are found, one for each group', () => {
    const cycles = findCycles(
      makeTasks({ a: ['b'], b: ['c'], c: ['a'], d: ['a'], e: ['f'], f: ['e'], g: [] }),
    )
    expect(cycles.map(cycle => cycle.join(' '))).toEqual(['a b c a', 'e f e'])
  })

  test('are not found where there are none', () => {
    fc.assert(fc.property(graphs, tasks => expect(findCycles(tasks)).toEqual([])))
  })
})

test('descendants and ancestors include the tasks themselves', () => {
  const tasks = makeTasks({ a: [], b: ['a'], c: ['b'], d: [] })
  expect([...withDescendants(tasks, ['b'])]).toEqual(['b', 'c'])
  expect([...withAncestors(tasks, ['b'])]).toEqual(['b', 'a'])
})

describe('estimates', () => {
  test('that are missing count as the median, or as one task each when there are none', () => {
    const tasks = [
      makeTask('a', { estimateMinutes: 10 }),
      makeTask('b', { estimateMinutes: 20 }),
      makeTask('c'),
    ]
    expect([...toEstimates(tasks).values()]).toEqual([10, 20, 15])
    expect(toEstimates([...tasks, makeTask('d', { estimateMinutes: 90 })]).get('c')).toBe(20)
    expect([...toEstimates(makeTasks({ a: [], b: [] })).values()]).toEqual([1, 1])
  })

  test('give the critical path', () => {
    const tasks = [
      makeTask('a', { estimateMinutes: 5 }),
      makeTask('b', { needs: ['a'], estimateMinutes: 1 }),
      makeTask('c', { needs: ['a'], estimateMinutes: 9 }),
    ]
    expect(toCriticalPath(tasks, toEstimates(tasks))).toEqual(['a', 'c'])
  })
})

describe('the list schedule', () => {
  test('is never longer than Graham allows, and never shorter than what is possible', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 6 }), (tasks, slots) => {
        const weights = toEstimates(tasks)
        const work = [...weights.values()].reduce((sum, minutes) => sum + minutes, 0)
        const path = Math.max(...toRemainingPaths(tasks, weights).values())
        const { makespan, starts } = toListSchedule(tasks, weights, slots)

        expect(makespan).toBeGreaterThanOrEqual(Math.max(path, work / slots) - 1e-9)
        expect(makespan).toBeLessThanOrEqual(work / slots + (1 - 1 / slots) * path + 1e-9)
        for (const task of tasks) {
          for (const id of task.needs) {
            expect(starts.get(task.id)).toBeGreaterThanOrEqual((starts.get(id) ?? 0) + (weights.get(id) ?? 0))
          }
        }
      }),
    )
  })

  test('with one slot takes all the work, and with many the critical path', () => {
    const tasks = makeTasks({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'] })
    const one = new Map(tasks.map(task => [task.id, 1]))
    expect([1, 2, 9].map(slots => toListSchedule(tasks, one, slots).makespan)).toEqual([4, 3, 3])
  })
})

describe('the merges that tasks are started from', () => {
  const tasks = makeTasks({
    a: [],
    b: [],
    c: [],
    d: [],
    x: ['a', 'b'],
    y: ['c', 'd'],
    z: ['x', 'c'],
    one: ['a'],
  })

  test('are those of the result where the longest row begins with them', () => {
    expect(['x', 'z', 'one'].map(id => beginsResult(tasks, id))).toEqual([true, true, true])
    expect(beginsResult(tasks, 'y')).toBe(false)
  })

  test('are those of branches that conflict with others, too, where that does not hinder anything', () => {
    const forecast = [{ tasks: ['a', 'x'] as const, expected: null }]
    const facts = { contained: new Map(), starts: [['a', 'b']], forecast }
    expect(toMergeOrder(makeTasks({ c: [], b: [], a: [], x: [] }), facts)).toEqual(['a', 'b', 'c', 'x'])
  })
})

const nothingKnown = { contained: new Map(), forecast: [], starts: [] }

describe('the merge order', () => {
  test('is a topological order, with ties in plan order', () => {
    expect(
      toMergeOrder(makeTasks({ z: [], d: ['b', 'c'], b: ['a'], c: ['a'], a: [] }), nothingKnown),
    ).toEqual(['z', 'a', 'b', 'c', 'd'])
  })

  test('puts a branch behind all branches that it contains', () => {
    const tasks = makeTasks({ again: [], x: [], y: [] })
    expect(
      toMergeOrder(tasks, { contained: new Map([['again', new Set(['y'])]]), starts: [], forecast: [] }),
    ).toEqual(['x', 'y', 'again'])
  })

  test('begins with the merges that most tasks in a row were started from, if nothing speaks against it', () => {
    const tasks = makeTasks({ x: [], a: [], b: [], both: ['a', 'b'] })
    const facts = { contained: new Map(), forecast: [], starts: [['a'], ['a', 'b'], ['b', 'gone', 'x']] }
    expect(toMergeOrder(tasks, facts)).toEqual(['a', 'b', 'x', 'both'])
    const one = [{ tasks: ['a', 'x'] as const }]
    expect(toMergeOrder(tasks, { ...facts, forecast: one })).toEqual(['a', 'b', 'both', 'x'])
    const more = [...makeTasks({ y: [] }), ...tasks]
    const two = [...one, { tasks: ['a', 'y'] as const }]
    expect(toMergeOrder(more, { ...facts, forecast: two })).toEqual(['b', 'y', 'x', 'a', 'both'])
  })

  test.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    ['nothing: plan order', [], ['a', 'b', 'c', 'd']],
    ['a pair: those that conflict with nothing come first', [['a', 'b']], ['c', 'd', 'a', 'b']],
    [
      'one against two: it comes last',
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
      ['d', 'b', 'c', 'a'],
    ],
    [
      'the same pair twice: that is one',
      [
        ['a', 'b'],
        ['a', 'b'],
        ['c', 'd'],
      ],
      ['a', 'c', 'b', 'd'],
    ],
    [
      'tasks that are not merged: they do not count',
      [
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'c'],
      ],
      ['a', 'd', 'b', 'c'],
    ],
  ])('with a forecast of %s', (_, pairs, expected) => {
    const forecast = pairs.map(tasks => ({ tasks }))
    expect(
      toMergeOrder(makeTasks({ a: [], b: [], c: [], d: [] }), { contained: new Map(), starts: [], forecast }),
    ).toEqual(expected)
  })

  test('puts those first that can land together, and counts what something is expected to resolve last', () => {
    const tasks = makeTasks({ hub: [], a: [], b: [], c: [], d: [] })
    const toForecast = (expected: string | null) => [
      ...(['a', 'b', 'c'] as const).map(other => ({ tasks: ['hub', other] as const, expected })),
      { tasks: ['a', 'd'] as const, expected: null },
    ]
    const order = (expected: string | null) =>
      toMergeOrder(tasks, { contained: new Map(), starts: [], forecast: toForecast(expected) })
    expect(order(null)).toEqual(['b', 'c', 'd', 'a', 'hub'])
    expect(order('rule:keys')).toEqual(['b', 'c', 'hub', 'd', 'a'])
  })

  test('puts what a task needs before it, whatever the forecast', () => {
    const tasks = makeTasks({ a: [], b: ['a'], c: [] })
    const forecast = [{ tasks: ['a', 'c'] }, { tasks: ['a', 'x'] }] as const
    const contained = new Map([['c', new Set(['b'])]])
    expect(toMergeOrder(tasks, { contained, starts: [], forecast })).toEqual(['a', 'b', 'c'])
  })

  test('passes over prerequisites that have no branch', () => {
    expect(toMergeOrder([makeTask('b', { needs: ['a'], after: ['c'] })], nothingKnown)).toEqual(['b'])
  })
})
