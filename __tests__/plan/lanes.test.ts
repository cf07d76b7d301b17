import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { prerequisites, type Task, type TaskId } from '../../src/model/plan.ts'
import { type Lane, toLanes } from '../../src/plan/lanes/lanes.ts'
import { graphs } from '../support/graphs.ts'
import { makeTask, makeTasks } from '../support/tasks.ts'

const runners = fc.integer({ min: 1, max: 6 })

/** Graphs of which a part was done before. */
const remainders = graphs.chain(tasks => fc.subarray(tasks))

/** Graphs of which some edges are there because scopes overlap. */
const overlapping = graphs.map(tasks =>
  tasks.map(task => ({ ...task, needs: task.needs.slice(1), after: task.needs.slice(0, 1) })),
)

const anyTasks = fc.oneof(graphs, remainders, overlapping)

function toTasksOfLanes(tasks: readonly Task[], maxParallel: number | undefined): string[] {
  return toLanes(tasks, { maxParallel }).map(lane => lane.tasks.join(' '))
}

/** The tasks that lanes wait for and do not do themselves. */
function toWaits(tasks: readonly Task[], lanes: readonly Lane[]): TaskId[] {
  const laneOf = new Map(lanes.flatMap(lane => lane.tasks.map(id => [id, lane] as const)))
  return tasks.flatMap(task =>
    prerequisites(task).filter(id => laneOf.has(id) && laneOf.get(id) !== laneOf.get(task.id)),
  )
}

/** Runs lanes that get a runner in the given order and hold it to their end; answers with what is done when nothing can continue. */
function runLanes(tasks: readonly Task[], lanes: readonly Lane[], slots: number): Set<TaskId> {
  const taskOf = new Map(tasks.map(task => [task.id, task]))
  const done = new Set<TaskId>()
  const queue = lanes.map(lane => lane.tasks.map(id => taskOf.get(id) as Task))
  for (let before = -1; before < done.size; ) {
    before = done.size
    for (const lane of queue.slice(0, slots)) {
      while (lane[0] && prerequisites(lane[0]).every(id => done.has(id) || !taskOf.has(id))) {
        done.add((lane.shift() as Task).id)
      }
    }
    for (const lane of queue.filter(lane => lane.length === 0)) queue.splice(queue.indexOf(lane), 1)
  }
  return done
}

describe('lanes', () => {
  test.each([
    ['nothing', {}, 4, []],
    ['one task', { a: [] }, 4, ['a']],
    ['a chain', { a: [], b: ['a'], c: ['b'] }, 4, ['a b c']],
    ['independent tasks, more than runners', { a: [], b: [], c: [] }, 2, ['a', 'b', 'c']],
    [
      'independent chains, the longest first',
      { a: [], b: ['a'], c: [], d: [], e: ['d'], f: ['e'] },
      2,
      ['d e f', 'a b', 'c'],
    ],
    ['a diamond', { a: [], b: ['a'], c: ['a'], d: ['b', 'c'] }, 4, ['a b', 'c d']],
    ['a diamond with one runner', { a: [], b: ['a'], c: ['a'], d: ['b', 'c'] }, 1, ['a b c d']],
    [
      'a fork of chains',
      { contract: [], x: ['contract'], y: ['contract'], 'x-test': ['x'], 'y-test': ['y'] },
      4,
      ['contract x x-test', 'y y-test'],
    ],
    [
      'a fork that is wider than there are runners',
      { a: [], b: ['a'], c: ['a'], d: ['a'], e: ['a'] },
      2,
      ['a b d', 'c e'],
    ],
  ])('of %s', (_, edges, maxParallel, lanes) => {
    expect(toTasksOfLanes(makeTasks(edges as Record<string, string[]>), maxParallel)).toEqual(lanes)
  })

  test('begin with the longest remaining path by estimates', () => {
    const tasks = [
      makeTask('short', { estimateMinutes: 5 }),
      makeTask('long', { estimateMinutes: 30 }),
      makeTask('unknown'),
      makeTask('medium', { estimateMinutes: 10 }),
      makeTask('join', { needs: ['short', 'long', 'unknown', 'medium'], estimateMinutes: 10 }),
    ]
    expect(toTasksOfLanes(tasks, 2)).toEqual(['long join', 'unknown medium short'])
  })

  test('wait for tasks that only come after others because of an overlap', () => {
    const tasks = [makeTask('a'), makeTask('b', { after: ['a'] }), makeTask('c')]
    expect(toTasksOfLanes(tasks, 4)).toEqual(['a b', 'c'])
  })

  test('leave out the tasks that are done', () => {
    const [, b, c, d] = makeTasks({ a: [], b: ['a'], c: ['a'], d: ['b'] })
    expect(toTasksOfLanes([b, c, d] as Task[], 1)).toEqual(['b d', 'c'])
  })

  test('are an array for a matrix', () => {
    const lanes = toLanes(makeTasks({ contract: [], api: ['contract'], docs: [] }), { maxParallel: 4 })
    expect(JSON.parse(JSON.stringify(lanes))).toEqual([
      { id: 'lane-1', name: 'contract → api', tasks: ['contract', 'api'] },
      { id: 'lane-2', name: 'docs', tasks: ['docs'] },
    ])
  })
})

