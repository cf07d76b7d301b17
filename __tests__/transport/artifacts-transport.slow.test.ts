import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Repository } from '../../src/git/repository/open-repository.ts'
import { toArtifactName } from '../../src/jobs/handover/artifact-name.ts'
import { ArtifactsTransport } from '../../src/jobs/transport/artifacts-transport.ts'
import { RefsTransport } from '../../src/jobs/transport/refs-transport.ts'
import { type Transport, TransportError, TransportRefusedError } from '../../src/jobs/transport/transport.ts'
import { commitFiles, endTask, type Fixture, makeFixture, refs, run } from '../handover/fixture.ts'
import { makeFolder, openTestRepository } from '../support/repository.ts'
import { ScriptedStore } from './scripted-store.ts'

const lane = { id: 'lane-1', name: 'contract', tasks: ['contract'] }
const name = toArtifactName({ run, attempt: 1, task: 'contract' })

let fixture: Fixture
let store: ScriptedStore

beforeEach(async () => {
  fixture = await makeFixture()
  store = new ScriptedStore()
})

/** The transport of a job that has told that its lane begins. */
async function openGiver(attempt = 1): Promise<ArtifactsTransport> {
  const giver = makeGiver(attempt)
  await giver.beginLane(lane, null)
  return giver
}

function makeGiver(attempt = 1, refs: Transport | undefined = undefined): ArtifactsTransport {
  const { sourceRepository: repository, base: start } = fixture
  return new ArtifactsTransport({
    repository,
    run,
    attempt,
    start,
    artifacts: store,
    refs,
    branch: undefined,
  })
}

function openTaker(attempt = 1): ArtifactsTransport {
  const { trustedRepository: repository, base: start } = fixture
  return new ArtifactsTransport({
    repository,
    run,
    attempt,
    start,
    artifacts: store,
    refs: undefined,
    branch: undefined,
  })
}

function listGiven(): string[] {
  return store.finished.filter(isHandover)
}

/** Not what lanes tell of themselves. */
function isHandover(artifact: string): boolean {
  return artifact.startsWith(name)
}

/** What an agent of another job can do with the token of its job: it deletes what the lane left, and speaks for it. */
async function takeLane(): Promise<void> {
  for (const artifact of [...store.finished]) {
    store.begun.delete(artifact)
    await store.remove(artifact)
  }
  await (await openGiver()).give('contract')
}

async function endContract(text = 'new\n'): Promise<string> {
  const commit = commitFiles(fixture.source, [fixture.base], { 'src/b.txt': text })
  await endTask(fixture, 'contract', { commit })
  return commit
}

