import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { performSideBySide } from '../../src/jobs/lane/side-by-side.ts'
import type { Task } from '../../src/model/plan.ts'
import { makeTasks } from '../support/tasks.ts'

/** A lane that waits for tasks of others, which arrive one by one when it looks. */
class ScriptedLane {
  readonly done = new Set<string>()
  readonly order: string[] = []
  running = 0
  most = 0
  private readonly arriving: string[]

  constructor(arriving: readonly string[] = []) {
    this.arriving = [...arriving]
  }

  canBegin = (task: Task) => task.needs.every(id => this.done.has(id))

  untilReady = async (task: Task) => {
    while (!this.canBegin(task)) await this.look()
  }

  look = async () => {
    await sleep(1)
    const next = this.arriving.shift()
    if (next !== undefined) this.done.add(next)
  }

  perform = async ({ id }: Task) => {
    this.order.push(id)
    this.most = Math.max(this.most, ++this.running)
    await sleep(5)
    this.running--
    this.done.add(id)
  }
}

test('a lane with one slot keeps its order and waits for what comes next', async () => {
  const lane = new ScriptedLane(['other'])
  await performSideBySide(makeTasks({ a: [], b: ['other'], c: [] }), 1, lane)
  expect(lane).toMatchObject({ order: ['a', 'b', 'c'], most: 1 })
})

test('a lane with slots does as many tasks at once, and ready tasks overtake waiting ones', async () => {
  const lane = new ScriptedLane(['x', 'x', 'other'])
  await performSideBySide(makeTasks({ a: [], b: ['other'], c: [], d: ['c'], e: [] }), 2, lane)
  expect(lane.most).toBe(2)
  expect(lane.order.slice(0, 2)).toEqual(['a', 'c'])
  expect(lane.order.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
})
