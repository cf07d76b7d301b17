import { expectKept, expectRefused, type Place } from './places.ts'

const kept: readonly Place[] = [
  ['marks of tests', 'a.py', '@a\n‸def f():\n    pass\n', '@pytest.mark.slow\n', '@pytest.mark.skip("x")\n'],
  ['marks of a function', 'a.rs', '#[a]\n‸fn f() {}\n', '#[inline]\n', '#[must_use]\n'],
  ['allowed lints', 'a.rs', '#[a]\n‸fn f() {}\n', '#[allow(dead_code)]\n', '#[allow(unused)]\n'],
  ['functions with attributes', 'a.rs', 'fn f() {}\n‸', '\n#[test]\nfn g() {}\n', '\n#[test]\nfn h() {}\n'],
]

const refused: readonly Place[] = [
  ['attributes that rewrite a function', 'a.rs', '#[a]\n‸fn f() {}\n', '#[tokio::main]\n', '#[instrument]\n'],
  ['unknown decorators', 'a.ts', 'class A {\n  @a()\n‸  f() {}\n}\n', '  @b()\n', '  @c()\n'],
  ['the first decorators', 'a.py', '‸def f():\n    pass\n', '@b\n', '@c\n'],
  [
    'an attribute and a function with one',
    'a.rs',
    'fn z() {}\n\n‸fn f() {}\n',
    '#[b]\n',
    '#[c]\nfn g() {}\n\n',
  ],
  [
    'one setting of a field',
    'a.rs',
    'struct A {\n    #[a]\n‸    b: i32,\n}\n',
    '    #[serde(rename = "x")]\n',
    '    #[serde(rename = "y")]\n',
  ],
  [
    'fixtures, which run in order',
    'a.py',
    '@a\n‸def f():\n    pass\n',
    '@pytest.mark.usefixtures("a")\n',
    '@pytest.mark.usefixtures("b")\n',
  ],
  [
    'decorators that may replace a value',
    'a.ts',
    'class A {\n  @a()\n‸  f: string\n}\n',
    '  @Transform(x)\n',
    '  @IsString()\n',
  ],
  [
    'one mark with two arguments',
    'a.ts',
    'class A {\n  @a()\n‸  f: string\n}\n',
    '  @Min(1)\n',
    '  @Min(2)\n',
  ],
]

expectKept(kept)
expectRefused(refused)
