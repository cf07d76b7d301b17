import { expect, test } from '@jest/globals'
import { toContinuation, toRemainder } from '../../src/jobs/continuation/continuation.ts'
import type { Outcome } from '../../src/model/outcome.ts'
import type { Task } from '../../src/model/plan.ts'
import { type Lane, toLanes } from '../../src/plan/lanes/lanes.ts'
import { makeTask, makeTasks } from '../support/tasks.ts'

const outcomesOf = (known: Readonly<Record<string, Outcome>>) => new Map(Object.entries(known))

test('tasks that were not started or were stopped are left, failed ones and their dependents are not', () => {
  const tasks = makeTasks({ done: [], bad: [], stopped: ['done'], blocked: ['bad'], late: ['stopped'] })
  const now = outcomesOf({ done: 'succeeded', bad: 'failed', stopped: 'cancelled', blocked: 'blocked' })
  expect(toRemainder(tasks, now).tasks.map(({ id }) => id)).toEqual(['stopped', 'late'])
})

test('tasks blocked by a task that was lost with its job are left as well', () => {
  const tasks = makeTasks({ lost: [], waits: ['lost'] })
  expect(toRemainder(tasks, outcomesOf({ waits: 'blocked' })).tasks).toHaveLength(2)
})

test('a failed task that another one only comes after is settled', () => {
  const tasks = [makeTask('bad'), makeTask('later', { after: ['bad'] })]
  expect(toRemainder(tasks, outcomesOf({ bad: 'failed' }))).toMatchObject({
    tasks: [{ id: 'later' }],
    settled: ['bad'],
  })
})

test('a run continues while tasks are left, some were finished, and max-parts is not reached', () => {
  const tasks = makeTasks({ a: [], b: [] })
  const [none, one] = [outcomesOf({}), outcomesOf({ a: 'succeeded' })]
  const facts = { tasks, before: none, now: one, part: 1, mostParts: 2 }
  expect(toContinuation(facts)).toMatchObject({ kind: 'continue', part: 2 })
  expect(toContinuation({ ...facts, part: 2 })).toMatchObject({ kind: 'given-up' })
  expect(toContinuation({ ...facts, before: one })).toMatchObject({ kind: 'given-up' })
  expect(toContinuation({ ...facts, now: outcomesOf({ a: 'succeeded', b: 'failed' }) })).toEqual({
    kind: 'complete',
  })
})

interface Simulated {
  readonly parts: number
  readonly succeeded: readonly string[]
}

/**
 * Simulates workflow runs in minutes: lanes get runners in their order and stop at the deadline of their job. What a killed job had not handed over is lost.
 *
 * @param isKilled Whether a job dies after its first task.
 */
function simulate(
  tasks: readonly Task[],
  minutes: number,
  isKilled: (part: number, lane: Lane) => boolean,
): Simulated {
  const outcomes = new Map<string, Outcome>()
  const succeeded: string[] = []
  const deadline = 350
  for (let part = 1; ; part++) {
    const before = new Map(outcomes)
    const lanes = toLanes(toRemainder(tasks, before).tasks, { maxParallel: 20, agentsPerRunner: 4 })
    const endOf = new Map([...before.keys()].map(id => [id, 0]))
    const queues = lanes.map(lane => ({ lane, left: [...lane.tasks], free: Array(lane.slots ?? 1).fill(0) }))
    for (
      let turn = findNext(queues, tasks, endOf);
      turn !== undefined;
      turn = findNext(queues, tasks, endOf)
    ) {
      const { queue, id, start } = turn
      queue.left.splice(queue.left.indexOf(id), 1)
      if (start + minutes > deadline) continue
      queue.free[queue.free.indexOf(Math.min(...queue.free))] = start + minutes
      endOf.set(id, start + minutes)
      outcomes.set(id, 'succeeded')
      succeeded.push(id)
      if (isKilled(part, queue.lane)) queue.left.splice(0)
    }
    const next = toContinuation({ tasks, before, now: outcomes, part, mostParts: 50 })
    if (next.kind !== 'continue') return { parts: part, succeeded }
  }
}

interface Queue {
  readonly lane: Lane
  readonly left: string[]
  readonly free: number[]
}

/** The task of any lane that can begin first. */
function findNext(queues: readonly Queue[], tasks: readonly Task[], endOf: ReadonlyMap<string, number>) {
  const needsOf = (id: string) => tasksById(tasks).get(id)?.needs ?? []
  const turns = queues.flatMap(queue =>
    queue.left
      .filter(id => needsOf(id).every(need => endOf.has(need)))
      .map(id => {
        const ready = Math.max(0, ...needsOf(id).map(need => endOf.get(need) ?? 0))
        return { queue, id, start: Math.max(Math.min(...queue.free), ready) }
      }),
  )
  return turns.sort((a, b) => a.start - b.start)[0]
}

const known = new WeakMap<readonly Task[], ReadonlyMap<string, Task>>()
function tasksById(tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const found = known.get(tasks) ?? new Map(tasks.map(task => [task.id, task]))
  known.set(tasks, found)
  return found
}

/** In rows of 60, each task after one of the row above. */
const makeMany = (count: number) =>
  makeTasks(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`t${index}`, index < 60 ? [] : [`t${index - 60}`]]),
    ),
  )

test.each([600, 1000])(
  '%d tasks and 14 hours of work are finished by going on, and nothing is done twice',
  count => {
    const minutes = (14 * 60) / Math.ceil(count / 60)
    const { parts, succeeded } = simulate(makeMany(count), minutes, () => false)
    expect(new Set(succeeded).size).toBe(count)
    expect(succeeded).toHaveLength(count)
    expect(parts).toBeGreaterThan(1)
    expect(parts).toBeLessThan(6)
  },
)

test('work lost with a killed job is finished over several workflow runs, each task once', () => {
  for (let killed = 1; killed <= 15; killed++) {
    const isKilled = (part: number, { id }: Lane) => part === 1 && id === `lane-${killed}`
    const { succeeded } = simulate(makeMany(600), 84, isKilled)
    expect(succeeded.toSorted()).toEqual([...new Set(succeeded)].toSorted())
    expect(succeeded).toHaveLength(600)
  }
})

test('workflow runs end when every job dies before it finishes anything', () => {
  const tasks = makeMany(60)
  expect(simulate(tasks, 351, () => true)).toEqual({ parts: 1, succeeded: [] })
})
