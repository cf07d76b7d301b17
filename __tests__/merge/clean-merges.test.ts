import { describe, expect, test } from '@jest/globals'
import { findOutdatedUses } from '../../src/conflicts/checks/changed-modules.ts'
import { inspectFile } from '../../src/conflicts/checks/inspect-file.ts'
import { inspectPaths } from '../../src/conflicts/checks/inspect-paths.ts'
import { findLostModules } from '../../src/conflicts/checks/lost-modules.ts'
import { mergeLines, tryJoin } from '../../src/conflicts/text/three-way.ts'

/** The middle of each text keeps the changes of both sides apart. */
const middle = (comment: string) => Array.from({ length: 4 }, (_, index) => `${comment} ${index}\n`).join('')

type Case = readonly [kind: string, path: string, base: string, ours: string, theirs: string, word: string]

const js = middle('//')
const py = middle('#')
const cases: readonly Case[] = [
  ['a function', 'x.js', js, `function f() {}\n${js}`, `${js}function f() {}\n`, '`value f`'],
  ['an import', 'x.ts', js, `import { a } from 'a'\n${js}`, `${js}import { a } from 'a'\n`, 'a'],
  [
    'a name from two modules',
    'x.ts',
    js,
    `import { a } from 'a'\n${js}`,
    `${js}import { a } from 'b'\n`,
    '`a` is imported or declared twice',
  ],
  [
    'a key of JSON',
    'x.json',
    '{\n  "m": 1,\n  "n": 2,\n  "o": 3\n}\n',
    '{\n  "a": 1,\n  "m": 1,\n  "n": 2,\n  "o": 3\n}\n',
    '{\n  "m": 1,\n  "n": 2,\n  "a": 2,\n  "o": 3\n}\n',
    '/a',
  ],
  [
    'a key of YAML',
    'x.yml',
    'm: 1\nn: 2\no: 3\n',
    'a: 1\nm: 1\nn: 2\no: 3\n',
    'm: 1\nn: 2\no: 3\na: 2\n',
    'syntax error',
  ],
  [
    'a key of TOML',
    'x.toml',
    'm = 1\nn = 2\no = 3\n',
    'a = 1\nm = 1\nn = 2\no = 3\n',
    'm = 1\nn = 2\no = 3\na = 2\n',
    'syntax error',
  ],
  [
    'a requirement',
    'requirements.txt',
    'm==1\nn==1\no==1\n',
    'a_b==1\nm==1\nn==1\no==1\n',
    'm==1\nn==1\no==1\nA-B==2\n',
    '`a-b` is duplicated',
  ],
  [
    'a dependency in two sections',
    'package.json',
    '{\n  "dependencies": {\n    "m": "1",\n    "n": "1"\n  },\n  "devDependencies": {\n    "o": "1"\n  }\n}\n',
    '{\n  "dependencies": {\n    "a": "1",\n    "m": "1",\n    "n": "1"\n  },\n  "devDependencies": {\n    "o": "1"\n  }\n}\n',
    '{\n  "dependencies": {\n    "m": "1",\n    "n": "1"\n  },\n  "devDependencies": {\n    "a": "1",\n    "o": "1"\n  }\n}\n',
    '`a` is in two sections',
  ],
  [
    'a short option',
    'x.py',
    py,
    `p.add_argument("-a", "--aa")\n${py}`,
    `${py}p.add_argument("-a", "--ab")\n`,
    'short option `-a`',
  ],
  [
    'a key of a row',
    'x.sql',
    "INSERT INTO a VALUES\n  (1, 'a'),\n  (2, 'b'),\n  (3, 'c');\n",
    "INSERT INTO a VALUES\n  (9, 'x'),\n  (1, 'a'),\n  (2, 'b'),\n  (3, 'c');\n",
    "INSERT INTO a VALUES\n  (1, 'a'),\n  (2, 'b'),\n  (9, 'y'),\n  (3, 'c');\n",
    'the number 9',
  ],
  ['a test', 'x.test.js', js, `it('a', () => {})\n${js}`, `${js}it('a', () => {})\n`, "it 'a'"],
  [
    'a method',
    'x.ts',
    `class A {\n${js}}\n`,
    `class A {\n  m() {}\n${js}}\n`,
    `class A {\n${js}  m() {}\n}\n`,
    'member m',
  ],
  [
    'a method of Python',
    'x.py',
    `class A:\n    x = 1\n    y = 2\n    z = 3\n`,
    `class A:\n    def m(self):\n        pass\n\n    x = 1\n    y = 2\n    z = 3\n`,
    `class A:\n    x = 1\n    y = 2\n    z = 3\n\n    def m(self):\n        pass\n`,
    'value m',
  ],
  [
    'a route of Go',
    'x.go',
    `package a\n\n${js}`,
    `package a\n\nfunc f() {\n\tr.Get("/u", a)\n}\n\n${js}`,
    `package a\n\n${js}\nfunc g() {\n\tr.Get("/u", b)\n}\n`,
    'Get("/u"',
  ],
  [
    'a route of Java',
    'X.java',
    `class X {\n${js}}\n`,
    `class X {\n  @GetMapping("/u")\n  void a() {}\n${js}}\n`,
    `class X {\n${js}  @GetMapping("/u")\n  void b() {}\n}\n`,
    'GetMapping("/u"',
  ],
  [
    'a short alias that hides another',
    'x.ts',
    `export const alias = {\n${js}}\n`,
    `export const alias = {\n  '~': 'y',\n${js}}\n`,
    `export const alias = {\n${js}  '~/z': 'z',\n}\n`,
    '`~` precedes',
  ],
  ['a default export', 'x.ts', js, `export default 1\n${js}`, `${js}export default 2\n`, 'default'],
  ['a route', 'x.js', js, `app.get('/a', f)\n${js}`, `${js}app.get('/a', g)\n`, "get('/a'"],
  [
    'a route of Python',
    'x.py',
    py,
    `@app.route("/a")\ndef f():\n    pass\n${py}`,
    `${py}@app.route("/a")\ndef g():\n    pass\n`,
    'route("/a"',
  ],
  [
    'a name that one side has renamed',
    'x.js',
    `function old() {}\n${js}`,
    `function fresh() {}\n${js}`,
    `function old() {}\n${js}old()\n`,
    '`old` is used',
  ],
  [
    'an import that one side has removed',
    'x.py',
    `import a\n${py}a.x()\n`,
    `${py}b()\n`.replace('b()', 'pass'),
    `import a\n${py}a.x()\n\n\ndef f():\n    a.y()\n`,
    '',
  ],
  [
    'a value of an enum',
    'x.ts',
    `enum A {\n  M = 1,\n  N = 2,\n  O = 3,\n}\n`,
    `enum A {\n  X = 4,\n  M = 1,\n  N = 2,\n  O = 3,\n}\n`,
    `enum A {\n  M = 1,\n  N = 2,\n  O = 3,\n  Y = 4,\n}\n`,
    'the number 4',
  ],
  ['an error code', 'x.py', `A = 1\n${py}`, `B = 2\nA = 1\n${py}`, `A = 1\n${py}C = 2\n`, 'the number 2'],
  [
    'a field number',
    'x.proto',
    `string a = 1;\n${js}`,
    `string b = 2;\nstring a = 1;\n${js}`,
    `string a = 1;\n${js}string c = 2;\n`,
    'the number 2',
  ],
  [
    'a count that both have raised',
    'x.md',
    `4 files\n${js}`,
    `5 files\n${js}`.replace('// 1\n', '// 1\n- a\n'),
    `5 files\n${js}- b\n`,
    '5 files',
  ],
  [
    'a parameter that is new, and a new caller',
    'x.py',
    `def f(a):\n    pass\n${py}`,
    `def f(a, b):\n    pass\n${py}`,
    `def f(a):\n    pass\n${py}f(1)\n`,
    '`f` is called',
  ],
  [
    'a parameter that is gone, and a new caller',
    'x.js',
    `function f(a, b) {}\n${js}`,
    `function f(a) {}\n${js}`,
    `function f(a, b) {}\n${js}f(1, 2)\n`,
    '`f` is called',
  ],
  [
    'an import from a place that was moved',
    'x.ts',
    `import { log } from '@old/log'\n${js}`,
    `import { log } from '@new/log'\n${js}`,
    `import { log } from '@old/log'\n${js}import { level } from '@old/level'\n`,
    '@old/level',
  ],
  [
    'an alias that hides another',
    'x.ts',
    `export const alias = {\n${js}}\n`,
    `export const alias = {\n  '@y': 'y',\n${js}}\n`,
    `export const alias = {\n${js}  '@y/z': 'z',\n}\n`,
    '`@y` precedes',
  ],
]

