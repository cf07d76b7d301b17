import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readPlanOf } from '../../src/commands/read-status.ts'
import { openControlRepository } from '../../src/git/repository/control-repository.ts'
import { handoverLimits } from '../../src/jobs/handover/limits.ts'
import { readManifest, toManifestText } from '../../src/jobs/handover/manifest.ts'
import { readHandovers } from '../../src/jobs/handover/read-handovers.ts'
import { writeHandover } from '../../src/jobs/handover/write-handover.ts'
import { toRunRefs } from '../../src/run/run-refs.ts'
import { RunStore } from '../../src/run/run-store.ts'
import { prepareStart } from '../../src/tasks/perform/prepare-start.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, openTestRepository } from '../support/repository.ts'
import { rounds } from '../support/rounds.ts'
import { makeTask } from '../support/tasks.ts'
import {
  commitFiles,
  endTask,
  type Fixture,
  handOver,
  hasObject,
  makeFixture,
  open,
  refs,
  run,
  stateOf,
  takeIn,
} from './fixture.ts'

/** The refs of a task with what they are at. */
function refsOf(repository: Fixture['source'], task: string): string {
  const names = [refs.branch(task), refs.kept(task), refs.result(task), refs.log(task)]
  return repository.git('for-each-ref', '--format=%(objectname) %(refname)', ...names)
}

const diamond = {
  contract: { files: ['src/**'] },
  left: { files: ['left/**'], needs: ['contract'] },
  right: { files: ['right/**'], needs: ['contract'] },
  join: { files: ['join/**'], needs: ['left', 'right'] },
}

/** The start that the harness makes for a task. */
async function startOf(fixture: Fixture, id: string, needs: readonly string[]): Promise<string> {
  const repository = fixture.sourceRepository
  const control = await openControlRepository(repository, join(makeFolder('harness'), 'harness.git'))
  const store = new RunStore(repository, run, undefined)
  const [plan, results] = await Promise.all([readPlanOf(store), store.readResults(needs)])
  const facts = { repository, control, plan, run, base: fixture.base, start: fixture.base }
  const start = await prepareStart(facts, makeTask(id, { needs }), results)
  if (start.kind === 'conflicted') throw new Error(start.reason)
  return start.commit
}

async function handOverDiamond(): Promise<Fixture> {
  const fixture = await makeFixture(diamond)
  const { source, base } = fixture
  const contract = commitFiles(source, [base], { 'src/types.ts': 'types\n' })
  await handOver(fixture, 'contract', { commit: contract })
  for (const side of ['left', 'right'])
    await handOver(fixture, side, {
      start: contract,
      commit: commitFiles(source, [contract], { [`${side}/x.ts`]: side }),
    })
  const start = await startOf(fixture, 'join', ['left', 'right'])
  await handOver(fixture, 'join', { start, commit: commitFiles(source, [start], { 'join/x.ts': 'join' }) })
  return fixture
}

