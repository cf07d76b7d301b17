import { expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

/** A text with a place, `@`, and what each side adds there. */
type Place = readonly [title: string, path: string, text: string, ours: string, theirs: string]

const rust = 'fn f(x: T) -> i32 {\n    match x {\n        K => 0,\n@        _ => 9,\n    }\n}\n'
const python = 'match x:\n    case 1:\n        f()\n@    case _:\n        g()\n'
const c = 'int f(int a) {\n  switch (a) {\n  case 1:\n    return 1;\n@  }\n}\n'
const js = 'switch (a) {\n  case 1:\n    f()\n    break\n@}\n'
const head = '<html><head>\n  <meta name="a" content="a">\n@</head></html>\n'
const list = '<dl>\n  <dt>a</dt>\n  <dd>1</dd>\n@</dl>\n'
const css = '.a {\n  color: red;\n@}\n'

const refused: readonly Place[] = [
  [
    'two conditions that leave',
    'x.py',
    'def f(a):\n@    return a\n',
    '    if a is None:\n        return 1\n',
    '    if not a:\n        return 2\n',
  ],
  [
    'two conditions that leave',
    'x.js',
    'function f(a) {\n@  g(a)\n}\n',
    '  if (a < 1) return 1\n',
    '  if (a < 2) {\n    return 2\n  }\n',
  ],
  ['a type before a lifetime', 'x.rs', 'fn f<T@>() {}\n', ', U', ", 'a"],
  ['one attribute', 'x.jsx', 'const A = () => <B a={1}@ />\n', ' b={2}', ' b={3}'],
  ['spread attributes', 'x.jsx', 'const A = () => <B a={1}@ />\n', ' {...b}', ' c={3}'],
  ['a range and a number in it', 'x.rs', rust, '        1..=5 => 1,\n', '        3 => 2,\n'],
  ['a pattern that includes the other', 'x.rs', rust, '        S(_) => 1,\n', '        S(3) => 2,\n'],
  ['a variable before a pattern', 'x.rs', rust, '        other => 1,\n', '        S(3) => 2,\n'],
  ['an alternative of the other', 'x.rs', rust, '        O::B | O::C => 1,\n', '        O::C => 2,\n'],
  ['a class and a number', 'x.py', python, '    case int():\n        h()\n', '    case 3:\n        i()\n'],
  ['two lists', 'x.py', python, '    case [a, *b]:\n        h()\n', '    case [a]:\n        i()\n'],
  ['a case that falls through', 'x.c', c, '  case 2:\n    b();\n', '  case 3:\n    return 3;\n'],
  [
    'a case that may end',
    'x.js',
    js,
    '  case 2:\n    if (q) {\n      return\n    }\n',
    '  case 3:\n    break\n',
  ],
  ['a default before a parameter', 'x.py', 'def f(a@):\n    pass\n', ', b=1', ', c'],
  ['a default before a parameter', 'X.cs', 'class X {\n  void F(int a@) {}\n}\n', ', int b = 1', ', int c'],
  ['a default before a parameter', 'x.cpp', 'int f(int a@) {\n  return a;\n}\n', ', int b = 1', ', int c'],
  ['a default before a parameter', 'x.php', '<?php\nfunction f($a@) {\n}\n', ', $b = 1', ', $c'],
  ['an optional parameter before another', 'x.ts', 'function f(a: A@) {}\n', ', b?: B', ', c: C'],
  [
    'a default before a field',
    'x.py',
    'class A(NamedTuple):\n    a: int\n@',
    '    b: int = 1\n',
    '    c: int\n',
  ],
  ['results of a function', 'x.go', 'package a\n\nfunc f() {\n\treturn a@\n}\n', ', b', ', c'],
  ['results of a function', 'x.py', 'def f():\n    return a@\n', ', b', ', c'],
  ['members of a tuple', 'x.ts', 'type A = [B@]\n', ', C', ', D'],
  ['fields without names', 'x.go', 'package a\n\nvar m = P{1@}\n', ', 2', ', 3'],
  ['fields without names', 'x.c', 'struct A a = { 1@ };\n', ', 2', ', 3'],
  ['values of a format', 'x.rs', 'fn f() {\n    println!("x", a@);\n}\n', ', b', ', c'],
  ['an object spread and a key', 'x.js', 'const o = {\n  ...a,\n@}\n', '  ...b,\n', '  c: 1,\n'],
  ['a dictionary spread and a key', 'x.py', 'D = {\n    **a,\n@}\n', '    **b,\n', '    "c": 3,\n'],
  ['one key', 'x.php', "<?php\n$a = [\n  'a' => 1,\n@];\n", "  'b' => 2,\n", '  "b" => 3,\n'],
  [
    'what one sets and the other uses',
    'x.rb',
    'def f(a)\n  g(a)\n@  a\nend\n',
    '  a = a.strip\n',
    '  h(a)\n',
  ],
  ['two results', 'x.rb', 'def f(a)\n  g(a)\n@end\n', '  h(a)\n', '  i(a)\n'],
  ['steps of a promise', 'x.js', 'p\n  .then(a)\n@  .catch(e)\n', '  .then(b)\n', '  .then(c)\n'],
  [
    'steps of an iterator',
    'x.rs',
    'fn f() {\n    a.iter()\n@        .count();\n}\n',
    '        .filter(b)\n',
    '        .map(c)\n',
  ],
  [
    'layers of a view',
    'x.swift',
    'var a: V {\n    T()\n        .font(.a)\n@}\n',
    '        .padding()\n',
    '        .background(c)\n',
  ],
  [
    'decorators that replace a function',
    'x.py',
    '@def f():\n    pass\n',
    '@lru_cache\n',
    '@login_required\n',
  ],
  [
    'one option',
    'x.py',
    'p.add_argument("--a")\n@q()\n',
    'p.add_argument("--b", type=int)\n',
    'p.add_argument("--b", type=str)\n',
  ],
  ['one expectation', 'x.py', 'def test_a():\n    f()\n@', '    assert r.x == 2\n', '    assert r.x == 3\n'],
  [
    'one expectation',
    'x.test.js',
    "it('a', () => {\n  f()\n@})\n",
    '  expect(r).toBe(2)\n',
    '  expect(r).toBe(3)\n',
  ],
  ['two encodings', 'x.html', head, '  <meta charset="utf-8">\n', '  <meta charset="latin1">\n'],
  [
    'two addresses',
    'x.html',
    head,
    '  <link rel="canonical" href="a">\n',
    '  <link rel="canonical" href="b">\n',
  ],
  [
    'two defaults',
    'x.html',
    '<select>\n  <option>a</option>\n@</select>\n',
    '  <option selected>b</option>\n',
    '  <option selected>c</option>\n',
  ],
  ['a term and more about another', 'x.html', list, '  <dt>b</dt>\n  <dd>2</dd>\n', '  <dd>more</dd>\n'],
  ['a property of a shorthand', 'x.css', css, '  line-height: 2;\n', '  font: 12px a;\n'],
  ['a property of a shorthand', 'x.css', css, '  top: 2px;\n', '  inset: 0;\n'],
  ['a property of a shorthand', 'x.css', css, '  border-top-left-radius: 2px;\n', '  border-radius: 0;\n'],
  ['a property that resets all', 'x.css', css, '  margin: 2px;\n', '  all: unset;\n'],
  [
    'one rule in two media',
    'x.css',
    '.a { color: red; }\n@',
    '@media (max-width: 9px) { .a { top: 0; } }\n',
    '@media (max-width: 7px) { .a { top: 1px; } }\n',
  ],
  [
    'a route that hides another',
    'x.js',
    'app.get("/a", a)\n@',
    'app.get("/b/:id", b)\n',
    'app.get("/b/new", c)\n',
  ],
  [
    'a route that hides another',
    'urls.py',
    'urlpatterns = [\n    path("a/", a),\n@]\n',
    '    path("<slug:s>/", b),\n',
    '    path("new/", c),\n',
  ],
  ['one bit', 'x.c', 'enum {\n  A = 1 << 0,\n@};\n', '  B = 1 << 1,\n', '  C = 1 << 1,\n'],
  ['one bit', 'x.h', '#define A (1 << 0)\n@int x;\n', '#define B (1 << 1)\n', '#define C (1 << 1)\n'],
]

const kept: readonly Place[] = [
  ['traits', 'x.rs', '#[derive(Debug@)]\nstruct A;\n', ', Clone', ', Copy'],
  ['attributes', 'x.jsx', 'const A = () => <B a={1}@ />\n', ' b={2}', ' c={3}'],
  [
    'attributes',
    'x.tsx',
    'const A = () => (\n  <B\n    a={1}\n@  >\n    c\n  </B>\n)\n',
    '    b={2}\n',
    '    c\n',
  ],
  ['variants', 'x.rs', rust, '        O::B(a) => 1,\n', '        O::C { .. } => 2,\n'],
  ['constants', 'x.py', python, '    case A.B | A.D:\n        h()\n', '    case A.C:\n        i()\n'],
  ['cases that end', 'x.c', c, '  case 2:\n    b();\n    break;\n', '  case 3:\n    return 3;\n'],
  ['parameters without defaults', 'x.py', 'def f(a@):\n    pass\n', ', b', ', c'],
  ['parameters by name', 'x.py', 'def f(a, *@):\n    pass\n', ', b=1', ', c'],
  ['elements', 'x.go', 'package a\n\nvar m = []int{1@}\n', ', 2', ', 3'],
  ['elements', 'x.c', 'int m[] = { 1@ };\n', ', 2', ', 3'],
  ['elements', 'x.rs', 'fn f() {\n    g(vec![1@]);\n}\n', ', 2', ', 3'],
  ['words', 'x.sh', 'A=(\n  a\n@)\n', '  b\n', '  c\n'],
  ['terms', 'x.html', list, '  <dt>b</dt>\n  <dd>2</dd>\n', '  <dt>c</dt>\n  <dd>3</dd>\n'],
  [
    'tests of a table',
    'x_test.go',
    'package a\n\nvar tests = []T{\n\t{n: "a"},\n@}\n',
    '\t{n: "b"},\n',
    '\t{n: "c"},\n',
  ],
  ['properties', 'x.css', css, '  margin: 0;\n', '  line-height: 2;\n'],
  [
    'routes of two tests',
    'x.test.js',
    "it('a', () => {\n  f()\n})\n@",
    "it('b', () => {\n  app.get('/:id', b)\n})\n",
    "it('c', () => {\n  app.get('/new', c)\n})\n",
  ],
  ['other routes', 'x.js', 'app.get("/a", a)\n@', 'app.get("/b/:id", b)\n', 'app.get("/c/new", c)\n'],
]

const toSides = ([, , text, ours, theirs]: Place) =>
  ['', ours, theirs, ours + theirs].map(side => text.replace('@', () => side)) as [
    string,
    string,
    string,
    string,
  ]

test.each(refused)('declines %s in %s', async (...place) => {
  const [base, ours, theirs] = toSides(place)
  const answer = await resolve(place[1], [base, ours, theirs])
  expect(answer.kind === 'declined' ? 'declined' : answer.text).toBe('declined')
})

test.each(kept)('keeps %s in %s', async (...place) => {
  const [base, ours, theirs, both] = toSides(place)
  expect(textOf(await resolve(place[1], [base, ours, theirs]))).toBe(both)
})
