import { describe, expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

describe('combinations of two correct changes that are wrong', () => {
  const cases: readonly (readonly [
    title: string,
    path: string,
    base: string,
    ours: string,
    theirs: string,
    reason: string,
  ])[] = [
    [
      'an import from a folder that the other has moved',
      'x.ts',
      "import { log } from '@old/log'\n\nlog(1)\n",
      "import { log } from '@new/log'\n\nlog(1)\n",
      "import { log } from '@old/log'\nimport { level } from '@old/log-level'\n\nlog(level)\n",
      '`@old/log-level` is new on one side',
    ],
    [
      'a module that the other has moved',
      'x.py',
      'from old.log import log\n\nlog(1)\n',
      'from new.log import log\n\nlog(1)\n',
      'from old.log import log\nfrom old.level import level\n\nlog(level)\n',
      '`old.level` is new on one side',
    ],
    [
      'a name from a module of Python that the other has moved',
      'x.py',
      'from log import log\n\nlog(1)\n',
      'from logger import log\n\nlog(1)\n',
      'from log import level, log\n\nlog(level)\n',
      '`log` is new on one side',
    ],
    [
      'a path in a string',
      'x.ts',
      "const a = load('@old/log')\n",
      "const a = load('@new/log')\n",
      "const a = load('@old/log')\nconst b = load('@old/log-level')\n",
      '`@old/log-level` is new on one side',
    ],
    [
      'a name that the other has made local',
      'x.test.ts',
      "import { make } from './make'\n\ntest('a', async () => {\n  make(1)\n})\n",
      "test('a', async () => {\n  const { make } = await import('./make')\n  make(1)\n})\n",
      "import { make } from './make'\n\ntest('a', async () => {\n  make(1)\n})\n\ntest('b', async () => {\n  make(2)\n})\n",
      'no longer declared: `make`',
    ],
    [
      'the same next number of an enum',
      'x.ts',
      'enum A {\n  X = 1,\n}\n',
      'enum A {\n  X = 1,\n  Y = 2,\n}\n',
      'enum A {\n  X = 1,\n  Z = 2,\n}\n',
      'the number 2',
    ],
    [
      'the same next number of a class',
      'x.py',
      'class A(Enum):\n    X = 1\n',
      'class A(Enum):\n    X = 1\n    Y = 2\n',
      'class A(Enum):\n    X = 1\n    Z = 2\n',
      'the number 2',
    ],
    [
      'the same next number of an object',
      'x.ts',
      'export const codes = {\n  a: 10,\n}\n',
      'export const codes = {\n  a: 10,\n  b: 11,\n}\n',
      'export const codes = {\n  a: 10,\n  c: 11,\n}\n',
      'the number 11',
    ],
    [
      'a key in front of a longer one',
      'x.json',
      '{\n  "alias": {\n    "a": "a"\n  }\n}\n',
      '{\n  "alias": {\n    "@y": "y",\n    "a": "a"\n  }\n}\n',
      '{\n  "alias": {\n    "a": "a",\n    "@y/z": "z"\n  }\n}\n',
      '`@y` precedes a longer key',
    ],
    [
      'a call for parameters that the other has changed',
      'x.py',
      'def f(a):\n    return a\n\n\nx = 1\ny = 2\n',
      'def f(a, b):\n    return a\n\n\nx = f(1, 2)\ny = 2\n',
      'def f(a):\n    return a\n\n\nx = 1\ny = f(3)\n',
      '`f` is called',
    ],
    [
      'two names for one thing',
      'x.rs',
      'pub struct Config {\n    pub loop_through: bool,\n}\n',
      'pub struct Config {\n    pub loop_through: bool,\n\n    pub filename: Option<String>,\n}\n',
      'pub struct Config {\n    pub loop_through: bool,\n\n    pub filenames: Option<Vec<String>>,\n}\n',
      'nearly identical names: `filename` and `filenames`',
    ],
    [
      'a count that both have raised alike',
      'x.md',
      'There are 4 files.\n\n- a\n- b\n',
      'There are 5 files.\n\n- a\n- b\n- c\n',
      'There are 5 files.\n\n- a\n- b\n- d\n',
      'this count in the same way: `There are 5 files.`',
    ],
  ]

  test.each(cases)('declines %s in %s', async (_title, path, base, ours, theirs, reason) => {
    const answer = await resolve(path, [base, ours, theirs])
    expect(answer.kind === 'declined' ? answer.reasons.join('\n') : answer.text).toContain(reason)
  })
})

describe('correct merges that were once refused', () => {
  test('a part of the path of an import is not a name', async () => {
    const base = 'import os\nfrom flask.json import tag\n\nos.path\ntag()\n'
    const ours = base.replace('import os\n', 'import os\nimport re\n').replace('tag()', 'tag()\nre.sub')
    const theirs = base
      .replace('import os\n', 'import os\nimport sys\n')
      .replace('os.path', 'os.path\nsys.exit')
    expect(textOf(await resolve('x.py', [base, ours, theirs]))).toBe(
      'import os\nimport re\nimport sys\nfrom flask.json import tag\n\nos.path\nsys.exit\ntag()\nre.sub\n',
    )
  })

  test('an import that a side itself leaves unused is allowed', async () => {
    const base = 'import a\n\na.x\n'
    const ours = 'import a\nimport b\n\na.x\n'
    const theirs = 'import a\nimport c\n\na.x\nc.y\n'
    expect(textOf(await resolve('x.py', [base, ours, theirs]))).toBe(
      'import a\nimport b\nimport c\n\na.x\nc.y\n',
    )
  })

  test.each([
    [
      'x.ts',
      "import { a, b } from './x'\n\na(b)\n",
      "import { a, b, c } from './x'\n\na(b, c)\n",
      "import {\n  a,\n  b,\n  d,\n} from './x'\n\na(b)\nd()\n",
      "import {\n  a,\n  b,\n  c,\n  d,\n} from './x'\n\na(b, c)\nd()\n",
    ],
    [
      'x.py',
      'from x import a, b\n\na(b)\n',
      'from x import a, b, c\n\na(b, c)\n',
      'from x import (\n    a,\n    b,\n    d,\n)\n\na(b)\nd()\n',
      'from x import (\n    a,\n    b,\n    c,\n    d,\n)\n\na(b, c)\nd()\n',
    ],
  ])('a list of names that one side has wrapped in %s', async (path, base, ours, theirs, result) => {
    expect(textOf(await resolve(path, [base, ours, theirs]))).toBe(result)
  })

  test('a common property that one side uses no more', async () => {
    const base = 'const a = { id: x.id }\n\nf(a)\n'
    const ours = 'const a = { key: x.key }\n\nf(a)\n\ng(y)\n'
    const theirs = `${base}\nh(z.id, w.id)\n`
    expect(textOf(await resolve('x.ts', [base, ours, theirs]))).toBe(
      'const a = { key: x.key }\n\nf(a)\n\ng(y)\n\nh(z.id, w.id)\n',
    )
  })

  test('a text that holds the replacement character', async () => {
    const toText = (inside: string) => `{\n  "a": "\uFFFD"${inside}\n}\n`
    const sides = ['', ',\n  "b": 1', ',\n  "c": 1'].map(toText) as [string, string, string]
    expect(textOf(await resolve('x.json', sides))).toBe(toText(',\n  "b": 1,\n  "c": 1'))
  })
})

test('imports of one module that both sides have added become one statement', async () => {
  const toText = (name: string, use: string) => `import { a } from './x'\n${name}\na()\n${use}`
  const base = toText('', '')
  const ours = toText("import { b } from './y'\n", 'b()\n')
  const theirs = toText("import { c } from './y'\n", 'c()\n')
  expect(textOf(await resolve('x.ts', [base, ours, theirs]))).toBe(
    toText("import { b, c } from './y'\n", 'b()\nc()\n'),
  )
})

test('statements of one module stay apart where the file has one for each name', async () => {
  const toText = (names: string, use: string) => `from x import a\nfrom x import z\n${names}\na(z)\n${use}`
  const sides = [
    toText('', ''),
    toText('from x import b\n', 'b()\n'),
    toText('from x import c\n', 'c()\n'),
  ] as const
  expect(textOf(await resolve('x.py', sides))).toBe(
    toText('from x import b\nfrom x import c\n', 'b()\nc()\n'),
  )
})

test('imports a new name from the module that the other side has moved', async () => {
  const answer = await resolve('x.ts', [
    "import { log } from 'log'\n\nlog(1)\n",
    "import { log } from './log/index'\n\nlog(1)\n",
    "import { log, level } from 'log'\n\nlevel()\nlog(1)\n",
  ])
  expect(textOf(answer)).toBe("import { log, level } from './log/index'\n\nlevel()\nlog(1)\n")
})