describe('a clean merge is suspicious when both sides together have', () => {
  test.each(cases.filter(([, , , , , word]) => word !== ''))(
    '%s in %s',
    async (_kind, path, base, ours, theirs, word) => {
      const result = tryJoin(mergeLines(base, ours, theirs))
      expect(result).toBeDefined()
      expect((await inspectFile({ path, base, ours, theirs, result: result ?? '' })).join('\n')).toContain(
        word,
      )
    },
  )

  test('files whose names differ by case', () => {
    const [addedByOurs, addedByTheirs] = [['src/Log.ts'], ['src/log.ts', 'x.ts']]
    expect(inspectPaths({ all: [...addedByOurs, ...addedByTheirs], addedByOurs, addedByTheirs })).toEqual([
      'one name to some file systems: `src/Log.ts`, `src/log.ts`',
    ])
  })

  test('folders whose names differ by case', () => {
    const [addedByOurs, addedByTheirs] = [['Src/a.ts'], ['src/b.ts']]
    expect(
      inspectPaths({ all: [...addedByOurs, ...addedByTheirs], addedByOurs, addedByTheirs }),
    ).toHaveLength(1)
  })

  test('migrations of one number', () => {
    const [addedByOurs, addedByTheirs] = [['db/003_users.sql'], ['db/003_orders.sql', 'docs/003_a.sql']]
    expect(inspectPaths({ all: [...addedByOurs, ...addedByTheirs], addedByOurs, addedByTheirs })).toEqual([
      'two new files have the same number: `db/003_users.sql`, `db/003_orders.sql`',
    ])
  })

  test('migrations of Flyway', () => {
    const [addedByOurs, addedByTheirs] = [['db/V4__users.sql'], ['db/V4__orders.sql']]
    expect(
      inspectPaths({ all: [...addedByOurs, ...addedByTheirs], addedByOurs, addedByTheirs }),
    ).toHaveLength(1)
  })

  test.each([
    ['src/b.ts', "import { a } from './a.js'\n", 'src/a.ts'],
    ['src/b.ts', "import { a } from './a'\n", 'src/a/index.ts'],
    ['src/b/c.ts', "const a = await import('../a.ts')\n", 'src/a.ts'],
    ['pkg/b.py', 'from pkg.a import x\n', 'pkg/a.py'],
    ['pkg/b.py', 'from .a import x\n', 'pkg/a.py'],
    ['lib/b.rb', "require_relative 'a'\n", 'lib/a.rb'],
    ['src/lib.rs', 'pub mod a;\n', 'src/a.rs'],
    ['src/main.rs', 'mod a;\n', 'src/a/mod.rs'],
    ['b.css', '@import "a.css";\n', 'a.css'],
    ['b.c', '#include "a.h"\n', 'a.h'],
  ])('a new import in %s of a file that is gone: %s', (path, text, file) => {
    expect(findLostModules({ path, base: '', text }, ['other.ts', file])).toMatchObject([{ file }])
  })
})

