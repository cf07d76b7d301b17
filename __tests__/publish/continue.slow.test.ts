import { expect, test } from '@jest/globals'
import { World } from './world.ts'

const tasks = { a: { files: ['a.txt'] }, b: { files: ['b.txt'], needs: ['a'] }, c: { files: ['c.txt'] } }

test('an unfinished run is pushed and continued in another workflow run, once, which merges everything', async () => {
  const world = await World.make({ tasks })
  const a = await world.handOver('a', { 'a.txt': 'a' })
  await world.handOverFailure('c')
  const limits = { part: 1, mostParts: 3 }
  expect(await world.tryMerge({}, limits)).toMatchObject({ kind: 'continued', continuation: { part: 2 } })
  expect(await world.goOn(limits)).toMatchObject({ started: [2], left: 1, total: 3, problems: [] })
  const refs = Object.keys(world.listRemote())
  expect(refs.filter(ref => /tasks|integration|results|parts/.test(ref)).toSorted()).toEqual([
    'parts/2',
    'results/a',
    'results/c',
    'tasks/a',
  ])
  expect(await world.goOn(limits)).toMatchObject({ started: [], isNew: false })

  await world.handOver('b', { 'b.txt': 'b' }, { start: a })
  const end = await world.tryMerge({}, { part: 2, mostParts: 3 })
  expect(end).toMatchObject({
    kind: 'merged',
    report: { tasks: { a: { landing: 'landed' }, b: { landing: 'landed' }, c: { outcome: 'failed' } } },
  })
})

test('a workflow run that finishes no task is the last one, and merges what there is', async () => {
  const world = await World.make({ tasks })
  const before = await world.tryMerge({}, { part: 1, mostParts: 3 })
  expect(before).toMatchObject({ kind: 'merged' })
})
