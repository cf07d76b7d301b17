import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { pipeGit } from '../../src/git/process/pipe-git.ts'
import { spawnGit } from '../../src/git/process/run-git.ts'
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

describe('one git that reads what another one prints', () => {
  test('has all of it in the end, again and again', async () => {
    const { commit, to, pack, take } = prepare()
    for (let time = 0; time < 20; time++)
      expect(await pipeGit(pack(), take())).toEqual({ isComplete: true, said: undefined })

    expect(to.git('cat-file', '-t', commit)).toBe('commit')
  })

  test('ends with it when the reader dies', async () => {
    const { pack, take } = prepare()
    const taker = take()
    taker.kill('SIGKILL')

    expect((await pipeGit(pack(), taker)).isComplete).toBe(false)
  })

  test('ends with it when the writer dies', async () => {
    const { pack, take } = prepare()
    const packer = pack()
    packer.kill('SIGKILL')

    expect((await pipeGit(packer, take())).isComplete).toBe(false)
  })

  test('says why there was nothing to read', async () => {
    const { to, take } = prepare()
    const none = spawnGit({ directory: to.folder, env }, ['pack-objects', '--revs', '--stdout', '-q'])
    none.stdin.end(`${'1'.repeat(40)}\n`)

    expect(await pipeGit(none, take())).toEqual({
      isComplete: false,
      said: expect.stringMatching(/bad|not a/),
    })
  })
})
