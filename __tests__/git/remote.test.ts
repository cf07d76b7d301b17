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

/** Pushes a new commit to a remote that is prepared before. */
async function pushTo(
  prepare: (repository: TestRepository, remote: TestRepository) => void,
  silenceMilliseconds = 10_000,
) {
  const repository = makeRepository()
  const remote = addRemote(repository, 'origin')
  prepare(repository, remote)
  const from = repository.git('rev-parse', 'HEAD')
  const to = repository.commit('next')
  const { arrived, refused } = await pushUpdates(
    await open(repository),
    { remote: 'origin', settings: [] },
    [{ ref: 'refs/heads/main', from, to }],
    silenceMilliseconds,
  )
  return { arrived: arrived[0], refused: refused[0], remote, to }
}

describe('a push', () => {
  const push = (hook: string, silenceMilliseconds?: number) =>
    pushTo((_, remote) => {
      remote.write({ 'hooks/pre-receive': `#!/bin/sh\n${hook}\n` })
      chmodSync(join(remote.folder, 'hooks/pre-receive'), 0o755)
    }, silenceMilliseconds)

  test('that the server takes long to answer is waited for', async () => {
    expect((await push('sleep 1')).arrived).toMatchObject({ missed: undefined })
  })

  test('that is not answered in time is neither done nor refused', async () => {
    expect((await push('sleep 2', 500)).refused).toMatchObject({ kind: 'unknown', reason: 'timed out' })
  })

  test('that the server does not want is refused', async () => {
    const reason = '[remote rejected] (pre-receive hook declined) · no'
    expect((await push('echo no >&2; exit 1')).refused).toMatchObject({ kind: 'refused', reason })
  })

  test('of a ref that was moved in the meantime is distinguished from a refusal', async () => {
    const hook = 'cd "$GIT_DIR" && unset GIT_QUARANTINE_PATH && git update-ref -d refs/heads/main'
    expect((await push(hook)).refused).toMatchObject({ kind: 'moved' })
  })
})

describe('a remote with settings of its own', () => {
  test('that says that it is a mirror gets the branch, and keeps its others', async () => {
    const { arrived, remote, to } = await pushTo(repository => {
      repository.git('push', '--quiet', 'origin', 'main:other')
      repository.git('config', 'remote.origin.mirror', 'true')
    })
    expect(arrived).toMatchObject({ missed: undefined })
    expect(remote.git('rev-parse', 'main')).toBe(to)
    expect(remote.git('branch', '--list', 'other')).toContain('other')
  })

  test('whose second push URL refuses is named', async () => {
    const { arrived, remote, to } = await pushTo(({ git, folder }) => {
      const url = git('remote', 'get-url', 'origin')
      for (const each of [url, `${folder}-gone`]) git('remote', 'set-url', '--add', '--push', 'origin', each)
    })
    expect(arrived).toMatchObject({ missed: expect.stringContaining('-gone') })
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
