import { beforeEach, describe, expect, test } from '@jest/globals'
import { RefsTransport } from '../../src/jobs/transport/refs-transport.ts'
import { TransportError } from '../../src/jobs/transport/transport.ts'
import { RunStore } from '../../src/run/run-store.ts'
import {
  commitFiles,
  endTask,
  type Fixture,
  hashObject,
  makeFixture,
  refs,
  run,
} from '../handover/fixture.ts'
import { makeFolder, openTestRepository, type TestRepository } from '../support/repository.ts'

const lane = { id: 'lane-1', name: 'contract', tasks: ['contract'] }

let fixture: Fixture
let remote: TestRepository

beforeEach(async () => {
  fixture = await makeFixture()
  remote = openTestRepository(makeFolder('remote'))
  remote.git('init', '--quiet', '--bare', '--initial-branch=main')
})

function openTransport(side: 'source' | 'trusted', attempt = 1): RefsTransport {
  const repository = side === 'source' ? fixture.sourceRepository : fixture.trustedRepository
  return new RefsTransport({
    repository,
    run,
    attempt,
    branch: undefined,
    access: { remote: remote.folder, settings: [] },
  })
}

async function endContract(): Promise<string> {
  const commit = commitFiles(fixture.source, [fixture.base], { 'src/b.txt': 'new\n' })
  await endTask(fixture, 'contract', { commit })
  return commit
}

describe('refs between jobs', () => {
  test('carry a task, its branch and its log, and all that a clone needs to know the run', async () => {
    const commit = await endContract()
    await openTransport('source').give('contract')

    expect(await openTransport('trusted').take(['contract'])).toEqual([
      { task: 'contract', kind: 'taken', attempt: 1 },
    ])
    expect(fixture.trusted.git('rev-parse', refs.branch('contract'))).toBe(commit)
    expect(fixture.trusted.git('cat-file', 'blob', refs.log('contract'))).toBe('did it')
    expect(remote.git('rev-parse', refs.base)).toBe(fixture.base)
    expect(remote.git('rev-parse', refs.plan)).toBe(fixture.source.git('rev-parse', refs.plan))
  })

  test('that have arrived only in part are waited for', async () => {
    const commit = await endContract()
    await openTransport('source').give('contract')
    remote.git('update-ref', '-d', refs.branch('contract'))
    const taker = openTransport('trusted')

    expect(await taker.take(['contract'])).toEqual([])
    expect(
      await new RunStore(fixture.trustedRepository, run, undefined).readResult('contract'),
    ).toBeUndefined()
    remote.git('update-ref', refs.branch('contract'), commit)
    expect(await taker.take(['contract'])).toMatchObject([{ kind: 'taken' }])
  })

  test('of another attempt replace those that were there', async () => {
    await endTask(fixture, 'contract', {})
    await openTransport('source', 1).give('contract')
    const taker = openTransport('trusted', 2)
    expect(await taker.take(['contract'])).toMatchObject([{ kind: 'taken', attempt: 1 }])
    await new RunStore(fixture.trustedRepository, run, undefined).pointRefs([
      [refs.result('contract'), undefined],
    ])

    expect(await taker.take(['contract'])).toEqual([])
    await endContract()
    await openTransport('source', 2).give('contract')
    expect(await taker.take(['contract'])).toMatchObject([{ kind: 'taken', attempt: 2 }])
  })

  test('that name another task are refused, and leave nothing', async () => {
    await endContract()
    await openTransport('source').give('contract')
    const text = remote.git('cat-file', 'blob', refs.result('contract')).replace('"contract"', '"web"')
    remote.git('update-ref', refs.result('contract'), hashObject(remote, 'blob', text))

    expect(await openTransport('trusted').take(['contract'])).toEqual([
      { task: 'contract', kind: 'refused', reason: 'its result is that of web' },
    ])
    expect(
      fixture.trusted.git('for-each-ref', 'refs/heads/agents', `refs/parallel-agents/${run}/results`),
    ).toBe('')
  })

  test('that cannot be reached now are an error that may be retried', async () => {
    await endContract()
    const gone = { remote: '/nowhere', settings: [] }
    const transport = new RefsTransport({
      repository: fixture.sourceRepository,
      run,
      attempt: 1,
      branch: undefined,
      access: gone,
    })

    await expect(transport.give('contract')).rejects.toThrow(TransportError)
    await expect(transport.take(['web'])).rejects.toThrow(TransportError)
  })

  test('say that a lane has started, and that it has ended in this attempt', async () => {
    await openTransport('source', 1).beginLane(lane, '41')
    await openTransport('source', 1).endLane(lane)
    const taker = openTransport('trusted', 1)

    expect([...(await taker.readEndedTasks())]).toEqual(['contract'])
    expect(await taker.readBegunLanes()).toEqual([{ job: '41', tasks: ['contract'] }])
    expect([...(await openTransport('trusted', 2).readEndedTasks())]).toEqual([])
  })
})
