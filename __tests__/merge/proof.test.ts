import { describe, expect, test } from '@jest/globals'
import { checkProof } from '../../src/conflicts/proof/check-proof.ts'
import { findRepeatedSignatures } from '../../src/conflicts/proof/repeated-signatures.ts'
import type { Override } from '../../src/conflicts/text/text-conflict.ts'
import { resolve } from './resolve.ts'

async function problemsOf(
  path: string,
  [base, ours, theirs]: readonly [string, string, string],
  text: string,
  choices: readonly Override[] = [],
): Promise<readonly string[]> {
  const result = await checkProof({ path, base, ours, theirs }, text, choices)
  return result.kind === 'refuted' ? result.problems : []
}

const base = 'function a() {\n  return 1\n}\n'
const ours = `${base}\nfunction b() {\n  start('b')\n  return 0\n}\n`
const theirs = `${base}\nfunction c() {\n  start('c')\n  return 0\n}\n`
const both = `${ours}\nfunction c() {\n  start('c')\n  return 0\n}\n`
const versions = [base, ours, theirs] as const

describe('the proof', () => {
  test('accepts a result that has what both sides have added', async () => {
    expect(await checkProof({ path: 'x.js', base, ours, theirs }, both, [])).toEqual({
      kind: 'proven',
      checked: 'it parses; no signature is repeated; no conflict markers; no line or word of a side is lost',
    })
  })

  test('names a line that was dropped', async () => {
    expect(await problemsOf('x.js', versions, both.replace("  start('c')\n", ''))).toEqual([
      "this line was dropped: `start('c')`",
    ])
  })

  test('sees a dropped line that the other side has added elsewhere', async () => {
    const text = both.replace(/ {2}return 0\n\}\n$/, '}\n')
    expect(await problemsOf('x.js', versions, text)).toEqual(['this line was dropped: `return 0`'])
  })

  test('sees that one side was taken and the other was not', async () => {
    expect(await problemsOf('x.js', versions, theirs)).toContain('this line was dropped: `function b() {`')
  })

  test('sees a deletion that was applied by half', async () => {
    const before = 'a()\nb()\nc()\nd()\n'
    const problems = await problemsOf(
      'x.js',
      [before, 'a()\nd()\n', 'a()\nb()\nc()\nd()\ne()\n'],
      'a()\nc()\nd()\ne()\n',
    )
    expect(problems).toEqual(['a side removed this line, but it is still there: `c()`'])
  })

  test('sees a signature that is duplicated', async () => {
    const text = `${both}\nfunction b() {\n  start('b')\n  return 0\n}\n`
    expect(await problemsOf('x.js', versions, text)).toContain('duplicated: `value b`')
  })

  test('sees a text that does not parse', async () => {
    expect(await problemsOf('x.js', versions, both.replace(/\}\n$/, ''))).toEqual([
      'the result has a syntax error that neither side has',
    ])
    expect(await problemsOf('x.json', ['{}', '{"a":1}', '{"b":1}'], '{"a":1 "b":1}')).toHaveLength(1)
    expect(await problemsOf('x.yml', ['', 'a: 1\n', 'b: 1\n'], 'a: 1\nb: 1\na: 1\n')).toHaveLength(1)
    expect(await problemsOf('x.toml', ['', 'a = 1\n', 'b = 1\n'], 'a = 1\nb = \n')).toHaveLength(1)
  })

  test('sees conflict markers', async () => {
    const text = `${base}<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n`
    expect(await problemsOf('x.txt', versions, text)).toEqual(['a conflict marker is left in line 4'])
  })

  test('sees a name that is used and no longer declared', async () => {
    const before = "import { a } from 'm'\n\na()\n"
    const left = "import { b } from 'm'\n\nb()\n"
    const right = "import { a } from 'm'\n\na()\n\na(2)\n"
    expect(
      await problemsOf('x.js', [before, left, right], "import { b } from 'm'\n\nb()\n\na(2)\n"),
    ).toContain('used, but no longer declared: `a`')
  })

  test('accepts one line that holds the changes of both sides', async () => {
    const lines = ['call(one, two)\n', 'call(first, two)\n', 'call(one, second)\n'] as const
    expect(await problemsOf('x.txt', lines, 'call(first, second)\n')).toEqual([])
    expect(await problemsOf('x.txt', lines, 'call(first, two)\n')).toEqual([
      'this line was dropped: `call(one, second)`',
    ])
  })

  test('accepts lines with another indentation, and moved ones', async () => {
    const moved = ['a\nb\nc\nd\n', 'c\nd\na\nb\n', 'a\nb2\nc\nd\n'] as const
    expect(await problemsOf('x.txt', moved, '  c\n  d\n  a\n  b2\n')).toEqual([])
  })

  test('exempts the words that a choice names, and no others', async () => {
    const lines = ['v 1.0.0\n', 'v 1.1.0\nmore\n', 'v 1.2.0\n'] as const
    const choice = { sentence: 'the higher version was taken', dropped: ['1.1.0'], kept: [] }
    expect(await problemsOf('x.txt', lines, 'v 1.2.0\nmore\n')).not.toEqual([])
    expect(await problemsOf('x.txt', lines, 'v 1.2.0\nmore\n', [choice])).toEqual([])
    expect(await problemsOf('x.txt', lines, 'v 1.2.0\n', [choice])).toEqual(['this line was dropped: `more`'])
  })

  test('exempts a word that a choice keeps', async () => {
    const lines = ['a\nb\nc\n', 'a\nc\n', 'a\nb\nd\nc\n'] as const
    const choice = { sentence: 'b stays, because d needs it', dropped: [], kept: ['b'] }
    expect(await problemsOf('x.txt', lines, 'a\nb\nd\nc\n')).not.toEqual([])
    expect(await problemsOf('x.txt', lines, 'a\nb\nd\nc\n', [choice])).toEqual([])
  })
})

