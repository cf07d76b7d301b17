import { expect, test } from '@jest/globals'
import { tryOneSided } from '../../src/conflicts/candidates/one-sided.ts'
import { listChoices } from '../../src/integration/resolve/candidate-choices.ts'

test('the first candidates of all files are tried together, and then one file at a time has its next', () => {
  expect(listChoices([2, 3], 10)).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [0, 2],
    [1, 1],
    [1, 2],
  ])
  expect(listChoices([3, 3, 3], 4)).toHaveLength(4)
  expect(listChoices([1], 6)).toEqual([[0]])
})

test('one side of a conflict keeps what merges by itself', async () => {
  const conflict = { path: 'a.txt', base: '1\n2\n3\n', ours: '0\n1\nours\n3\n', theirs: '1\ntheirs\n3\n4\n' }
  expect(await tryOneSided(conflict, 'ours')).toBe('0\n1\nours\n3\n4\n')
  expect(await tryOneSided(conflict, 'theirs')).toBe('0\n1\ntheirs\n3\n4\n')
})

test('one side that does not parse without the other is none', async () => {
  const conflict = { path: 'a.json', base: '{}\n', ours: '{"a": 1}\n', theirs: '{oops\n' }
  expect(await tryOneSided(conflict, 'ours')).toBe('{"a": 1}\n')
  expect(await tryOneSided(conflict, 'theirs')).toBeUndefined()
})
