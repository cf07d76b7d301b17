import { expect, test } from '@jest/globals'
import { World } from './world.ts'

test('a later attempt whose artifacts are gone is not taken for published because an earlier one was', async () => {
  const world = await World.make({ tasks: { b: { files: ['b.txt'] }, c: { files: ['c.txt'] } } })
  await world.handOver('b', { 'b.txt': 'b\n' })
  await world.handOverFailure('c')
  await world.merge()
  const first = await world.publish()
  world.forget('c')
  await world.handOver('c', { 'c.txt': 'c\n' }, { attempt: 2 })
  const { merged } = await world.merge({ attempt: 2 })
  for (const name of await world.artifacts.list()) await world.artifacts.remove(name)
  const second = await world.publish({ attempt: 2, merged })

  expect(first.problems).toEqual([])
  expect(second.problems.join()).toContain('no tested result is published')
  expect(second.report.tasks.c).toMatchObject({ landing: 'none' })
})
