import { expect, test } from '@jest/globals'
import { expectKept, expectRefused, type Place } from './places.ts'
import { resolve, textOf } from './resolve.ts'

const refused: readonly Place[] = [
  [
    'a method in two versions',
    'A.cs',
    'class A\n{\n    int a;\n‸}\n',
    '\n    int B(int x) => 1;\n',
    '\n    int B(int y = 2) => y;\n',
  ],
  [
    'a function in two versions',
    'A.kt',
    'fun a() {}\n‸',
    '\nfun b(x: Int): Int = 1\n',
    '\nprivate fun b(y: Int) {}\n',
  ],
  [
    'a method in two versions',
    'a.hpp',
    'class A {\npublic:\n    void a();\n‸};\n',
    '    int b(int x);\n',
    '    void b(int y);\n',
  ],
  [
    'a function in two versions',
    'a.c',
    'int a(void) { return 1; }\n‸',
    '\nint b(int x) { return x; }\n',
    '\nint b(long x) { return 2; }\n',
  ],
  ['calls that change one object', 'a.py', 'def f(a):\n‸    return a\n', '    a.sort()\n', '    a.add(1)\n'],
  ['parts of one response', 'a.js', 'f()\n‸g()\n', 'res.send(1)\n', 'res.status(404)\n'],
  ['middleware', 'a.js', 'app.use(a())\n‸app.get("/", f)\n', 'app.use(b())\n', 'app.use(c())\n'],
  ['middleware and a route', 'a.js', 'app.use(a())\n‸f()\n', 'app.use(b())\n', 'app.get("/c", c)\n'],
  ['middleware', 'a.py', 'app = A()\n‸run(app)\n', 'app.add_middleware(B)\n', 'app.add_middleware(C)\n'],
  [
    'middleware',
    'A.cs',
    'class A\n{\n    void F()\n    {\n        app.UseA();\n‸        app.Run();\n    }\n}\n',
    '        app.UseB();\n',
    '        app.UseC();\n',
  ],
  [
    'two services of one type',
    'A.cs',
    'class A\n{\n    void F()\n    {\n‸        f();\n    }\n}\n',
    '        s.AddSingleton<IA, B>();\n',
    '        s.AddSingleton<IA, C>();\n',
  ],
  [
    'positional arguments of a program',
    'a.py',
    'p = A()\n‸p.parse_args()\n',
    'p.add_argument("b")\n',
    'p.add_argument("c")\n',
  ],
  [
    'short options',
    'a.py',
    'p = A()\n‸p.parse_args()\n',
    'p.add_argument("-p", "--port")\n',
    'p.add_argument("-p", "--path")\n',
  ],
  [
    'short options without a letter',
    'a.rs',
    'struct A {\n    a: u8,\n‸}\n',
    '    #[arg(short, long)]\n    port: u8,\n',
    '    #[arg(short, long)]\n    path: u8,\n',
  ],
  [
    'short options of a chain',
    'a.js',
    "p\n  .option('-a')\n‸  .parse()\n",
    "  .option('-p, --port')\n",
    "  .option('-p, --path')\n",
  ],
  [
    'short options of Go',
    'a.go',
    'package a\n\nfunc f() {\n‸\tg()\n}\n',
    '\tc.Flags().IntVarP(&p, "port", "p", 1, "")\n',
    '\tc.Flags().StringVarP(&q, "path", "p", "", "")\n',
  ],
  [
    'deferred calls',
    'a.go',
    'package a\n\nfunc f() {\n‸\tg()\n}\n',
    '\tdefer a.Close()\n',
    '\tdefer b.Unlock()\n',
  ],
  ['results', 'a.go', 'package a\n\ntype A interface {\n\tF() (a‸, error)\n}\n', ', b', ', c'],
  ['callbacks', 'a.rb', 'class A\n  b :c\n‸  d\nend\n', '  before_save :e\n', '  before_save :f\n'],
  [
    'a route for everything',
    'a.rb',
    'routes.draw do\n  resources :a\n‸end\n',
    '  get "*path", to: "b#c"\n',
    '  resources :d\n',
  ],
  [
    'hidden routes',
    'a.php',
    "<?php\nRoute::get('/a', 'f');\n‸g();\n",
    "Route::get('/a/{id}', 'h');\n",
    "Route::get('/a/new', 'i');\n",
  ],
  ['one gem in two versions', 'Gemfile', "gem 'a'\n‸gem 'z'\n", "gem 'b', '1'\n", "gem 'b', '2'\n"],
  [
    'one setting of a builder',
    'A.java',
    'class A {\n    A f() {\n        return b()\n            .a(1)\n‸            .build();\n    }\n}\n',
    '            .c(2)\n',
    '            .c(3)\n',
  ],
  [
    'layers',
    'a.rs',
    'fn f() {\n    let a = b()\n        .c(1)\n‸        .d();\n}\n',
    '        .layer(e)\n',
    '        .layer(g)\n',
  ],
  [
    'members of an ordered type',
    'a.rs',
    '#[derive(PartialEq, PartialOrd)]\nenum A {\n    B,\n‸    C,\n}\n',
    '    D,\n',
    '    E,\n',
  ],
  [
    'fields with a layout',
    'a.rs',
    '#[repr(C)]\nstruct A {\n    b: u8,\n‸}\n',
    '    c: u8,\n',
    '    d: u8,\n',
  ],
  [
    'conditions of exports',
    'package.json',
    '{\n  "exports": {\n    "import": "./a",\n‸    "default": "./b"\n  }\n}\n',
    '    "browser": "./c",\n',
    '    "node": "./d",\n',
  ],
  [
    'patterns',
    'jest.config.json',
    '{\n  "moduleNameMapper": {\n‸    "^a$": "b"\n  }\n}\n',
    '    "^(.*)\\\\.css$": "c",\n',
    '    "^(.*)\\\\.js$": "d",\n',
  ],
  ['plugins', 'a.json', '{\n  "plugins": [\n    "a"‸\n  ]\n}\n', ',\n    "b"', ',\n    "c"'],
]