describe('the names of lanes', () => {
  test('list as many tasks as fit', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `some-task-${index}`)
    const chain = ids.map((id, index) => makeTask(id, { needs: ids.slice(Math.max(0, index - 1), index) }))
    expect(toLanes(chain, { maxParallel: 4 }).map(lane => lane.name)).toEqual([
      'some-task-0 → some-task-1 → some-task-2 → some-task-3 → some-task-4 → … 7 more',
    ])
  })

  test('fit even where ids are as long as they may be', () => {
    const [first, second] = ['a', 'b'].map(letter => letter.repeat(40)) as [string, string]
    const [lane] = toLanes(makeTasks({ [first]: [], [second]: [first] }), { maxParallel: 4 })
    expect(lane?.name).toBe(`${first} → … 1 more`)
  })
})

describe('the number of lanes', () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`t${index}`, ['first']]))

  test('is what any account can run at once when lanes wait for each other, unless the plan says more', () => {
    const tasks = makeTasks({ first: [], ...many })
    expect(toLanes(tasks, { maxParallel: undefined })).toHaveLength(20)
    expect(toLanes(tasks, { maxParallel: 60 })).toHaveLength(60)
  })

  test('is never more than a matrix holds when lanes wait for each other', () => {
    expect(toLanes(makeTasks({ first: [], ...many }), { maxParallel: 1000 })).toHaveLength(256)
  })

  test('is that of a matrix when more tasks than it has jobs are independent', () => {
    const tasks = Object.keys(many).map(id => makeTask(id))
    const lanes = toLanes(tasks, { maxParallel: 4 })
    expect(lanes).toHaveLength(256)
    expect(lanes.flatMap(lane => lane.tasks).toSorted()).toEqual(Object.keys(many).toSorted())
  })

  test('is a part of that where agents share runners, which then do several tasks at once', () => {
    const tasks = Object.keys(many).map(id => makeTask(id))
    const lanes = toLanes(tasks.slice(0, 10), { maxParallel: 4, agentsPerRunner: 4 })
    expect(lanes.map(({ tasks: own, slots }) => [own.length, slots])).toEqual([
      [4, 4],
      [4, 4],
      [2, 2],
    ])
  })
})

describe('on any graph', () => {
  test('every task is in exactly one lane', () => {
    fc.assert(
      fc.property(anyTasks, runners, (tasks, maxParallel) => {
        const placed = toLanes(tasks, { maxParallel }).flatMap(lane => lane.tasks)
        expect(placed.toSorted()).toEqual(tasks.map(task => task.id).toSorted())
      }),
    )
  })

  test('no lane is empty, and ids are safe and different', () => {
    fc.assert(
      fc.property(anyTasks, runners, (tasks, maxParallel) => {
        const lanes = toLanes(tasks, { maxParallel })
        expect(new Set(lanes.map(lane => lane.id)).size).toBe(lanes.length)
        for (const { id, name, tasks } of lanes) {
          expect(tasks.length).toBeGreaterThan(0)
          expect(id).toMatch(/^[a-z0-9-]{1,20}$/)
          expect(name.length).toBeLessThanOrEqual(80)
        }
      }),
    )
  })

  test('lanes that wait for each other all have a runner', () => {
    fc.assert(
      fc.property(anyTasks, runners, (tasks, maxParallel) => {
        const lanes = toLanes(tasks, { maxParallel })
        if (toWaits(tasks, lanes).length > 0) expect(lanes.length).toBeLessThanOrEqual(maxParallel)
      }),
    )
  })

  test('lanes come to their end, in whatever order they get their runners', () => {
    const cases = fc.tuple(anyTasks, runners).chain(([tasks, maxParallel]) => {
      const lanes = toLanes(tasks, { maxParallel })
      const shuffled = fc.shuffledSubarray(lanes, { minLength: lanes.length, maxLength: lanes.length })
      return fc.tuple(fc.constant(tasks), fc.constant(maxParallel), shuffled)
    })
    fc.assert(
      fc.property(cases, ([tasks, maxParallel, lanes]) => {
        expect(runLanes(tasks, lanes, maxParallel).size).toBe(tasks.length)
      }),
    )
  })

  test('a task that is all that another waits for shares its lane, if nothing else waits for it', () => {
    fc.assert(
      fc.property(anyTasks, runners, (tasks, maxParallel) => {
        const given = new Set(tasks.map(task => task.id))
        const waits = (task: Task): TaskId[] => prerequisites(task).filter(id => given.has(id))
        const lanes = toTasksOfLanes(tasks, maxParallel)
        for (const task of tasks) {
          const [before, ...others] = waits(task)
          if (before === undefined || others.length > 0) continue
          if (tasks.filter(other => waits(other).includes(before)).length > 1) continue
          expect(lanes.filter(lane => ` ${lane} `.includes(` ${before} ${task.id} `))).toHaveLength(1)
        }
      }),
    )
  })

  test('the same tasks make the same lanes', () => {
    fc.assert(
      fc.property(anyTasks, runners, (tasks, maxParallel) => {
        const again = tasks.map(task => ({ ...task }))
        expect(toLanes(again, { maxParallel })).toEqual(toLanes(tasks, { maxParallel }))
      }),
    )
  })
})
