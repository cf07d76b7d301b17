import { expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

/** Base, ours, theirs, and the result if both changes are kept. */
type Case = readonly [title: string, path: string, base: string, ours: string, theirs: string]

const refused: readonly Case[] = [
  [
    'a raised and a lowered release',
    'a.yml',
    'steps:\n  - uses: a/b@v3\n',
    'steps:\n  - uses: a/b@v4\n',
    'steps:\n  - uses: a/b@v2\n',
  ],
  [
    'a major release and a full version',
    'a.yml',
    'steps:\n  - uses: a/b@v3\n',
    'steps:\n  - uses: a/b@v4\n',
    'steps:\n  - uses: a/b@v4.1.0\n',
  ],
  [
    'a new value and more behind the old one',
    'a.py',
    'x = a\ny = 1\n',
    'x = b\ny = 1\n',
    'x = a * 2\ny = 1\n',
  ],
  ['another function and a method of its result', 'a.py', 'x = f(a)\n', 'x = g(a)\n', 'x = f(a).strip()\n'],
  [
    'the same without semicolons',
    'a.js',
    'const x = a\nf()\n',
    'const x = b\nf()\n',
    'const x = a ?? 1\nf()\n',
  ],
  [
    'the same in Go',
    'a.go',
    'package a\n\nvar x = a\n',
    'package a\n\nvar x = b\n',
    'package a\n\nvar x = a + 1\n',
  ],
  ['a modifier behind a changed call', 'a.rb', 'save(x)\n', 'store(x)\n', 'save(x) if ok\n'],
  ['an operator behind a changed command', 'a.sh', 'run a\nb\n', 'run c\nb\n', 'run a || true\nb\n'],
  ['words behind a changed value', 'a.yml', 'a: one\nb: 1\n', 'a: two\nb: 1\n', 'a: one more\nb: 1\n'],
  [
    'words behind a changed setting',
    'a.ini',
    'a = one\nb = 1\n',
    'a = two\nb = 1\n',
    'a = one more\nb = 1\n',
  ],
  ['a bound behind a changed bound', 'requirements.txt', 'a>=1\nb\n', 'a>=1,<2\nb\n', 'a>=2.1\nb\n'],
  ['a type behind a changed type', 'a.sql', '  name TEXT\n', '  name TEXT NOT NULL\n', '  name INT\n'],
  [
    'a keyword before a renamed call',
    'a.py',
    'async def f():\n    a()\n',
    'async def f():\n    b()\n',
    'async def f():\n    await a()\n',
  ],
  [
    'a declaration before a renamed call',
    'a.go',
    'package a\n\nfunc f() {\n\tg()\n}\n',
    'package a\n\nfunc f() {\n\th()\n}\n',
    'package a\n\nfunc f() {\n\tx := g()\n}\n',
  ],
  ['a number and its negation', 'a.py', 'x = 0\n', 'x = 1\n', 'x = -1\n'],
  ['a condition and its negation', 'a.js', 'let x = a\n', 'let x = b\n', 'let x = !b\n'],
  [
    'a number and a multiple of it',
    'a.go',
    'package a\n\nconst x = 1\n',
    'package a\n\nconst x = 30\n',
    'package a\n\nconst x = 30 * 60\n',
  ],
  [
    'one value and two',
    'a.css',
    '.a {\n  margin: 0;\n}\n',
    '.a {\n  margin: 8px;\n}\n',
    '.a {\n  margin: 8px 4px;\n}\n',
  ],
  [
    'a line behind lines that were put into a block',
    'a.py',
    'a()\nb()\n',
    'with x:\n    a()\n    b()\n',
    'a()\nb()\nc()\n',
  ],
  [
    'a line between lines that were put into a block',
    'a.py',
    'a()\nb()\n',
    'with x:\n    a()\n    b()\n',
    'a()\nc()\nb()\n',
  ],
  [
    'a column and a row of a test',
    'a.py',
    'x = [\n    (1, 2),\n    (3, 4),\n]\n',
    'x = [\n    (1, 2, 0),\n    (3, 4, 0),\n]\n',
    'x = [\n    (1, 2),\n    (3, 4),\n    (5, 6),\n]\n',
  ],
  [
    'a column and a row of values',
    'a.sql',
    'INSERT INTO a VALUES\n  (1, 2),\n  (3, 4);\n',
    'INSERT INTO a VALUES\n  (1, 2, 0),\n  (3, 4, 0);\n',
    'INSERT INTO a VALUES\n  (1, 2),\n  (5, 6),\n  (3, 4);\n',
  ],
  ['a column and a row of a file', 'a.csv', 'a,b\n1,2\n', 'a,b,c\n1,2,3\n', 'a,b\n1,2\n4,5\n'],
]

test.each(refused)('declines %s in %s', async (_, path, base, ours, theirs) => {
  for (const sides of [[base, ours, theirs] as const, [base, theirs, ours] as const]) {
    const answer = await resolve(path, sides)
    expect(answer.kind === 'declined' ? 'declined' : answer.text).toBe('declined')
  }
})

const kept: readonly (readonly [...Case, result: string])[] = [
  [
    'the higher of two releases',
    '.pre-commit-config.yaml',
    'repos:\n  - repo: a\n    rev: v1.0.0\n',
    'repos:\n  - repo: a\n    rev: v1.1.0\n',
    'repos:\n  - repo: a\n    rev: v1.2.0\n',
    'repos:\n  - repo: a\n    rev: v1.2.0\n',
  ],
  [
    'the higher of two major releases',
    'a.yml',
    'steps:\n  - uses: a/b@v3\n',
    'steps:\n  - uses: a/b@v5\n',
    'steps:\n  - uses: a/b@v4\n',
    'steps:\n  - uses: a/b@v5\n',
  ],
  [
    'a sentence behind a changed one',
    'a.md',
    'A is one. B is two.\n',
    'A is one. B is not two.\n',
    'A is one. B is two. C.\n',
    'A is one. B is not two. C.\n',
  ],
  [
    'a condition behind a changed statement',
    'a.py',
    'if a == 1:\n    b()\n',
    'if a == 1:\n    c()\n',
    'if a == 1:\n    b()\nelif a == 2:\n    d()\n',
    'if a == 1:\n    c()\nelif a == 2:\n    d()\n',
  ],
  [
    'a change in lines that were put into a block',
    'a.py',
    'a(1)\nb()\n',
    'with x:\n    a(1)\n    b()\n',
    'a(2)\nb()\n',
    'with x:\n    a(2)\n    b()\n',
  ],
  [
    'a longer address',
    'a.rst',
    '.. _a: http://a.org/\n',
    '.. _a: https://b.io/\n',
    '.. _a: https://b.io/c/\n',
    '.. _a: https://b.io/c/\n',
  ],
  [
    'rows of a test',
    'a.py',
    'x = [\n    (1, 2),\n]\n',
    'x = [\n    (1, 2),\n    (3, 4),\n]\n',
    'x = [\n    (1, 2),\n    (5, 6, 7),\n]\n',
    'x = [\n    (1, 2),\n    (3, 4),\n    (5, 6, 7),\n]\n',
  ],
]

test.each(kept)('merges %s in %s', async (_, path, base, ours, theirs, result) => {
  expect(textOf(await resolve(path, [base, ours, theirs]))).toBe(result)
})
