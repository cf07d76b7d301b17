import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { findCheckouts } from '../../src/git/checkouts/checkouts.ts'
import { findConfigChanges } from '../../src/git/repository/config-guard.ts'
import { closeRepository, openRepository, type Repository } from '../../src/git/repository/open-repository.ts'
import { moveTarget } from '../../src/git/worktree/target.ts'
import { makeFolder, makeRepository, openTestRepository, type TestRepository } from '../support/repository.ts'

let opened: Repository[] = []
afterEach(() => {
  for (const repository of opened) closeRepository(repository)
  opened = []
})

async function open(folder: string): Promise<Repository> {
  const repository = await openRepository(folder, { PATH: process.env.PATH as string })
  opened.push(repository)
  return repository
}

/** A branch `topic` whose two commits cannot be rebased onto `main`, and a commit on top of it to move it to. */
function makeTopic(): { repository: TestRepository; from: string; to: string } {
  const repository = makeRepository({ f: 'one\n' })
  repository.git('switch', '--quiet', '--create', 'topic')
  repository.write({ f: 'mine\n' })
  const from = repository.commit('mine')
  repository.write({ g: 'more\n' })
  const to = repository.commit('more')
  repository.git('reset', '--quiet', '--hard', from)
  repository.git('switch', '--quiet', 'main')
  repository.write({ f: 'other\n' })
  repository.commit('other')
  return { repository, from, to }
}

const fails = (work: () => unknown) => expect(work).toThrow()

describe('a branch is not moved while git will return to it', () => {
  test.each<[string, (repository: TestRepository) => void]>([
    ['a rebase', ({ git }) => fails(() => git('rebase', 'main', 'topic'))],
    ['a rebase', ({ git }) => fails(() => git('rebase', '--apply', 'main', 'topic'))],
    [
      'a bisect',
      ({ git }) => {
        git('switch', '--quiet', 'topic')
        git('bisect', 'start', 'topic', 'main~1')
      },
    ],
    [
      'a merge',
      ({ git }) => {
        git('switch', '--quiet', 'topic')
        git('merge', '--no-commit', '--strategy=ours', 'main')
      },
    ],
  ])('in the middle of %s', async (name, begin) => {
    const { repository, from, to } = makeTopic()
    begin(repository)
    const move = await moveTarget(await open(repository.folder), 'topic', { from, to })

    expect(move).toMatchObject({ kind: 'refused', reason: expect.stringContaining(`${name} of topic`) })
    expect(repository.git('rev-parse', 'topic')).toBe(from)
  })

  test('in another worktree', async () => {
    const { repository, from, to } = makeTopic()
    const other = join(makeFolder('other'), 'tree')
    repository.git('worktree', 'add', '--quiet', other, 'topic')
    fails(() => openTestRepository(other).git('rebase', 'main'))
    const move = await moveTarget(await open(repository.folder), 'topic', { from, to })

    expect(move).toMatchObject({ kind: 'refused', reason: expect.stringContaining(other) })
  })
})

describe('a worktree whose folder is gone', () => {
  function makeGone({ lock }: { lock: boolean }) {
    const topic = makeTopic()
    const other = join(makeFolder('other'), 'tree')
    topic.repository.git('worktree', 'add', '--quiet', other, 'topic')
    if (lock) topic.repository.git('worktree', 'lock', other)
    rmSync(other, { recursive: true })
    return topic
  }

  test('does not keep its branch from moving', async () => {
    const { repository, from, to } = makeGone({ lock: false })
    const move = await moveTarget(await open(repository.folder), 'topic', { from, to })

    expect(move).toEqual({ kind: 'moved-to-result' })
  })

  test('keeps its branch where it is while it is locked, and says so', async () => {
    const { repository, from, to } = makeGone({ lock: true })
    const move = await moveTarget(await open(repository.folder), 'topic', { from, to })

    expect(move).toMatchObject({ kind: 'refused', reason: expect.stringContaining('git worktree unlock') })
  })
})

describe('a separate git directory', () => {
  function makeSeparate(): TestRepository {
    const repository = openTestRepository(makeFolder('checkout'))
    repository.git('init', '--quiet', '--initial-branch=main', `--separate-git-dir=${makeFolder('store')}/r`)
    for (const key of ['name', 'email']) repository.git('config', `user.${key}`, 'test')
    repository.commit('start')
    return repository
  }

  test('does not hide the folder of the main worktree', async () => {
    const { folder } = makeSeparate()
    expect(await findCheckouts(await open(folder), 'main')).toMatchObject([
      { directory: folder, blocker: undefined },
    ])
  })

  test('cannot be followed from another worktree, which is said', async () => {
    const repository = makeSeparate()
    const other = join(makeFolder('other'), 'tree')
    repository.git('worktree', 'add', '--quiet', '-b', 'topic', other)
    const [checkout] = await findCheckouts(await open(other), 'main')

    expect(checkout?.blocker).toContain('main is checked out in the main worktree')
  })
})

describe('settings that change during a run', () => {
  test.each([
    ['remote.origin.gh-resolved', []],
    ['remote.colleague.url', []],
    ['alias.st', []],
    ['submodule.lib.url', []],
    ['remote.origin.pushurl', ['remote.origin.pushurl']],
    ['core.sshCommand', ['core.sshcommand']],
    ['filter.x.clean', ['filter.x.clean']],
    ['url.https://evil.example/.insteadOf', ['url.https://evil.example/.insteadof']],
  ])('%s', async (key, expected) => {
    const repository = makeRepository()
    const before = await open(repository.folder)
    repository.git('config', key, 'value')

    expect(await findConfigChanges(before, 'origin')).toEqual(expected)
  })
})
