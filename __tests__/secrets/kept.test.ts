import { describe, expect, test } from '@jest/globals'
import { pushRun } from '../../src/commands/share-run.ts'
import { protectValues } from '../../src/secrets/masking.ts'
import {
  commitFiles,
  endTask,
  type Fixture,
  handOver,
  makeFixture,
  refs,
  run,
  takeIn,
} from '../handover/fixture.ts'
import { makeFolder, openTestRepository, type TestRepository } from '../support/repository.ts'

const token = `ghp_${'aB3dE6gH9j'.repeat(4).slice(0, 36)}`
const value = 'value-given-to-the-run'
const kept = refs.kept('contract')

protectValues([{ name: 'MY_KEY', value }])

/** Everything that came along with what was kept. */
function readAll(repository: TestRepository): string {
  return repository.git('log', '-p', '-m', '--format=%B', kept, '--not', refs.base)
}

describe('kept work of a task that left secrets', () => {
  let fixture: Fixture
  const keepSecrets = (): string => {
    const { source, base } = fixture
    const first = commitFiles(source, [base], { 'notes.txt': `for later: ${value}\n` })
    const second = commitFiles(source, [first], {
      'notes.txt': null,
      'config.js': `const user = 'me'\nconst token = '${token}'\n`,
      [`${value}.txt`]: 'a name tells, too\n',
    })
    return commitFiles(source, [second], { 'half.txt': 'half done\n' })
  }
  const expectMasked = (repository: TestRepository) => {
    const all = readAll(repository)
    expect(all).not.toContain(token)
    expect(all).not.toContain(value)
    expect(repository.show(kept, 'config.js')).toBe("const user = 'me'\nconst token = '***'")
    expect(repository.show(kept, '***.txt')).toBe('a name tells, too')
    expect(repository.show(kept, 'half.txt')).toBe('half done')
  }

  test('is handed over without them', async () => {
    fixture = await makeFixture()
    await handOver(fixture, 'contract', { kept: keepSecrets() })

    expect((await takeIn(fixture)).answers).toMatchObject([{ kind: 'taken' }])
    expectMasked(fixture.trusted)
  })

  test('is pushed without them', async () => {
    fixture = await makeFixture()
    const remote = openTestRepository(makeFolder('remote'))
    remote.git('init', '--quiet', '--bare')
    await endTask(fixture, 'contract', { kept: keepSecrets() })
    await pushRun(fixture.sourceRepository, run, { remote: remote.folder, settings: [] }, undefined)

    expectMasked(remote)
  })

  test('keeps its history where that holds none', async () => {
    fixture = await makeFixture()
    const { source, base } = fixture
    const clean = commitFiles(source, [base], { 'half.txt': 'half done\n' })
    const dirty = commitFiles(source, [clean], { 'config.js': `const token = '${token}'\n` })
    await handOver(fixture, 'contract', { kept: dirty })

    expect(source.git('rev-parse', `${kept}^`)).toBe(clean)
  })

  test('that holds none goes as it is', async () => {
    fixture = await makeFixture()
    const clean = commitFiles(fixture.source, [fixture.base], { 'half.txt': 'half done\n' })
    await handOver(fixture, 'contract', { kept: clean })

    expect(fixture.source.git('rev-parse', kept)).toBe(clean)
  })
})