const kept: readonly Place[] = [
  ['overloads', 'A.kt', 'fun a() {}\n‸', '\nfun b(x: Int) {}\n', '\nfun b(x: String) {}\n'],
  [
    'overloads',
    'a.hpp',
    'class A {\npublic:\n    void a();\n‸};\n',
    '    int b(int x);\n',
    '    int b(char *x) const;\n',
  ],
  ['parameters', 'a.swift', 'func f(a: Int‸) {}\n', ', b: Bool = false', ', c: Int = 1'],
  ['calls of one object', 'a.py', 'def f(a):\n‸    return a\n', '    a.add("b")\n', '    a.add("c")\n'],
  ['numbers that are no series', 'a.js', 'const a = 3\n‸f(a)\n', 'const b = 30\n', 'const c = 30\n'],
  ['routers with paths', 'a.js', 'app.use("/a", a)\n‸f()\n', 'app.use("/b", b)\n', 'app.use("/c", c)\n'],
  [
    'options',
    'a.py',
    'p = A()\n‸p.parse_args()\n',
    'p.add_argument("-b", "--bb")\n',
    'p.add_argument("-c", "--cc")\n',
  ],
  ['resources', 'a.rb', 'routes.draw do\n  resources :a\n‸end\n', '  resources :b\n', '  resources :c\n'],
  ['gems', 'Gemfile', "gem 'a'\n‸gem 'z'\n", "gem 'b'\n", "gem 'c', '2'\n"],
  ['prototypes', 'a.h', 'int a(int b);\n‸int z(void);\n', 'int c(int b);\n', 'int d(int b);\n'],
  [
    'methods of a class',
    'a.hpp',
    'class A {\npublic:\n    void b();\n‸};\n',
    '    void c();\n',
    '    void d();\n',
  ],
  [
    'settings of a builder',
    'A.java',
    'class A {\n    A f() {\n        return b()\n            .a(1)\n‸            .build();\n    }\n}\n',
    '            .c(2)\n',
    '            .d(2)\n',
  ],
  ['parameters before others', 'a.go', 'package a\n\nfunc F(‸z int) {}\n', 'b int, ', 'c string, '],
  [
    'patterns',
    'jest.config.json',
    '{\n  "moduleNameMapper": {\n‸    "^a$": "b"\n  }\n}\n',
    '    "^@c/(.*)$": "c",\n',
    '    "^@d/(.*)$": "d",\n',
  ],
]

expectRefused(refused)
expectKept(kept)

test.each([
  ['a.json', '{\n  "files": ["a"‸],\n  "b": 1\n}\n', ', "c"', ', "d"', ', "c", "d"'],
  ['a.yml', 'branches: [a‸]\nb: 1\n', ', c', ', d', ', c, d'],
  ['a.yml', 'node: [18, 20‸]\nb: 1\n', ', 24', ', 22', ', 22, 24'],
  [
    'a.java',
    'class A {\n    L f() {\n        return List.of("a"‸);\n    }\n}\n',
    ', "c"',
    ', "d"',
    ', "c", "d"',
  ],
])('merges a list in one line of %s', async (path, text, ours, theirs, both) => {
  const fill = (added: string) => text.replace('‸', () => added)
  expect(textOf(await resolve(path, [fill(''), fill(ours), fill(theirs)]))).toBe(fill(both))
})

test.each([
  ['an item that both sides replaced', 'a.yml', 'b: [x]\nc: 1\n', 'b: [y]\nc: 1\n', 'b: [z]\nc: 1\n'],
  [
    'numbers that were replaced',
    'a.json',
    '{\n  "b": [1, 2]\n}\n',
    '{\n  "b": [1, 3]\n}\n',
    '{\n  "b": [4, 2]\n}\n',
  ],
  [
    'a dependency that one side moved and the other raised',
    'package.json',
    '{\n  "dependencies": {\n    "a": "^1.0.0",\n    "b": "^1.0.0"\n  },\n  "devDependencies": {\n    "c": "1"\n  }\n}\n',
    '{\n  "dependencies": {\n    "a": "^1.0.0"\n  },\n  "devDependencies": {\n    "b": "^1.0.0",\n    "c": "1"\n  }\n}\n',
    '{\n  "dependencies": {\n    "a": "^1.0.0",\n    "b": "^1.2.0"\n  },\n  "devDependencies": {\n    "c": "1"\n  }\n}\n',
  ],
  [
    'a dependency that is in two sections',
    'package.json',
    '{\n  "dependencies": {\n    "a": "1"\n  },\n  "devDependencies": {\n    "c": "1"\n  }\n}\n',
    '{\n  "dependencies": {\n    "a": "1",\n    "b": "1"\n  },\n  "devDependencies": {\n    "c": "1"\n  }\n}\n',
    '{\n  "dependencies": {\n    "a": "2"\n  },\n  "devDependencies": {\n    "b": "1",\n    "c": "1"\n  }\n}\n',
  ],
])('declines %s', async (_, path, base, ours, theirs) => {
  expect((await resolve(path, [base, ours, theirs])).kind).toBe('declined')
})

test('adds two sections at one place of a text, with a blank line between them', async () => {
  const text = (added: string) => `# A\n\n## B\n\nC.\n${added}`
  const [ours, theirs] = ['\n## D\n\nE.\n', '\n## F\n\nG.\n']
  const answer = await resolve('a.md', [text(''), text(ours), text(theirs)])
  expect(textOf(answer)).toBe(text(ours + theirs))
})
