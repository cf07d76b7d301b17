import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkProof } from '../../src/conflicts/proof/check-proof.ts'
import { hasAllRounds, rounds } from '../support/rounds.ts'
import { allResolvers, resolve, textOf } from './resolve.ts'

describe('the ladder', () => {
  test('uses only the resolvers that are switched on', async () => {
    const versions = ['a\n', 'a\nb\n', 'a\nc\n'] as const
    expect(textOf(await resolve('.gitignore', versions))).toBe('a\nb\nc\n')
    expect(await resolve('.gitignore', versions, ['structure', 'agent'])).toMatchObject({ kind: 'declined' })
    expect(await resolve('.gitignore', versions, [])).toMatchObject({ kind: 'declined', reasons: [] })
  })

  test('lets one resolver do a part and the next one the rest', async () => {
    const rest = (name: string, value: number) => `\nfunction ${name}() {\n  return ${value}\n}\n`
    const versions = [
      `import { a } from 'm'\n\nfirst()\n\nlast(a)\n${rest('x', 1)}`,
      `import { a, b } from 'm'\n\nfirst(b)\n\nlast(a)\n${rest('x', 1)}${rest('y', 2)}`,
      `import { a, c } from 'm'\n\nfirst()\n\nlast(a, c)\n${rest('x', 1)}${rest('z', 3)}`,
    ] as const
    const answer = await resolve('x.js', versions)
    expect(textOf(answer)).toBe(
      `import { a, b, c } from 'm'\n\nfirst(b)\n\nlast(a, c)\n${rest('x', 1)}${rest('y', 2)}${rest('z', 3)}`,
    )
    expect(answer).toMatchObject({ tier: 'additions' })
  })

  test.each([
    ['ours', [undefined, 'x\n']],
    ['theirs', ['x\n', undefined]],
  ])('declines when %s has deleted the file', async (side, [ours, theirs]) => {
    expect(await resolve('x.js', ['a\n', ours, theirs])).toEqual({
      kind: 'declined',
      reasons: [`${side} deleted the file and the other side changed it: no rule can decide that`],
    })
  })

  test('declines when both sides have deleted the file', async () => {
    expect(await resolve('x.js', ['a\n', undefined, undefined])).toMatchObject({ kind: 'declined' })
  })

  test('declines code that both sides have added as a new file', async () => {
    expect(await resolve('x.js', [undefined, 'a()\n', 'b()\n'])).toMatchObject({ kind: 'declined' })
  })

  test('keeps Windows line ends, a byte order mark and a missing newline at the end', async () => {
    const toWindows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    const versions = ['a\nb', 'a\nx\nb', 'a\ny\nb'].map(toWindows) as [string, string, string]
    expect(textOf(await resolve('.gitignore', versions))).toBe(toWindows('a\nx\ny\nb'))
  })

  test('takes the line ends of the side that changed them', async () => {
    const versions = ['a\nb\n', 'a\r\nx\r\nb\r\n', 'a\ny\nb\n'] as const
    expect(textOf(await resolve('.gitignore', versions))).toBe('a\r\nx\r\ny\r\nb\r\n')
  })

  test('declines a version that mixes line ends, or is not a text', async () => {
    expect(await resolve('.gitignore', ['a\n', 'a\r\nb\n', 'c\n'])).toMatchObject({
      reasons: ['a version has mixed line endings'],
    })
    expect(await resolve('.gitignore', ['a\n', 'a\0\n', 'c\n'])).toMatchObject({
      reasons: ['the file is not text'],
    })
  })
})

describe('the time that it takes is bounded', () => {
  const toLines = (count: number, seed: number) =>
    Array.from({ length: count }, (_, index) => `call(${(index * 7919 + seed * 104729) % 1_000_003})\n`).join(
      '',
    )

  test.each(['x.js', 'x.json', '.gitignore', 'CHANGELOG.md', 'x.yml', 'x.toml', 'x.txt'])(
    'for a %s of 5 MB',
    async path => {
      const versions = [1, 2, 3].map(seed => toLines(350_000, seed)) as [string, string, string]
      expect(await resolve(path, versions)).toEqual({ kind: 'declined', reasons: ['the file is too long'] })
    },
    2_000,
  )

  // One of code, of keys, of entries and of words; the others take the same way as one of these.
  const likeOthers = hasAllRounds ? ['x.go', 'x.json', 'CHANGELOG.md', 'x.toml'] : []

  test.each(['x.js', 'x.yml', '.gitignore', 'x.log', ...likeOthers])(
    'for a %s of which everything was replaced',
    async path => {
      const versions = [1, 2, 3].map(seed => toLines(6_000, seed)) as [string, string, string]
      expect((await resolve(path, versions)).kind).toMatch(/resolved|declined/)
    },
    20_000,
  )

  test.each(['x.js', 'x.json', '.gitignore', 'CHANGELOG.md', 'x.yml', 'x.toml'])(
    'for a %s with a huge line',
    async path => {
      const versions = ['a', 'b', 'c'].map(letter => `${letter.repeat(300_000)}\n`) as [
        string,
        string,
        string,
      ]
      expect(await resolve(path, versions)).toMatchObject({ kind: 'declined' })
    },
    10_000,
  )
})