describe('repeated signatures', () => {
  test('are found where a merge without conflict has doubled a function', async () => {
    expect(
      await findRepeatedSignatures('x.py', 'def f(): pass\ndef g(): pass\ndef f(): pass\n', [
        'def f(): pass\n',
      ]),
    ).toEqual(['value f'])
  })

  test('name what they are in', async () => {
    const text = 'class A {\n  m() {}\n  m() {}\n}\nclass B {\n  m() {}\n}\n'
    expect(await findRepeatedSignatures('x.ts', text, [])).toEqual(['value A > member m'])
  })

  test.each([
    ['x.ts', 'function f(a: string): void\nfunction f(a: number): void\nfunction f(a: any): void {}\n'],
    ['x.js', 'class A {\n  get x() { return 1 }\n  set x(v) {}\n  static x() {}\n}\n'],
    ['x.java', 'class A {\n  void m(int a) {}\n  void m(String a) {}\n}\n'],
    ['x.go', 'package x\n\nfunc init() {}\n\nfunc init() {}\n\nfunc (a A) M() {}\n\nfunc (b B) M() {}\n'],
    ['x.py', 'class A:\n    @property\n    def x(self): pass\n    @x.setter\n    def x(self, v): pass\n'],
    ['x.rs', 'impl A {\n    fn new() {}\n}\nimpl B {\n    fn new() {}\n}\n'],
    ['x.json', '{"a": {"x": 1}, "b": {"x": 1}}'],
    ['x.txt', 'a\na\n'],
  ])('are not what may stand there several times (%s)', async (path, text) => {
    expect(await findRepeatedSignatures(path, text, [])).toEqual([])
  })

  test('are not what a version had twice before', async () => {
    const text = 'function f() {}\nfunction f() {}\n'
    expect(await findRepeatedSignatures('x.js', text, [text, ''])).toEqual([])
  })

  test('find the keys of JSON', async () => {
    expect(await findRepeatedSignatures('x.json', '{"a": {"x": 1, "x": 2}}', [])).toEqual(['/a/x'])
  })
})