describe('a handover', () => {
  test('brings branch, kept work, result and log as they were', async () => {
    const fixture = await makeFixture()
    const { source, trusted, base } = fixture
    const first = commitFiles(source, [base], { 'src/a.txt': 'changed\n', 'src/ünï.txt': 'x' })
    const commit = commitFiles(source, [first], { 'src/b.txt': 'new\n' })
    const kept = commitFiles(source, [first], { 'elsewhere.txt': 'out of scope\n' })
    const log = 'line\n\u001b[31mred\u001b[0m \u2028 "quoted" \\ \ufffd\n'
    const result = await handOver(fixture, 'contract', { commit, kept, log })

    expect(await takeIn(fixture)).toEqual({
      answers: [{ kind: 'taken', task: 'contract', result }],
      notices: [],
    })
    expect(refsOf(trusted, 'contract')).toBe(refsOf(source, 'contract'))
    expect(refsOf(trusted, 'contract').split('\n')).toHaveLength(4)
    trusted.git('fsck', '--full', '--strict', '--connectivity-only')
  })

  test('brings kept work and the result of a task without a branch', async () => {
    const fixture = await makeFixture()
    const kept = commitFiles(fixture.source, [fixture.base], { 'elsewhere.txt': 'half done\n' })
    await handOver(fixture, 'contract', { kept, outcome: 'timed-out' })

    expect((await takeIn(fixture)).answers).toMatchObject([
      { kind: 'taken', result: { outcome: 'timed-out' } },
    ])
    expect(refsOf(fixture.trusted, 'contract')).toBe(refsOf(fixture.source, 'contract'))
  })

  test('brings the result of a task that left nothing', async () => {
    const fixture = await makeFixture()
    await handOver(fixture, 'contract', { outcome: 'blocked', log: '' })

    expect((await takeIn(fixture)).answers).toMatchObject([{ kind: 'taken', result: { outcome: 'blocked' } }])
    expect(refsOf(fixture.trusted, 'contract')).toBe(refsOf(fixture.source, 'contract'))
  })

  test('can be imported twice', async () => {
    const fixture = await makeFixture()
    await handOver(fixture, 'contract', {
      commit: commitFiles(fixture.source, [fixture.base], { 'src/b.txt': 'b' }),
    })
    const first = await takeIn(fixture)
    const state = stateOf(fixture.trusted)

    expect(await takeIn(fixture)).toEqual(first)
    expect(stateOf(fixture.trusted)).toBe(state)
  })

  test('of a task that starts from merged prerequisites is taken with theirs, in whatever order they come', async () => {
    const fixture = await handOverDiamond()
    const { answers } = await takeIn(fixture, ['join', 'right', 'contract', 'left'])

    expect(answers.map(({ kind, task }) => [kind, task])).toEqual([
      ['taken', 'contract'],
      ['taken', 'left'],
      ['taken', 'right'],
      ['taken', 'join'],
    ])
    for (const task of Object.keys(diamond))
      expect(refsOf(fixture.trusted, task)).toBe(refsOf(fixture.source, task))
    fixture.trusted.git('fsck', '--full', '--strict', '--connectivity-only')
  })

  test('of a task is accepted long after its prerequisites', async () => {
    const fixture = await handOverDiamond()
    await takeIn(fixture, ['contract'])
    await takeIn(fixture, ['right', 'left'])

    expect((await takeIn(fixture, ['join'])).answers).toMatchObject([{ kind: 'taken' }])
  })

  test('of a task is refused when one of its prerequisites was not accepted', async () => {
    const fixture = await handOverDiamond()
    writeFileSync(join(fixture.folder, 'left.bundle'), 'not a bundle')
    const { answers } = await takeIn(fixture, Object.keys(diamond))

    expect(answers).toMatchObject([
      { kind: 'taken', task: 'contract' },
      { kind: 'refused', task: 'left' },
      { kind: 'taken', task: 'right' },
      { kind: 'refused', task: 'join', reason: 'it needs left, whose handover was not accepted' },
    ])
  })

  test('is accepted without its kept work if that is refused', async () => {
    const fixture = await makeFixture()
    const { source, base } = fixture
    const commit = commitFiles(source, [base], { 'src/b.txt': 'b' })
    const kept = commitFiles(source, [base], { 'elsewhere.txt': 'kept' })
    await handOver(fixture, 'contract', { commit, kept })
    writeFileSync(join(fixture.folder, 'contract.kept.bundle'), 'damaged')
    const { answers, notices } = await takeIn(fixture)

    expect(answers).toMatchObject([{ kind: 'taken', result: { commit, kept: null } }])
    expect(notices).toEqual([expect.stringContaining('the kept work of contract was not imported')])
    expect(hasObject(fixture.trusted, kept)).toBe(false)
  })

  test('names files that no manifest announces, and reads none of them', async () => {
    const fixture = await makeFixture()
    await handOver(fixture, 'contract', { outcome: 'failed' })
    writeFileSync(join(fixture.folder, 'contract.bundle'), 'x')
    writeFileSync(join(fixture.folder, 'evil.sh'), 'x')
    const { answers, notices } = await takeIn(fixture)

    expect(answers).toMatchObject([{ kind: 'taken' }])
    expect(notices).toEqual([expect.stringMatching(/ignored in .*"contract\.bundle", "evil\.sh"/)])
  })

  test('is imported into a clone that has only the base', async () => {
    const before = await makeFixture()
    const { source } = before
    source.write({ 'src/later.txt': 'later\n' })
    const base = source.commit('later')
    source.git('update-ref', refs.base, base)
    const trusted = openTestRepository(join(makeFolder('shallow'), 'clone'))
    source.git('clone', '-q', '--depth=1', `file://${source.folder}`, trusted.folder)
    trusted.git('fetch', '-q', 'origin', `${refs.plan}:${refs.plan}`, `${refs.base}:${refs.base}`)
    const fixture = { ...before, base, trusted, trustedRepository: await open(trusted) }
    await handOver(fixture, 'contract', { commit: commitFiles(source, [base], { 'src/a.txt': 'x' }) })

    expect((await takeIn(fixture)).answers).toMatchObject([{ kind: 'taken' }])
    expect(refsOf(trusted, 'contract')).toBe(refsOf(source, 'contract'))
  })

  test('is imported into a SHA-256 repository', async () => {
    process.env.GIT_DEFAULT_HASH = 'sha256'
    const fixture = await makeFixture({ contract: { files: ['src/**', 'sha256'] } })
    delete process.env.GIT_DEFAULT_HASH
    const { source, trusted, base } = fixture
    await handOver(fixture, 'contract', { commit: commitFiles(source, [base], { 'src/a.txt': 'x' }) })

    expect(base).toHaveLength(64)
    expect((await takeIn(fixture)).answers).toMatchObject([{ kind: 'taken' }])
    expect(refsOf(trusted, 'contract')).toBe(refsOf(source, 'contract'))
  })

  test('cannot be written for a task that has not ended', async () => {
    const fixture = await makeFixture()
    await expect(handOverNothing(fixture)).rejects.toThrow('task contract of run')
  })

  test('fails to be written when the branch has been moved away', async () => {
    const fixture = await makeFixture()
    const commit = commitFiles(fixture.source, [fixture.base], { 'src/b.txt': 'b' })
    await endTask(fixture, 'contract', { commit })
    fixture.source.git('update-ref', refs.branch('contract'), fixture.base)
    await expect(handOverNothing(fixture)).rejects.toThrow('move it back')
  })
})