const line = fc.constantFrom(
  'a()',
  '  b: 1,',
  '"c": 2,',
  'import { d } from "d"',
  'function e() {}',
  'def f():',
  '    return 1',
  '{',
  '}',
  '[g]',
  'h = 1',
  'i: 1',
  '- j',
  '# k',
  '## 1.0.0',
  '// l',
  '',
  '<<<<<<< x',
)
const text = fc.oneof(
  fc.array(line, { maxLength: 12 }).map(lines => lines.join('\n')),
  fc.array(line, { maxLength: 12 }).map(lines => `${lines.join('\n')}\n`),
  fc.array(line, { maxLength: 6 }).map(lines => lines.join('\r\n')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const path = fc.constantFrom(
  'x.js',
  'x.ts',
  'x.tsx',
  'x.py',
  'x.java',
  'x.go',
  'x.rs',
  'x.cs',
  'x.json',
  'x.yml',
  'x.toml',
  'go.mod',
  '.gitignore',
  'x.jsonl',
  'CHANGELOG.md',
  'x.txt',
)

/** Three versions of a set of lines, of which the second and the third are made from the first. */
const edits = fc
  .record({
    base: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }),
    ours: fc.uniqueArray(fc.tuple(fc.nat(12), fc.integer({ min: 31, max: 60 })), { maxLength: 4 }),
    theirs: fc.uniqueArray(fc.tuple(fc.nat(12), fc.integer({ min: 61, max: 90 })), { maxLength: 4 }),
    removed: fc.tuple(fc.nat(12), fc.nat(12)),
  })
  .map(({ base, ours, theirs, removed }) => {
    const edit = (added: [number, number][], gone: number) => {
      const lines = base.filter((_, index) => index !== gone)
      for (const [at, value] of added) if (!lines.includes(value)) lines.splice(at, 0, value)
      return lines
    }
    return [base, edit(ours, removed[0]), edit(theirs, removed[1])] as const
  })

const formats: readonly (readonly [string, (values: readonly number[]) => string])[] = [
  ['.gitignore', values => values.map(value => `line-${value}\n`).join('')],
  ['x.json', values => `{\n${values.map(value => `  "key-${value}": ${value}`).join(',\n')}\n}\n`],
  ['x.yml', values => `top:\n  first: 1\n${values.map(value => `  key-${value}: ${value}\n`).join('')}`],
  ['x.toml', values => values.map(value => `key-${value} = ${value}\n`).join('')],
  ['x.js', values => values.map(value => `function f${value}() {\n  return ${value}\n}\n`).join('')],
  ['x.py', values => values.map(value => `def f${value}():\n    return ${value}\n`).join('')],
]

describe('whatever the versions are', () => {
  test('nothing throws, the answer is always the same, and what is accepted passes the proof', async () => {
    await fc.assert(
      fc.asyncProperty(
        path,
        fc.option(text, { nil: undefined }),
        text,
        text,
        async (name, base, ours, theirs) => {
          const answer = await resolve(name, [base, ours, theirs])
          expect(await resolve(name, [base, ours, theirs])).toEqual(answer)
          if (answer.kind === 'declined') return
          expect(
            await checkProof({ path: name, base, ours, theirs }, answer.text, answer.overrides),
          ).toMatchObject({
            kind: 'proven',
          })
        },
      ),
      { numRuns: rounds(50, 150) },
    )
  }, 60_000)

  test('the proof itself never throws', async () => {
    await fc.assert(
      fc.asyncProperty(path, text, text, text, text, async (name, base, ours, theirs, result) => {
        const proof = await checkProof({ path: name, base, ours, theirs }, result, [])
        expect(proof.kind).toMatch(/proven|refuted/)
      }),
      { numRuns: rounds(70, 200) },
    )
  }, 60_000)

  test.each(formats)(
    'both sides of a %s have what they added, and swapped they have the same',
    async (name, print) => {
      await fc.assert(
        fc.asyncProperty(edits, async ([base, ours, theirs]) => {
          const [before, left, right] = [print(base), print(ours), print(theirs)]
          const answer = await resolve(name, [before, left, right], allResolvers)
          const swapped = await resolve(name, [before, right, left], allResolvers)
          expect(swapped.kind).toBe(answer.kind)
          if (answer.kind === 'declined' || swapped.kind === 'declined') return
          const toSorted = (value: string) =>
            value
              .split('\n')
              .map(one => one.replace(/,$/, ''))
              .filter(one => one !== '')
              .sort()
          expect(toSorted(swapped.text)).toEqual(toSorted(answer.text))
          const kept = base.filter(value => ours.includes(value) && theirs.includes(value))
          const added = [...ours, ...theirs].filter(value => !base.includes(value))
          expect(toSorted(answer.text)).toEqual(toSorted(print([...new Set([...kept, ...added])])))
        }),
        { numRuns: rounds(20, 60) },
      )
    },
    60_000,
  )
})
