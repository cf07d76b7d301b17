import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type Push, pushBranch, tryRemoteBranch } from '../../src/git/remote/remote.ts'
import { closeRepository, openRepository, type Repository } from '../../src/git/repository/open-repository.ts'
import { makeFolder, makeRepository, openTestRepository, type TestRepository } from '../support/repository.ts'

let opened: Repository | undefined
afterEach(() => opened && closeRepository(opened))

async function open(repository: TestRepository): Promise<Repository> {
  opened = await openRepository(repository.folder, process.env as Record<string, string>)
  return opened
}

function addRemote(repository: TestRepository, name: string): TestRepository {
  const folder = makeFolder(name)
  repository.git('clone', '--quiet', '--bare', repository.folder, folder)
  repository.git('remote', 'add', name, folder)
  return openTestRepository(folder)
}

describe('a push', () => {
  async function push(hook: string, patienceMilliseconds: number): Promise<Push> {
    const repository = makeRepository()
    const remote = addRemote(repository, 'origin')
    remote.write({ 'hooks/pre-receive': `#!/bin/sh\n${hook}\n` })
    chmodSync(join(remote.folder, 'hooks/pre-receive'), 0o755)
    const from = repository.git('rev-parse', 'HEAD')
    const to = repository.commit('next')
    return pushBranch(
      await open(repository),
      { remote: 'origin', branch: 'main' },
      { from, to, patienceMilliseconds },
    )
  }

  test('that the server takes long to answer is waited for', async () => {
    expect(await push('sleep 1', 10_000)).toEqual({ kind: 'pushed', missed: undefined })
  })

  test('that is not answered in time is neither done nor refused', async () => {
    expect(await push('sleep 2', 500)).toEqual({
      kind: 'unknown',
      reason: 'timed out',
    })
  })

  test('that the server does not want is refused', async () => {
    expect(await push('echo no >&2; exit 1', 10_000)).toMatchObject({ kind: 'refused' })
  })
})

describe('a remote with settings of its own', () => {
  async function pushWith(prepare: (repository: TestRepository) => void) {
    const repository = makeRepository()
    const remote = addRemote(repository, 'origin')
    prepare(repository)
    const from = repository.git('rev-parse', 'HEAD')
    const to = repository.commit('next')
    const request = { from, to, patienceMilliseconds: 10_000 }
    const push = await pushBranch(await open(repository), { remote: 'origin', branch: 'main' }, request)
    return { push, remote, to }
  }

  test('that says that it is a mirror gets the branch, and keeps its others', async () => {
    const { push, remote, to } = await pushWith(repository => {
      repository.git('push', '--quiet', 'origin', 'main:other')
      repository.git('config', 'remote.origin.mirror', 'true')
    })
    expect(push).toEqual({ kind: 'pushed', missed: undefined })
    expect(remote.git('rev-parse', 'main')).toBe(to)
    expect(remote.git('branch', '--list', 'other')).toContain('other')
  })

  test('whose second push URL refuses is named', async () => {
    const { push, remote, to } = await pushWith(({ git, folder }) => {
      const url = git('remote', 'get-url', 'origin')
      for (const each of [url, `${folder}-gone`]) git('remote', 'set-url', '--add', '--push', 'origin', each)
    })
    expect(push).toMatchObject({ kind: 'pushed', missed: expect.stringContaining('-gone') })
    expect(remote.git('rev-parse', 'main')).toBe(to)
  })
})

describe('the branch that is pushed to', () => {
  async function find(...settings: readonly (readonly [string, string])[]) {
    const repository = makeRepository()
    for (const name of ['origin', 'upstream', 'fork']) addRemote(repository, name)
    for (const [key, value] of settings) repository.git('config', key, value)
    return tryRemoteBranch(await open(repository), 'main')
  }
  const upstream = [
    ['branch.main.remote', 'upstream'],
    ['branch.main.merge', 'refs/heads/trunk'],
  ] as const

  test('is that of origin, or the upstream', async () => {
    expect(await find()).toEqual({ remote: 'origin', branch: 'main' })
    expect(await find(...upstream)).toEqual({ remote: 'upstream', branch: 'trunk' })
  })

  test('is where git would push to when that is not where it pulls from', async () => {
    expect(await find(...upstream, ['remote.pushDefault', 'fork'])).toEqual({
      remote: 'fork',
      branch: 'main',
    })
    expect(
      await find(...upstream, ['remote.pushDefault', 'origin'], ['branch.main.pushRemote', 'fork']),
    ).toEqual({ remote: 'fork', branch: 'main' })
    expect(await find(...upstream, ['remote.pushDefault', 'upstream'])).toEqual({
      remote: 'upstream',
      branch: 'trunk',
    })
  })
})
