import { afterEach, describe, expect, test } from '@jest/globals'
import { updateRefs } from '../../src/git/refs/refs.ts'
import { closeRepository, openRepository, type Repository } from '../../src/git/repository/open-repository.ts'
import { unconfirmedTransactions } from '../support/git-shim.ts'
import { makeRepository } from '../support/repository.ts'

let opened: Repository | undefined
afterEach(() => opened && closeRepository(opened))

describe('transactions of refs', () => {
  test('are done when the refs are where they should be, even if git dies before it says so', async () => {
    const made = makeRepository()
    const id = made.git('rev-parse', 'HEAD')
    opened = await openRepository(made.folder, { ...process.env, ...unconfirmedTransactions([1]) } as Record<
      string,
      string
    >)
    const updates = ['one', 'two'].map(name => ({ ref: `refs/x/${name}`, from: undefined, to: id }))

    expect(await updateRefs(opened, updates)).toEqual({ kind: 'updated' })
    expect(made.git('for-each-ref', '--format=%(objectname)', 'refs/x')).toBe(`${id}\n${id}`)
    expect(await updateRefs(opened, [{ ref: 'refs/x/one', from: undefined, to: undefined }])).toEqual({
      kind: 'moved',
      refs: ['refs/x/one'],
    })
  })
})