describe('artifacts between jobs', () => {
  test('carry a task, its branch and its log', async () => {
    const commit = await endContract()
    await (await openGiver()).give('contract')

    expect(await openTaker().take(['contract'])).toEqual([{ task: 'contract', kind: 'taken', attempt: 1 }])
    expect(fixture.trusted.git('rev-parse', refs.branch('contract'))).toBe(commit)
    expect(fixture.trusted.git('cat-file', 'blob', refs.log('contract'))).toBe('did it')
  })

  test('are uploaded once, and imported once', async () => {
    await endContract()
    const [giver, taker] = [await openGiver(), openTaker()]
    await giver.give('contract')
    await giver.give('contract')
    await taker.take(['contract'])

    expect(await taker.take(['contract'])).toEqual([])
    expect(listGiven()).toEqual([name])
    expect(store.downloads.filter(isHandover)).toEqual([name])
  })

  test('get another name when the first upload was interrupted', async () => {
    await endContract()
    const giver = await openGiver()
    store.faults.push('breaks')
    await expect(giver.give('contract')).rejects.toThrow(TransportError)
    await giver.give('contract')

    expect(listGiven()).toEqual([`${name}.2`])
    expect(await openTaker().take(['contract'])).toMatchObject([{ kind: 'taken' }])
  })

  test('keep their name when only the answer was lost', async () => {
    await endContract()
    const giver = await openGiver()
    store.faults.push('answer is lost')
    await expect(giver.give('contract')).rejects.toThrow(TransportError)
    await giver.give('contract')

    expect(listGiven()).toEqual([name])
  })

  test('fail when another job has used the name of the task', async () => {
    await endContract()
    store.begun.add(name)
    store.finished.push(name)

    await expect((await openGiver()).give('contract')).rejects.toThrow(`there is an artifact ${name} already`)
  })

  test('of the latest attempt count', async () => {
    await endTask(fixture, 'contract', {})
    await (await openGiver(1)).give('contract')
    await endContract()
    await (await openGiver(2)).give('contract')

    expect(await openTaker(2).take(['contract'])).toEqual([{ task: 'contract', kind: 'taken', attempt: 2 }])
  })

  test('that are refused are not fetched again', async () => {
    await endContract()
    await (await openGiver()).give('contract')
    store.damaged.add(name)
    const taker = openTaker()

    expect(await taker.take(['contract'])).toEqual([
      { task: 'contract', kind: 'refused', reason: 'it is broken' },
    ])
    expect(await taker.take(['contract'])).toEqual([])
    expect(fixture.trusted.git('for-each-ref', 'refs/heads/agents')).toBe('')
  })

  test('that cannot be reached are imported later', async () => {
    await endContract()
    await (await openGiver()).give('contract')
    const taker = openTaker()
    store.isDown = true
    await expect(taker.take(['contract'])).rejects.toThrow(TransportError)
    store.isDown = false

    expect(await taker.take(['contract'])).toMatchObject([{ kind: 'taken' }])
  })

  test('are refused when another process made them than the one that announced the lane', async () => {
    await endContract()
    await openGiver()
    await makeGiver().give('contract')

    expect(await openTaker().take(['contract'])).toMatchObject([
      { kind: 'refused', reason: 'it is not signed by the process that runs its lane' },
    ])
  })

  test('do not end a lane when another job claims it', async () => {
    await openGiver()
    await expect(makeGiver().endLane(lane)).rejects.toThrow(/not from this job/)

    expect([...(await openTaker().readEndedTasks())]).toEqual([])
  })

  test('get another name when the service began the first one and its answer was lost', async () => {
    await endContract()
    store.begun.add(name)
    await (await openGiver()).give('contract')

    expect(listGiven()).toEqual([`${name}.2`])
    expect(await openTaker().take(['contract'])).toMatchObject([{ kind: 'taken' }])
  })

  test('of a job that has deleted the announcement of a lane and taken its place are refused, whatever it signs', async () => {
    await endContract()
    const victim = await openGiver()
    await takeLane()
    await expect(victim.give('contract')).rejects.toThrow(/not from this job/)

    expect(await openTaker().take(['contract'])).toMatchObject([
      { kind: 'refused', reason: 'several jobs claim its lane lane-1' },
    ])
    expect(fixture.trusted.git('for-each-ref', 'refs/heads/agents')).toBe('')
  })

  test('of a job that has taken the place of a lane are refused once that has ended', async () => {
    await endContract()
    const victim = await openGiver()
    await takeLane()
    await victim.endLane(lane).catch(() => undefined)

    expect(await openTaker().take(['contract'])).toMatchObject([
      { kind: 'refused', reason: 'several jobs claim its lane lane-1' },
    ])
  })

  test('of a job that has taken all names of the announcement of a lane are refused', async () => {
    await endContract()
    const victim = await openGiver()
    await takeLane()
    const [announced = ''] = store.finished.filter(artifact => artifact.includes('begin'))
    for (let copy = 2; copy <= 5; copy++) store.copy(announced, `${announced}.${copy}`)
    await victim.endLane(lane).catch(() => undefined)

    expect(await openTaker().take(['contract'])).toMatchObject([
      { kind: 'refused', reason: expect.stringContaining('was announced 5 times') },
    ])
  })

  test('of names that lead out of the folder are not fetched', async () => {
    await endContract()
    await (await openGiver()).give('contract')
    const [announced = ''] = store.finished
    const outside = makeFolder('outside')
    writeFileSync(join(outside, 'precious'), '')
    const strange = [
      `${'/..'.repeat(20)}${outside}`,
      '.evil',
      '..',
      '',
      'lane-1/x',
      'Lane-1',
      'läne-1',
      'lane-1.x',
    ]
    const [prefix] = announced.split('lane-1')
    for (const end of strange) store.finished.push(`${prefix}${end}`)

    expect(await openTaker().take(['contract'])).toMatchObject([{ kind: 'taken' }])
    expect(store.downloads).toEqual([name, announced])
    expect(readdirSync(outside)).toEqual(['precious'])
  })

  test('about waiting count only if they are from the job that waits', async () => {
    store.makers.set('begin.lane-1', 'one').set('begin.lane-2', 'two')
    store.makers.set('wait.41', 'two').set('wait.52', 'two')
    await makeGiver().beginLane(lane, '41')
    await makeGiver().beginLane({ id: 'lane-2', name: 'web', tasks: ['web'] }, '52')
    const hostile = openTaker()
    await hostile.tellWaiting('41', true)
    await hostile.tellWaiting('52', true)

    expect([...(await openTaker().readWaitingJobs())]).toEqual(['52'])
  })

  test('about waiting do not stop a job whose name another job has used', async () => {
    store.makers.set('begin.lane-1', 'one').set('wait.41.1.', 'one').set('wait.41', 'two')
    await makeGiver().beginLane(lane, '41')
    const own = openTaker()
    await openTaker().tellWaiting('41', true)
    await own.tellWaiting('41', true)

    expect(store.finished.filter(artifact => artifact.includes('wait.41'))).toHaveLength(2)
    expect([...(await openTaker().readWaitingJobs())]).toEqual(['41'])
  })

  test('say that a lane has started, and that it has ended in this attempt', async () => {
    const first = makeGiver(1)
    await first.beginLane(lane, '41')
    await first.endLane(lane)
    await makeGiver(2).beginLane(lane, '52')

    expect([...(await openTaker(1).readEndedTasks())]).toEqual(['contract'])
    expect([...(await openTaker(2).readEndedTasks())]).toEqual([])
    expect((await openTaker(2).readBegunLanes()).map(({ job }) => job)).toEqual(['41', '52'])
  })

  test('that are refused for good are replaced by refs, where the job may push', async () => {
    const remote = openTestRepository(makeFolder('remote'))
    remote.git('init', '--quiet', '--bare')
    for (const clone of [fixture.source, fixture.trusted]) clone.git('remote', 'add', 'origin', remote.folder)
    const access = { remote: 'origin', settings: [] }
    const openRefs = (repository: Repository) =>
      new RefsTransport({ repository, run, attempt: 1, access, branch: undefined })
    store.isFull = true
    const commit = await endContract()
    const giver = makeGiver(1, openRefs(fixture.sourceRepository))
    await giver.beginLane(lane, '41')
    await giver.give('contract')
    const { trustedRepository: repository, base: start } = fixture
    const refsThere = openRefs(repository)
    const taker = new ArtifactsTransport({
      repository,
      run,
      attempt: 1,
      start,
      artifacts: store,
      refs: refsThere,
      branch: undefined,
    })

    expect(await taker.take(['contract'])).toEqual([{ task: 'contract', kind: 'taken', attempt: 1 }])
    expect(fixture.trusted.git('rev-parse', refs.branch('contract'))).toBe(commit)
  })

  test('that are refused for good are an error before any agent starts, where the job may not push either', async () => {
    const refs: Transport = openTaker()
    refs.beginLane = async () => {
      throw new TransportError('could not be pushed: The requested URL returned error: 403')
    }
    store.isFull = true
    const trial = makeGiver(1, refs).beginLane(lane, '41')

    await expect(trial).rejects.toThrow(TransportRefusedError)
    await expect(trial).rejects.toThrow(/storage is full[\s\S]*permissions: \{ contents: write \}/)
  })
})
