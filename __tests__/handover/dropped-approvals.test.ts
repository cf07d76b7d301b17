import { expect, test } from '@jest/globals'
import { fetchSharedRun, pushRun } from '../../src/commands/share-run.ts'
import { makeFolder, openTestRepository } from '../support/repository.ts'
import { endTask, hashObject, makeFixture, refs, run } from './fixture.ts'

test('a plan and its approval that were dropped in one clone do not count in another that knows them', async () => {
  const fixture = await makeFixture()
  const { source, sourceRepository, trusted, trustedRepository } = fixture
  const remote = openTestRepository(makeFolder('remote'))
  remote.git('init', '--quiet', '--bare')
  const access = { remote: remote.folder, settings: [] }
  const decided = [refs.workPlan('contract'), refs.approval('contract')]
  const listDecided = ({ git }: { readonly git: (...args: string[]) => string }) =>
    git('for-each-ref', '--format=%(refname)', refs.workPlan(''), refs.approval(''))
  await endTask(fixture, 'contract', {})
  for (const ref of decided) source.git('update-ref', ref, hashObject(source, 'blob', ref))
  expect(await pushRun(sourceRepository, run, access, undefined)).toMatchObject({ kind: 'pushed' })
  await fetchSharedRun(trustedRepository, run, access)
  expect(listDecided(trusted).split('\n').sort()).toEqual(decided.sort())

  const seen = await fetchSharedRun(sourceRepository, run, access)
  for (const ref of decided) source.git('update-ref', '-d', ref)
  expect(await pushRun(sourceRepository, run, access, seen)).toMatchObject({ kind: 'pushed' })

  expect(listDecided(remote)).toBe('')
  await fetchSharedRun(trustedRepository, run, access)
  expect(listDecided(trusted)).not.toContain(refs.approval(''))
})
