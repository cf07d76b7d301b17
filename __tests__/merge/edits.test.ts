import { expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

/** Base, ours, theirs and what is expected; undefined: declined. */
type Case = readonly [
  title: string,
  path: string,
  base: string,
  ours: string,
  theirs: string,
  result: string | undefined,
]

function toVersions(
  print: (inside: string) => string,
  [base, ours, theirs, result]: readonly (string | undefined)[],
) {
  const [before, left, right] = [base, ours, theirs].map(inside => print(inside as string)) as [
    string,
    string,
    string,
  ]
  return [before, left, right, result === undefined ? undefined : print(result)] as const
}

const lists: readonly Case[] = [
  [
    'parameters',
    'x.py',
    ...toVersions(s => `def f(${s}):\n    return a\n`, ['a', 'a, b=1', 'a, c=2', 'a, b=1, c=2']),
  ],
  ['named arguments', 'x.py', ...toVersions(s => `f(${s})\n`, ['a', 'a, b=1', 'a, c=2', 'a, b=1, c=2'])],
  [
    'arguments that are known by their places',
    'x.js',
    ...toVersions(s => `f(${s})\n`, ['a', 'a, b', 'a, c', undefined]),
  ],
  [
    'elements of an array',
    'x.ts',
    ...toVersions(s => `const x = [${s}]\n`, ['z', 'z, b', 'z, a', 'z, b, a']),
  ],
  [
    'sorted elements',
    'x.py',
    ...toVersions(
      s => `x = [\n    "a",\n${s}    "z",\n]\n`,
      ['', '    "c",\n', '    "b",\n', '    "b",\n    "c",\n'],
    ),
  ],
  [
    'options of a command',
    'x.py',
    ...toVersions(s => `args = [${s}]\n`, ['"a"', '"a", "b"', '"a", "c"', undefined]),
  ],
  [
    'names of __all__',
    'x.py',
    ...toVersions(s => `__all__ = [${s}]\n`, ['"a"', '"a", "b"', '"a", "c"', '"a", "b", "c"']),
  ],
  ['exported names', 'x.ts', ...toVersions(s => `f()\nexport { ${s} }\n`, ['a', 'a, b', 'a, c', 'a, b, c'])],
  [
    'members of a union',
    'x.ts',
    ...toVersions(
      s => `type A = ${s}\n`,
      ["'a' | 'b'", "'a' | 'b' | 'c'", "'a' | 'b' | 'd'", "'a' | 'b' | 'c' | 'd'"],
    ),
  ],
  [
    'members of an intersection',
    'x.ts',
    ...toVersions(s => `type A = ${s}\n`, ['B & C', 'B & C & D', 'B & C & E', 'B & C & D & E']),
  ],
  [
    'members of an enum',
    'x.ts',
    ...toVersions(s => `enum A {\n  X,\n${s}}\n`, ['', '  Y,\n', '  Z,\n', '  Y,\n  Z,\n']),
  ],
  [
    'constants of an enum',
    'X.java',
    ...toVersions(s => `enum E {\n  A,\n  B${s}\n}\n`, ['', ',\n  C', ',\n  D', ',\n  C,\n  D']),
  ],
  [
    'entries of an object',
    'x.ts',
    ...toVersions(s => `f({ ${s} })\n`, ['a: 1', 'a: 1, b: 2', 'a: 1, c: 3', 'a: 1, b: 2, c: 3']),
  ],
  [
    'elements of a set',
    'x.py',
    ...toVersions(s => `S = {${s}}\n`, ['1, 2', '1, 2, 3', '1, 2, 4', '1, 2, 3, 4']),
  ],
  [
    'interfaces',
    'x.ts',
    ...toVersions(s => `class A implements ${s} {}\n`, ['B', 'B, C', 'B, D', 'B, C, D']),
  ],
  [
    'bounds',
    'x.rs',
    ...toVersions(s => `fn f<T>() where T: ${s} {}\n`, ['A', 'A + B', 'A + C', 'A + B + C']),
  ],
  [
    'decorators that only mark',
    'x.py',
    ...toVersions(
      s => `${s}@a\ndef f():\n    pass\n`,
      ['', '@pytest.mark.b\n', '@pytest.mark.c\n', '@pytest.mark.b\n@pytest.mark.c\n'],
    ),
  ],
  [
    'unknown decorators',
    'x.py',
    ...toVersions(s => `${s}@a\ndef f():\n    pass\n`, ['', '@b\n', '@c\n', undefined]),
  ],
  [
    'decorators that change what is below',
    'x.py',
    ...toVersions(s => `${s}@a\ndef f():\n    pass\n`, ['', '@b\n', '@app.route("/")\n', undefined]),
  ],
  [
    'arms of a match',
    'x.rs',
    ...toVersions(
      s => `fn f(x: A) -> i32 {\n    match x {\n        A::B => 1,\n${s}    }\n}\n`,
      ['', '        A::C => 2,\n', '        A::D => 3,\n', '        A::C => 2,\n        A::D => 3,\n'],
    ),
  ],
  [
    'arms with a guard',
    'x.rs',
    ...toVersions(
      s => `fn f(x: i32) -> i32 {\n    match x {\n        1 => 1,\n${s}    }\n}\n`,
      ['', '        n if n > 2 => 2,\n', '        n if n > 3 => 3,\n', undefined],
    ),
  ],
  [
    'cases that end',
    'x.js',
    ...toVersions(
      s => `function f(x) {\n  switch (x) {\n    case 1:\n      return 1\n${s}  }\n}\n`,
      [
        '',
        '    case 2:\n      return 2\n',
        '    case 3:\n      return 3\n',
        '    case 2:\n      return 2\n    case 3:\n      return 3\n',
      ],
    ),
  ],
  [
    'conditions of one subject',
    'x.py',
    ...toVersions(
      s => `def f(x):\n    if x == 1:\n        return "a"\n${s}    else:\n        return "z"\n`,
      [
        '',
        '    elif x == 2:\n        return "b"\n',
        '    elif x == 3:\n        return "c"\n',
        '    elif x == 2:\n        return "b"\n    elif x == 3:\n        return "c"\n',
      ],
    ),
  ],
  [
    'conditions that may both be true',
    'x.py',
    ...toVersions(
      s => `def f(x):\n    if x == 1:\n        return "a"\n${s}    else:\n        return "z"\n`,
      ['', '    elif x > 2:\n        return "b"\n', '    elif x > 3:\n        return "c"\n', undefined],
    ),
  ],
  [
    'operands of and',
    'x.js',
    ...toVersions(s => `if (${s}) {\n}\n`, ['a && b', 'a && b && c', 'a && b && d', 'a && b && c && d']),
  ],
  [
    'links of a chain',
    'x.js',
    ...toVersions(
      s => `app\n  .add(a())\n${s}`,
      ['', '  .add(b())\n', '  .add(c())\n', '  .add(b())\n  .add(c())\n'],
    ),
  ],
  [
    'parameters of a docstring',
    'x.py',
    ...toVersions(
      s => `def f():\n    """Do.\n\n    :param a: one\n${s}    """\n`,
      ['', '    :param b: two\n', '    :param c: three\n', '    :param b: two\n    :param c: three\n'],
    ),
  ],
  [
    'links of a text',
    'x.rst',
    ...toVersions(
      s => `Text.\n\n.. _a: https://a\n${s}`,
      ['', '.. _b: https://b\n', '.. _c: https://c\n', '.. _b: https://b\n.. _c: https://c\n'],
    ),
  ],
  [
    'names so alike that they may be one',
    'x.ts',
    ...toVersions(s => `f({ ${s} })\n`, ['a: 1', 'a: 1, file: 2', 'a: 1, files: 3', undefined]),
  ],
]

const statements: readonly Case[] = [
  [
    'statements that both sides have added',
    'x.js',
    ...toVersions(s => `function f() {\n  a()\n${s}}\n`, ['', '  b()\n', '  c()\n', '  b()\n  c()\n']),
  ],
  [
    'a statement that what follows would not be reached behind',
    'x.js',
    ...toVersions(s => `function f() {\n  a()\n${s}}\n`, ['', '  return b()\n', '  c()\n', undefined]),
  ],
  [
    'a statement that sets what the other uses',
    'x.js',
    ...toVersions(s => `function f() {\n  let n = 0\n${s}}\n`, ['', '  n = 1\n', '  use(n)\n', undefined]),
  ],
  [
    'changes of neighbouring statements',
    'x.js',
    ...toVersions(([a, b] = '') => `f(${a})\ng(${b})\n`, ['ab', 'cb', 'ad', 'cd']),
  ],
  [
    'changes of two arguments',
    'x.js',
    ...toVersions(([a, b] = '') => `f(${a}, ${b})\n`, ['ab', 'cb', 'ad', 'cd']),
  ],
  [
    'changes of one expression',
    'x.js',
    ...toVersions(([a, b] = '') => `f(${a} < ${b})\n`, ['ab', 'cb', 'ad', undefined]),
  ],
  [
    'an indented block in which the other has changed something',
    'x.js',
    'a(1)\n',
    'if (x) {\n  a(1)\n}\n',
    'a(2)\n',
    'if (x) {\n  a(2)\n}\n',
  ],
  [
    'an addition that holds the one of the other',
    'x.js',
    'a()\n',
    'a()\nb(1)\n',
    'a()\nb(1)\nc(2)\n',
    'a()\nb(1)\nc(2)\n',
  ],
  [
    'a comment about what the other has replaced',
    'x.py',
    'def f():\n    old(1)\n',
    'def f():\n    # why\n    old(1)\n',
    'def f():\n    new(2)\n',
    undefined,
  ],
  [
    'lines that one side has moved and the other has removed',
    'x.txt',
    'first line here\nb c\nd e\nf g\n',
    'b c\nd X\nfirst line here\nf g\n',
    'b c\nd Y\nf g\n',
    undefined,
  ],
]

const renames: readonly Case[] = [
  [
    'a variable that one side has renamed, in what the other has added',
    'x.js',
    'function f() {\n  var host = get(1)\n  if (!host) {\n    host = get(2)\n  }\n  return host\n}\n',
    'function f() {\n  var val = get(1)\n  if (!val) {\n    val = get(2)\n  }\n  return val\n}\n',
    'function f() {\n  var host = get(1)\n  if (!host) {\n    host = get(2)\n  } else {\n    host = trim(host)\n  }\n  return host\n}\n',
    'function f() {\n  var val = get(1)\n  if (!val) {\n    val = get(2)\n  } else {\n    val = trim(val)\n  }\n  return val\n}\n',
  ],
]

const versions: readonly Case[] = [
  [
    'the higher version',
    'x.py',
    ...toVersions(s => `__version__ = "${s}"\n`, ['1.0.0', '1.1.0.dev0', '1.0.1', '1.1.0.dev0']),
  ],
  [
    'a version that a side has lowered',
    'x.py',
    ...toVersions(s => `__version__ = "${s}"\n`, ['1.0.0', '0.9.0', '1.0.1', undefined]),
  ],
  [
    'a number that is not called a version',
    'x.py',
    ...toVersions(s => `limit = "${s}"\n`, ['1.0.0', '1.1.0', '1.0.1', undefined]),
  ],
]

const cases = [...lists, ...statements, ...renames, ...versions]
const [kept, refused] = [true, false].map(isKept =>
  cases.filter(([, , , , , result]) => (result !== undefined) === isKept),
) as [Case[], Case[]]

test.each(kept)('keeps %s in %s', async (_title, path, base, ours, theirs, result) => {
  expect(textOf(await resolve(path, [base, ours, theirs], ['edits']))).toBe(result)
})

test.each(refused)('declines %s in %s', async (_title, path, base, ours, theirs) => {
  expect((await resolve(path, [base, ours, theirs])).kind).toBe('declined')
})

test('a renamed name and a version that was not taken are named as choices', async () => {
  const [, path, base, ours, theirs] = renames[0] as Case
  const renamed = await resolve(path, [base, ours, theirs], ['edits'])
  expect(renamed.kind === 'resolved' && renamed.overrides.map(({ sentence }) => sentence)).toEqual([
    '`host` was renamed to `val`, also in what the other side added here',
  ])
})
