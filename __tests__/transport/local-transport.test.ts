import { expect, test } from '@jest/globals'
import { LocalTransport } from '../../src/jobs/transport/local-transport.ts'
import { RunStore } from '../../src/run/run-store.ts'
import { commitFiles, endTask, makeFixture, run } from '../handover/fixture.ts'

test('jobs in one repository have what the others have as soon as it is there', async () => {
  const fixture = await makeFixture()
  const transport = new LocalTransport(new RunStore(fixture.sourceRepository, run), 1)
  expect(await transport.take(['contract'])).toEqual([])

  await endTask(fixture, 'contract', {
    commit: commitFiles(fixture.source, [fixture.base], { 'src/b.txt': 'new\n' }),
  })
  expect(await transport.take(['contract'])).toEqual([{ task: 'contract', kind: 'taken', attempt: 1 }])
  expect(await transport.take(['contract'])).toEqual([])
  await transport.endLane({ tasks: ['contract'] })
  expect([...(await transport.readEndedTasks())]).toEqual(['contract'])
})
