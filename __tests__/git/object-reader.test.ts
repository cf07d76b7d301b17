import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ObjectReader } from '../../src/git/objects/object-reader.ts'
import { writeObject } from '../../src/git/objects/objects.ts'
import { openRepository } from '../../src/git/repository/open-repository.ts'
import { makeGitShim } from '../support/git-shim.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

describe('an object reader', () => {
  test('asks again when its process was ended from outside', async () => {
    const { folder } = makeRepository()
    const PATH = makeGitShim({ pattern: 'cat-file*', script: 'read -r question; kill -9 $$' })
    const reader = new ObjectReader({ directory: folder, env: { PATH } })
    const answers = [reader.read('HEAD'), reader.readInfo('HEAD:README.md'), reader.read('none')]

    expect((await Promise.all(answers)).map(answer => answer?.type)).toEqual(['commit', 'blob', undefined])
    reader.close()
  })

  test('gives up when its process ends again over the same question', async () => {
    const reader = new ObjectReader({ directory: makeFolder('none'), env: { PATH: process.env.PATH ?? '' } })

    await expect(reader.read('HEAD')).rejects.toThrow('git cat-file ended')
  })
})

describe('an object', () => {
  test('that a loss of power has left empty is written again', async () => {
    const folder = makeRepository()
    const { store, objects } = await openRepository(folder.folder, { PATH: process.env.PATH ?? '' })
    const id = await writeObject(store, 'blob', 'text\n')
    const path = join(store.folder, id.slice(0, 2), id.slice(2))
    chmodSync(path, 0o644)
    writeFileSync(path, '')

    expect(await writeObject(store, 'blob', 'text\n')).toBe(id)
    expect((await objects.read(id))?.content.toString()).toBe('text\n')
    objects.close()
  })
})