describe('one name for two things', () => {
  const twice: Readonly<Record<string, readonly [string, string, string]>> = {
    'a.ts': ["import { L } from './a'", "import { L } from './b'", 'f(L)'],
    'b.ts': ["import L from './a'", "import { M as L } from './b'", 'f(L)'],
    'c.ts': ["import { L } from './a'", 'function L() {}', 'f(L)'],
    'd.ts': ["export { L } from './a'", "export { L } from './b'", ''],
    'e.ts': ['export default function f() {}', 'export default class G {}', ''],
    'f.js': ["const { L } = require('a')", "const L = require('b')", 'f(L)'],
    'a.py': ['from a import L', 'from b import K as L', 'f(L)'],
    'A.java': ['import a.L;', 'import b.L;', 'class A { L l; }'],
    'a.go': ['import "text/template"', 'import "html/template"', 'var x = template.X'],
    'a.rs': ['use a::L;', 'use b::{K, c::{L}};', 'fn f() -> L<K> {}'],
  }

  test.each(Object.entries(twice))('is refused in %s', async (path, [left, right, use]) => {
    const toText = (...lines: string[]) =>
      [...(path === 'a.go' ? ['package a'] : []), ...lines, use, ''].join('\n')
    const conflict = { path, base: toText(), ours: toText(left), theirs: toText(right) }
    const answer = await checkProof(conflict, toText(left, right), [])
    expect(JSON.stringify(answer)).toContain('imported or declared twice')
  })

  test.each([
    ['a.py', 'import os.path', 'import os.environ', 'f(os)'],
    ['a.ts', "import { a } from './a'", "import { a as b } from './b'", 'f(a, b)'],
    ['A.java', 'import a.*;', 'import b.*;', 'class A {}'],
  ])('is not seen where there are two, in %s', async (path, left, right, use) => {
    const toText = (...lines: string[]) => [...lines, use, ''].join('\n')
    const conflict = { path, base: toText(), ours: toText(left), theirs: toText(right) }
    expect(await checkProof(conflict, toText(left, right), [])).toMatchObject({ kind: 'proven' })
  })
})

describe('values', () => {
  const toYaml = (left: readonly string[], right: readonly string[]) =>
    ['left:', ...left.map(line => `  ${line}`), 'right:', ...right.map(line => `  ${line}`), ''].join('\n')
  const conflict = {
    path: 'a.yml',
    base: toYaml(['a: 1'], ['b: 1']),
    ours: toYaml(['a: 1', 'x: 1'], ['b: 1']),
    theirs: toYaml(['a: 1', 'y: 1'], ['b: 1']),
  }

  test('have to stand where their side has them', async () => {
    expect(await checkProof(conflict, toYaml(['a: 1', 'x: 1', 'y: 1'], ['b: 1']), [])).toMatchObject({
      kind: 'proven',
    })
    expect(await checkProof(conflict, toYaml(['a: 1', 'y: 1'], ['b: 1', 'x: 1']), [])).toEqual({
      kind: 'refuted',
      problems: [
        'this value does not match the changes of both sides: `left.x`',
        'this value does not match the changes of both sides: `right.x`',
      ],
    })
  })

  test('of a list are not fewer than both sides have added, but for single words that both have added', async () => {
    const toJson = (...list: string[]) => `${JSON.stringify({ list }, null, 2)}\n`
    const options = { path: 'a.json', base: toJson(), ours: toJson('-l', 'x'), theirs: toJson('-m', 'x') }
    const isProven = async (text: string, of = options) => (await checkProof(of, text, [])).kind === 'proven'
    expect(await isProven(toJson('-l', 'x', '-m', 'x'))).toBe(true)
    expect(await isProven(toJson('-l', '-m'))).toBe(false)
    const commands = { ...options, ours: toJson('cd a', 'make x'), theirs: toJson('cd b', 'make x') }
    expect(await isProven(toJson('cd a', 'cd b', 'make x'), commands)).toBe(false)
    const words = { ...options, ours: toJson('a', 'x'), theirs: toJson('b', 'x') }
    expect(await isProven(toJson('a', 'b', 'x'), words)).toBe(true)
  })
})

test('a conflict marker is left, even where the sides have others', async () => {
  const base = 'How it looks:\n<<<<<<< HEAD\n>>>>>>> theirs\n'
  const conflict = { path: 'a.txt', base, ours: `${base}ours\n`, theirs: `${base}theirs\n` }
  expect(await checkProof(conflict, `${base}ours\ntheirs\n`, [])).toMatchObject({ kind: 'proven' })
  expect(await checkProof(conflict, `${base}<<<<<<< 1234\nours\ntheirs\n`, [])).toMatchObject({
    problems: ['a conflict marker is left in line 4'],
  })
})

test('a marker that a side contains is not an unresolved conflict, whatever its line ends', async () => {
  const conflict = { path: 'a.txt', base: 'a\n', ours: 'a\n<<<<<<< x\n', theirs: 'a\n' }
  expect(await checkProof(conflict, 'a\r\n<<<<<<< x\r\n', [])).toMatchObject({ kind: 'proven' })
})

test.each(['x.json', 'x.js', 'x.cs'])(
  'brackets that are nested too deeply in %s are left to people',
  async path => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    const sides = ['1', '2', '3'].map(name => `${name}\n${deep}\n`) as [string, string, string]
    expect(await resolve(path, sides)).toMatchObject({ reasons: ['its brackets are nested too deeply'] })
  },
)
