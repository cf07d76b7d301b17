import { expect, test } from '@jest/globals'
import { LaneRun } from '../support/lanes.ts'
import { rounds } from '../support/rounds.ts'
import { describeLanes } from './lane-cases.ts'

describeLanes('artifacts')

const one = { api: { script: 'echo "::error::forged"; echo api > a.txt', files: ['a.txt'] } }

test('a lane hands over although the service fails for a while, and follows no command that its agents print', async () => {
  const run = await LaneRun.start('artifacts', one)
  run.faults.add(/CreateArtifact/, 503, rounds(1, 2))
  const [end] = await run.runLanes()

  expect(end?.code).toBe(0)
  expect(run.listGiven(1)).toEqual(['api'])
  expect(end?.log).toContain('::error::forged')
  expect(end?.commands.filter(({ name }) => name === 'error')).toEqual([])
})

test('a lane whose work cannot be handed over fails and says so', async () => {
  const run = await LaneRun.start('artifacts', one)
  const stranger = { runId: 77, jobId: 'stranger' }
  const name = `parallel-agents-${run.run}-1-api`
  const forged = run.artifacts.tryCreate(stranger, name, 'application/zip')
  if (forged !== undefined) forged.isFinal = true
  const [end] = await run.runLanes()

  expect(end?.code).toBe(1)
  expect(end?.commands.at(-1)?.text).toContain(
    `api was not handed over: there is an artifact ${name} already`,
  )
  expect(end?.summary).toContain('### Not handed over')
})

test('a lane hands over although an upload under its name was begun and never finished', async () => {
  const run = await LaneRun.start('artifacts', one)
  run.artifacts.tryCreate({ runId: 77, jobId: '1' }, `parallel-agents-${run.run}-1-api`, 'application/zip')
  const [end] = await run.runLanes()

  expect(end?.code).toBe(0)
  expect(run.artifacts.list(77).map(({ name }) => name)).toContain(`parallel-agents-${run.run}-1-api.2`)
})

test('a lane without an artifact service says what to do', async () => {
  const run = await LaneRun.start('artifacts', one)
  const [lane] = run.lanes
  const job = lane && run.startLane(lane, { env: { ACTIONS_RESULTS_URL: '' } })

  expect((await job?.ended)?.commands.at(-1)?.text).toContain('    push: true')
})
