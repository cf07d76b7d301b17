import { expect, test } from '@jest/globals'
import { listCandidates } from '../../src/conflicts/candidates/list-candidates.ts'
import { allResolvers } from './resolve.ts'

const list = (path: string, [base, ours, theirs]: readonly [string, string, string], limit = 6) =>
  listCandidates({ path, base, ours, theirs }, { resolvers: allResolvers, limit })

test('both orders of two arguments are given, ours first', async () => {
  const candidates = await list('x.js', ['f(a)\n', 'f(a, b)\n', 'f(a, c)\n'])
  expect(candidates.slice(0, 2).map(({ kind, text }) => [kind, text])).toEqual([
    ['both, ours first', 'f(a, b, c)\n'],
    ['both, theirs first', 'f(a, c, b)\n'],
  ])
})

test('changes of one expression are merged word by word', async () => {
  const candidates = await list('x.js', ['f(ab < cd)\n', 'f(xy < cd)\n', 'f(ab < zz)\n'])
  expect(candidates[0]).toMatchObject({ kind: 'words', text: 'f(xy < zz)\n' })
})

test('branches that may both be true are given in both orders', async () => {
  const toText = (inside: string) =>
    `def f(x):\n    if x == 1:\n        return "a"\n${inside}    return "z"\n`
  const [ours, theirs] = [
    '    elif x > 2:\n        return "b"\n',
    '    elif x > 3:\n        return "c"\n',
  ] as const
  const candidates = await list('x.py', [toText(''), toText(ours), toText(theirs)])
  expect(candidates.slice(0, 2).map(({ text }) => text)).toEqual([
    toText(ours + theirs),
    toText(theirs + ours),
  ])
})

test('no more than the limit are given, none twice, and the same every time', async () => {
  const versions = ['f(a)\n', 'f(a, b)\n', 'f(a, c)\n'] as const
  expect(await list('x.js', versions, 1)).toHaveLength(1)
  const candidates = await list('x.js', versions)
  expect(new Set(candidates.map(({ text }) => text)).size).toBe(candidates.length)
  expect(await list('x.js', versions)).toEqual(candidates)
})

test('there are none for what rules resolve, for new files, and where every answer drops something', async () => {
  expect(await list('x.js', ['f({ a })\n', 'f({ a, b })\n', 'f({ a, c })\n'])).toEqual([])
  expect(
    await listCandidates(
      { path: 'x.js', base: undefined, ours: 'a\n', theirs: 'b\n' },
      { resolvers: allResolvers, limit: 6 },
    ),
  ).toEqual([])
  expect(await list('x.json', ['{"a": 1}\n', '{"a": 2}\n', '{"a": 3}\n'])).toEqual([])
})
