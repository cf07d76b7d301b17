import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { transferObjects } from '../../src/git/object-transfer.ts'
import { spawnGit } from '../../src/git/run-git.ts'
import { makeFolder, makeRepository, openTestRepository } from '../support/repository.ts'

const env = { PATH: process.env.PATH ?? '' }

function prepare() {
  const from = makeRepository()
  writeFileSync(join(from.folder, 'big.bin'), randomBytes(3_000_000))
  const commit = from.commit('big')
  const to = openTestRepository(makeFolder('to'))
  to.git('init', '--quiet')
  const pack = () => {
    const git = spawnGit({ directory: from.folder, env }, ['pack-objects', '--revs', '--stdout', '-q'])
    git.stdin.end(`${commit}\n`)
    return git
  }
  const take = () => spawnGit({ directory: to.folder, env }, ['unpack-objects', '-q'])
  return { commit, to, pack, take }
}

describe('a transfer of objects', () => {
  test('brings all of them over, again and again', async () => {
    const { commit, to, pack, take } = prepare()
    for (let time = 0; time < 20; time++) expect(await transferObjects(pack(), take)).toBeUndefined()

    expect(to.git('cat-file', '-t', commit)).toBe('commit')
  })

  test('ends when the one who takes them dies', async () => {
    const { pack, take } = prepare()
    const failure = await transferObjects(pack(), () => {
      const taker = take()
      taker.kill('SIGKILL')
      return taker
    })

    expect(failure).toContain('git ended early')
  })

  test('ends when the one who packs them dies', async () => {
    const { pack, take } = prepare()
    const packer = pack()
    const failure = await transferObjects(packer, () => {
      packer.kill('SIGKILL')
      return take()
    })

    expect(failure).toMatch(/early EOF|ended early/)
  })

  test('ends when there is nothing to pack, and says why', async () => {
    const { to, pack, take } = prepare()
    pack().kill()
    const none = spawnGit({ directory: to.folder, env }, ['pack-objects', '--revs', '--stdout', '-q'])
    none.stdin.end(`${'1'.repeat(40)}\n`)

    expect(await transferObjects(none, take)).toContain('bad object')
  })
})
