import { describe, expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

interface Language {
  readonly path: string
  readonly head: string
  readonly tail: string
  /** A declaration with this name and this content. */
  readonly toMember: (name: string, content: string) => string
}

const languages: readonly Language[] = [
  {
    path: 'x.js',
    head: 'class X {\n',
    tail: '}\n',
    toMember: (name, content) => `  ${name}() {\n    return ${content}\n  }\n`,
  },
  {
    path: 'x.ts',
    head: 'export interface X {\n',
    tail: '}\n',
    toMember: (name, content) => `  readonly ${name}: ${content === '1' ? 'string' : 'number'}\n`,
  },
  {
    path: 'x.tsx',
    head: '',
    tail: '',
    toMember: (name, content) => `const ${name} = () => <p>{${content}}</p>\n\n`,
  },
  {
    path: 'x.py',
    head: '',
    tail: '',
    toMember: (name, content) => `def ${name}():\n    return ${content}\n\n`,
  },
  {
    path: 'X.java',
    head: 'class X {\n',
    tail: '}\n',
    toMember: (name, content) => `  int ${name}() {\n    return ${content};\n  }\n`,
  },
  {
    path: 'x.go',
    head: 'package x\n\n',
    tail: '',
    toMember: (name, content) => `func ${name}() int {\n\treturn ${content}\n}\n\n`,
  },
  {
    path: 'x.rs',
    head: 'impl X {\n',
    tail: '}\n',
    toMember: (name, content) => `    fn ${name}() -> i32 {\n        ${content}\n    }\n`,
  },
]

describe.each(languages)('declarations in $path', ({ path, head, tail, toMember }) => {
  const toFile = (...members: [string, string][]) =>
    head + members.map(member => toMember(...member)).join('') + tail
  const base = toFile(['first', '1'], ['last', '1'])

  test.each(['additions', 'structure'] as const)(
    'are both kept, ours first, when both sides have added one to the same place (%s)',
    async resolver => {
      const ours = toFile(['first', '1'], ['left', '2'], ['last', '1'])
      const theirs = toFile(['first', '1'], ['right', '3'], ['last', '1'])
      const answer = await resolve(path, [base, ours, theirs], [resolver])
      expect(textOf(answer)).toBe(toFile(['first', '1'], ['left', '2'], ['right', '3'], ['last', '1']))
      expect(answer).toMatchObject({ tier: resolver })
    },
  )

  test('merge where one side has changed one and the other the one beside it', async () => {
    const ours = toFile(['first', '2'], ['last', '1'])
    const theirs = toFile(['first', '1'], ['new', '1'], ['last', '2'])
    const answer = await resolve(path, [base, ours, theirs], ['structure'])
    expect(textOf(answer)).toBe(toFile(['first', '2'], ['new', '1'], ['last', '2']))
  })

  test('are declined when both sides have added one with the same name, differently', async () => {
    const ours = toFile(['first', '1'], ['same', '1'], ['last', '1'])
    const theirs = toFile(['first', '1'], ['same', '2'], ['last', '1'])
    expect(await resolve(path, [base, ours, theirs])).toMatchObject({ kind: 'declined' })
  })

  test('are declined when one side has deleted what the other has changed', async () => {
    const ours = toFile(['last', '1'])
    const theirs = toFile(['first', '2'], ['last', '1'])
    expect(await resolve(path, [base, ours, theirs])).toMatchObject({ kind: 'declined' })
  })

  test('are declined when both sides have renamed one, differently', async () => {
    const [before, ours, theirs] = ['one', 'two', 'three'].map(name => toFile(['first', '1'], [name, '1']))
    expect(await resolve(path, [before, ours, theirs])).toMatchObject({ kind: 'declined' })
  })
})

describe('structure', () => {
  test('merges test suites by the titles of their tests', async () => {
    const toSuite = (...titles: string[]) =>
      `describe('x', () => {\n${titles.map(title => `  it('${title}', () => {\n    check('${title}')\n  })\n`).join('')}})\n`
    const versions = [toSuite('a', 'z'), toSuite('a', 'b', 'z'), toSuite('a', 'c', 'z')] as const
    expect(textOf(await resolve('x.test.js', versions, ['structure']))).toBe(toSuite('a', 'b', 'c', 'z'))
  })

  test('keeps the commas of an object right', async () => {
    const versions = [
      'export const x = {\n  a: 1\n}\n',
      'export const x = {\n  a: 1,\n  b: 2\n}\n',
      'export const x = {\n  a: 1,\n  c: 3\n}\n',
    ] as const
    const answer = await resolve('x.js', versions)
    expect(textOf(answer)).toBe('export const x = {\n  a: 1,\n  b: 2,\n  c: 3\n}\n')
  })

  test('declines when one side has renamed what the other still uses', async () => {
    const versions = [
      'function old() {}\n\nfunction a() {\n  return old()\n}\n',
      'function old() {}\n\nfunction a() {\n  return old()\n}\n\nfunction b() {\n  return old()\n}\n',
      'function renamed() {}\n\nfunction a() {\n  return renamed()\n}\n\nfunction c() {\n  return renamed()\n}\n',
    ] as const
    const answer = await resolve('x.js', versions)
    expect(answer).toMatchObject({ kind: 'declined' })
    expect(answer.kind === 'declined' && answer.reasons.join()).toContain('`old`')
  })

  test('declines a version with a syntax error', async () => {
    const versions = ['a()\n', 'a()\nfunction b() {\n', 'a()\nfunction c() {}\n'] as const
    expect(await resolve('x.js', versions)).toMatchObject({ kind: 'declined' })
  })
})

test('two tests of one title are one test, whatever narrows the run to one of them', async () => {
  const suite = (inside: string) => `describe('a', () => {\n  it('x', () => {})\n${inside}})\n`
  const [ours, theirs] = ["  it('y', () => a())\n", "  it.only('y', () => b())\n"].map(suite) as [
    string,
    string,
  ]
  expect((await resolve('a.test.js', [suite(''), ours, theirs])).kind).toBe('declined')
})
