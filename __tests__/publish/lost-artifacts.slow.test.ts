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

test('a task whose job succeeded and whose artifact is gone is named', async () => {
  const world = await World.make({ tasks: { b: { files: ['b.txt'] }, c: { files: ['c.txt'] } } })
  const span = { startedAt: undefined, endedAt: undefined, hasSucceeded: true }
  world.jobs.push({ ...span, name: 'agents / b' }, { ...span, name: 'agents / c' })
  await world.handOver('b', { 'b.txt': 'b\n' })
  await world.handOver('c', { 'c.txt': 'c\n' })
  const gone = (await world.artifacts.list()).filter(name => name.endsWith('-c'))
  for (const name of gone) await world.artifacts.remove(name)
  await world.merge()
  const { report } = await world.publish()

  expect(report.tasks.c).toMatchObject({
    outcome: 'infrastructure-error',
    reason: expect.stringContaining('its job succeeded, but its artifact is gone'),
  })
  expect(report.tasks.b).toMatchObject({ landing: 'landed' })
})

test('what is left for a task while no job of it works is refused', async () => {
  const world = await World.make({ tasks: { b: { files: ['b.txt'] }, c: { files: ['c.txt'] } } })
  await world.handOver('b', { 'b.txt': 'b\n' })
  await world.handOver('c', { 'c.txt': 'c\n' })
  const span = { startedAt: 100_000, endedAt: 200_000, hasSucceeded: true }
  world.jobs.push({ ...span, name: 'agents / b' }, { ...span, name: 'agents / c' })
  for (const name of await world.artifacts.list())
    world.artifacts.times.set(name, name.endsWith('-c') ? 210_000 : 150_000)
  await world.merge()
  const { problems, report } = await world.publish()

  expect(problems.join()).toContain(
    'the handover of c is refused: it was left when no job of its lane worked',
  )
  expect(report.tasks.b).toMatchObject({ landing: 'landed' })
})

test('what is left for a task counts where names of jobs do not say who does it', async () => {
  const world = await World.make({ tasks: { b: { files: ['b.txt'] }, c: { files: ['c.txt'] } } })
  await world.handOver('b', { 'b.txt': 'b\n' })
  await world.handOver('c', { 'c.txt': 'c\n' })
  world.jobs.push({ name: 'c', startedAt: 100_000, endedAt: 200_000, hasSucceeded: true })
  for (const name of await world.artifacts.list()) world.artifacts.times.set(name, 300_000)
  await world.merge()

  expect((await world.publish()).report.status).toBe('landed')
})