test('correct merges are not suspicious', async () => {
  const sides = [
    ['x.ts', js, `import { a } from 'a'\na()\n${js}`, `${js}import { b } from 'b'\nb()\n`],
    [
      'x.py',
      `def f(a, b=1):\n    pass\n${py}`,
      `def f(a, b=1, c=2):\n    pass\n${py}`,
      `def f(a, b=1):\n    pass\n${py}f(1)\nf(1, b=2)\n`,
    ],
    [
      'x.md',
      `1.2 files\n${js}`,
      `1.3 files\n${js}`.replace('// 1\n', '// 1\n- a\n'),
      `1.3 files\n${js}- b\n`,
    ],
    ['x.js', `f(10)\n${js}`, `f(20)\nf(10)\n${js}`, `f(10)\n${js}f(30)\n`],
  ] as const
  for (const [path, base, ours, theirs] of sides) {
    const result = tryJoin(mergeLines(base, ours, theirs)) ?? ''
    expect(await inspectFile({ path, base, ours, theirs, result })).toEqual([])
  }
})

describe('warns when one side uses what the other changed in another file:', () => {
  const ts = { path: 'src/a.ts', before: 'export function f(a) {}\nexport class Old {}\n' }
  const py = { path: 'pkg/a.py', before: 'def f(a):\n    pass\n\n\nclass Old:\n    pass\n' }
  const toFile = (path: string, side: string, base = '') => ({ path, base, side, result: side })

  test.each([
    [
      'a new import of a class that was renamed',
      { ...ts, after: 'export function f(a) {}\nexport class New {}\n' },
      toFile('src/b.ts', "import { type Old } from './a.js'\n"),
      'src/b.ts imports `Old`, which src/a.ts no longer has',
    ],
    [
      'a new import of Python of a class that was renamed',
      { ...py, after: py.before.replace('Old', 'New') },
      toFile('pkg/b.py', 'from pkg.a import (\n    f,\n    Old,\n)\n\nf(1)\n'),
      'pkg/b.py imports `Old`',
    ],
    [
      'a new call of a function with one more parameter',
      { ...ts, after: ts.before.replace('f(a)', 'f(a, b)') },
      toFile('src/b.ts', "import { f } from './a'\n\nf(1)\n"),
      'src/b.ts calls `f`',
    ],
    [
      'a new call of Python of a function with one more parameter',
      { ...py, after: py.before.replace('f(a)', 'f(a, b)') },
      toFile('pkg/b.py', 'from .a import f\n\nf(1)\n'),
      'pkg/b.py calls `f`',
    ],
    [
      'a name of a module that is imported as a whole',
      { path: 'src/a.ts', before: 'export const old = 1\n', after: 'export const fresh = 1\n' },
      toFile('src/b.ts', "import * as api from './a'\n\nuse(api.old)\n", "import * as api from './a'\n"),
      'src/b.ts uses `api.old`, which src/a.ts no longer has',
    ],
    [
      'a name of a required module',
      { path: 'a.js', before: 'exports.old = 1\n', after: 'exports.fresh = 1\n' },
      toFile('b.js', "const a = require('./a')\na.old()\n"),
      'b.js uses `a.old`',
    ],
    [
      'a name of a module of Python',
      { path: 'pkg/a.py', before: 'def old():\n    pass\n', after: 'def fresh():\n    pass\n' },
      toFile('pkg/b.py', 'from . import a\n\na.old()\n'),
      'pkg/b.py uses `a.old`',
    ],
  ])('%s', async (_title, module, file, sentence) => {
    expect((await findOutdatedUses(file, module)).join()).toContain(sentence)
  })

  test.each([
    ['a name that is still there', ts, toFile('src/b.ts', "import { f } from './a'\n\nf(1)\n")],
    [
      'a parameter that may be left out',
      { ...ts, after: ts.before.replace('f(a)', 'f(a, b = 1)') },
      toFile('src/b.ts', "import { f } from './a'\n\nf(1)\n"),
    ],
    [
      'a file of the same name elsewhere',
      { ...ts, after: '' },
      toFile('lib/b.ts', "import { Old } from './a'\n"),
    ],
    [
      'a name of another namespace, or one that was used before',
      { path: 'src/a.ts', before: 'export const old = 1\n', after: '' },
      toFile(
        'src/b.ts',
        "import * as api from './a'\nimport * as c from './c'\nc.old(api.old)\n",
        "import * as api from './a'\napi.old\n",
      ),
    ],
    [
      'a name that the module passes on from elsewhere',
      { path: 'src/a.ts', before: 'export class Old {}\n', after: "export * from './c'\n" },
      toFile('src/b.ts', "import { Old } from './a'\n"),
    ],
    [
      'an import that was there before',
      { ...ts, after: 'export function f(a) {}\n' },
      toFile('src/b.ts', "import { Old } from './a'\n", "import { Old } from './a'\n"),
    ],
  ])('not %s', async (_title, module, file) => {
    expect(await findOutdatedUses(file, { after: module.before, ...module })).toEqual([])
  })
})