async function handOverNothing({ sourceRepository, folder }: Fixture): Promise<void> {
  await writeHandover(sourceRepository, { run, attempt: 1, task: 'contract', folder })
}

test('the results of a real run arrive unchanged', async () => {
  const source = makeRepository()
  writePlan(source, {
    one: { script: 'echo 1 > one.txt; echo "I did one" > $PARALLEL_AGENTS_REPORT_FILE' },
    two: { script: 'echo 2 > two.txt', needs: ['one'] },
    both: { script: 'echo 3 > both.txt', needs: ['one', 'two'] },
    broken: { script: 'echo half > half.txt; exit 1', retries: 0 },
    never: { script: 'true', needs: ['broken'] },
  })
  const report = await runToReport(source)
  const realRefs = toRunRefs(report.run, undefined)
  const sourceRepository = await open(source)
  const folder = makeFolder('handover')
  const ids = Object.keys(report.tasks)
  for (const task of ids) await writeHandover(sourceRepository, { run: report.run, attempt: 1, task, folder })
  const trusted = openTestRepository(join(makeFolder('trusted'), 'clone'))
  source.git('clone', '-q', '--single-branch', '--branch=main', `file://${source.folder}`, trusted.folder)
  trusted.git('fetch', '-q', 'origin', ...[realRefs.plan, realRefs.base].map(ref => `${ref}:${ref}`))
  const { answers } = await readHandovers(await open(trusted), {
    run: report.run,
    start: report.base,
    handovers: ids.map(task => ({ task, attempt: 1, folder })),
    limits: handoverLimits,
  })

  expect(answers.filter(({ kind }) => kind === 'refused')).toEqual([])
  const patterns = ['results/*', 'kept/*', 'logs/*'].map(name => `refs/parallel-agents/${report.run}/${name}`)
  const list = (repository: Fixture['source']) =>
    repository
      .git(
        'for-each-ref',
        '--format=%(objectname) %(refname)',
        `refs/heads/agents/${report.run}/tasks`,
        ...patterns,
      )
      .split('\n')
      .filter(line => !line.includes('/_'))
  expect(list(trusted)).toEqual(list(source))
  expect(list(trusted).length).toBeGreaterThan(12)
})

const many = rounds(20, 50)

test(`${many} handovers are taken in a few seconds`, async () => {
  const tasks = Array.from({ length: many }, (_, index) => `t${index}`)
  const fixture = await makeFixture(Object.fromEntries(tasks.map(id => [id, { files: [`${id}/**`] }])))
  for (const id of tasks)
    await handOver(fixture, id, { commit: commitFiles(fixture.source, [fixture.base], { [`${id}/x`]: id }) })
  const start = performance.now()
  const { answers } = await takeIn(fixture, tasks)
  const seconds = (performance.now() - start) / 1000

  expect(answers.filter(({ kind }) => kind === 'taken')).toHaveLength(many)
  expect(seconds).toBeLessThan(60)
})

test('a manifest is the one text of its values', async () => {
  const fixture = await makeFixture()
  await handOver(fixture, 'contract', { outcome: 'failed' })
  const bytes = readFileSync(join(fixture.folder, 'contract.json'))
  const reading = readManifest(bytes)

  expect(reading.kind === 'read' && toManifestText(reading.value)).toBe(bytes.toString())
})
