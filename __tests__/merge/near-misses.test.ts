import { expectKept, expectRefused, type Place } from './places.ts'

const kept: readonly Place[] = [
  [
    'parameters of a function in a file that takes objects apart',
    'A.kt',
    'fun f(a: Int‸) {\n    val (b) = g(a)\n}\n',
    ', c: Int = 1',
    ', d: Int = 2',
  ],
  [
    'parameters of a data class that nothing takes apart',
    'A.kt',
    'data class A(val b: Int‸)\n',
    ', val c: Int = 1',
    ', val d: Int = 2',
  ],
  [
    'cases of characters',
    'a.c',
    "int f(char a) {\n  switch (a) {\n  case 'a':\n    g();\n    break;\n‸  }\n}\n",
    "  case '\\n':\n    g();\n    break;\n",
    "  case '\\t':\n    h();\n    break;\n",
  ],
  [
    'numbers with types',
    'a.rs',
    'fn f(x: u8) -> i32 {\n    match x {\n        1u8 => 0,\n‸        _ => 9,\n    }\n}\n',
    '        2u8 => 1,\n',
    '        3u8 => 2,\n',
  ],
]

const refused: readonly Place[] = [
  [
    'parameters of a data class that is taken apart',
    'A.kt',
    'data class A(val b: Int‸)\n\nfun f(a: A) {\n    val (b) = a\n}\n',
    ', val c: Int = 1',
    ', val d: Int = 2',
  ],
  [
    'parameters of a record that is taken apart',
    'A.cs',
    'record A(int X‸);\n\nclass B\n{\n    void F(A a)\n    {\n        var (x, y) = a;\n    }\n}\n',
    ', int Y = 1',
    ', int Z = 2',
  ],
  [
    'a number in two notations',
    'a.c',
    'int f(int a) {\n  switch (a) {\n  case 1:\n    g();\n    break;\n‸  }\n}\n',
    '  case 0x1f:\n    g();\n    break;\n',
    '  case 31:\n    h();\n    break;\n',
  ],
  [
    'an octal number',
    'a.c',
    'int f(int a) {\n  switch (a) {\n  case 1:\n    g();\n    break;\n‸  }\n}\n',
    '  case 010:\n    g();\n    break;\n',
    '  case 8:\n    h();\n    break;\n',
  ],
  [
    'a character and a number',
    'a.c',
    'int f(int a) {\n  switch (a) {\n  case 1:\n    g();\n    break;\n‸  }\n}\n',
    "  case 'a':\n    g();\n    break;\n",
    '  case 97:\n    h();\n    break;\n',
  ],
  ['columns to sort by', 'a.rb', 'f.order(a: :asc‸)\n', ', b: :desc', ', c: :asc'],
  [
    'elements of an array of one size',
    'A.cs',
    'class A\n{\n    string[] b = new string[2] { "x"‸ };\n}\n',
    ', "y"',
    ', "z"',
  ],
  ['elements of an array of one size', 'a.go', 'package a\n\nvar m = [2]int{1‸}\n', ', 2', ', 3'],
  ['elements of an array of one size', 'a.c', 'int m[2] = { 1‸ };\n', ', 2', ', 3'],
  [
    'resources, which are closed in order',
    'A.cs',
    'class A\n{\n    void F()\n    {\n        using (B a = G()‸)\n        {\n        }\n    }\n}\n',
    ', b = H()',
    ', c = I()',
  ],
  [
    'the first children of a component',
    'a.jsx',
    'const A = () => (\n  <Box>\n‸  </Box>\n)\n',
    '    <B />\n',
    '    <C />\n',
  ],
  [
    'statements that would become one',
    'a.js',
    'function f() {\n  g()\n‸}\n',
    '  const a = h\n',
    '  (function () {})()\n',
  ],
]

expectKept(kept)
expectRefused(refused)
