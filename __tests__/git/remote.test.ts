import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { pushUpdates } from '../../src/git/remote/push-refs.ts'
import { tryRemoteBranch } from '../../src/git/remote/remote.ts'
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
  async function push(hook: string, silenceMilliseconds: number) {
    const repository = makeRepository()
    const remote = addRemote(repository, 'origin')
    remote.write({ 'hooks/pre-receive': `#!/bin/sh\n${hook}\n` })
    chmodSync(join(remote.folder, 'hooks/pre-receive'), 0o755)
    const from = repository.git('rev-parse', 'HEAD')
    const to = repository.commit('next')
    const update = { ref: 'refs/heads/main', from, to }
    const access = { remote: 'origin', settings: [] }
    const { arrived, refused } = await pushUpdates(
      await open(repository),
      access,
      [update],
      silenceMilliseconds,
    )
    return arrived.length > 0 ? { kind: 'arrived' } : refused[0]
  }

  test('that the server takes long to answer is waited for', async () => {
    expect(await push('sleep 1', 10_000)).toEqual({ kind: 'arrived' })
  })

  test('that is not answered in time is neither done nor refused', async () => {
    expect(await push('sleep 2', 500)).toMatchObject({
      kind: 'unknown',
      reason: 'timed out',
    })
  })

  test('that the server does not want is refused', async () => {
    const refusal = { kind: 'refused', reason: '[remote rejected] (pre-receive hook declined) · no' }
    expect(await push('echo no >&2; exit 1', 10_000)).toMatchObject(refusal)
  })

  test('of a ref that was moved in the meantime is told from a refusal', async () => {
    const hook = 'cd "$GIT_DIR" && unset GIT_QUARANTINE_PATH && git update-ref -d refs/heads/main'
    expect(await push(hook, 10_000)).toMatchObject({ kind: 'moved' })
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
