import { expect, test } from '@jest/globals'
import { expectKept, expectRefused, type Place } from './places.ts'
import { resolve, textOf } from './resolve.ts'

const kept: readonly Place[] = [
  ['optional dependencies as features', 'Cargo.toml', '[features]\na = ["dep:b"‸]\n', ', "dep:c"', ', "d/e"'],
  [
    'requirements',
    'pyproject.toml',
    '[project]\ndependencies = [\n    "a>=1",\n‸]\n',
    '    "b>=2,<3",\n',
    '    "c[x]~=1.0",\n',
  ],
  [
    'sorted requirements',
    'pyproject.toml',
    '[project]\ndependencies = [\n    "a>=1",\n‸    "z",\n]\n',
    '    "c>=2",\n',
    '    "b",\n',
    '[project]\ndependencies = [\n    "a>=1",\n    "b",\n    "c>=2",\n    "z",\n]\n',
  ],
  ['features', 'Cargo.toml', '[features]\ndefault = ["a"‸]\n', ', "b"', ', "c"'],
  [
    'features on their own lines',
    'Cargo.toml',
    '[features]\ndefault = [\n  "a",\n‸]\n',
    '  "b",\n',
    '  "c",\n',
  ],
  ['names of features', 'Cargo.toml', '[features]\na = []\n‸', 'b = []\n', 'c = ["a"]\n'],
  [
    'features of a dependency',
    'Cargo.toml',
    '[dependencies]\nx = { version = "1", features = ["a"‸] }\n',
    ', "b"',
    ', "c"',
  ],
  [
    'features of a dependency with its own table',
    'Cargo.toml',
    '[dependencies.x]\nversion = "1"\nfeatures = ["a"‸]\n',
    ', "b"',
    ', "c"',
  ],
  ['extras', 'pyproject.toml', '[project.optional-dependencies]\na = ["b"‸]\n', ', "c"', ', "d"'],
  ['pages', 'index.rst', '.. toctree::\n   :maxdepth: 2\n\n   a\n‸\nText.\n', '   b\n', '   c\n'],
  [
    'pages at the end',
    'index.rst',
    'Title\n=====\n\n.. toctree::\n   :maxdepth: 2\n\n   a\n‸',
    '   b\n',
    '   c\n',
  ],
  ['pages with titles', 'index.rst', '.. toctree::\n\n   a\n‸   z\n\nText.\n', '   Bee <b>\n', '   sub/c\n'],
  ['classes', 'a.html', '<div class="a‸">x</div>\n', ' b', ' c'],
  ['classes', 'a.jsx', 'const A = () => <div className="a‸">x</div>\n', ' b', ' c'],
  [
    'classes in a page',
    'a.html',
    '<html>\n<body>\n  <div id="m" class="a‸">\n    <p>x</p>\n  </div>\n</body>\n</html>\n',
    ' b',
    ' c',
  ],
]

const refused: readonly Place[] = [
  [
    'two versions of a requirement',
    'pyproject.toml',
    '[project]\ndependencies = [\n    "a>=1",\n‸]\n',
    '    "b>=2",\n',
    '    "B>=3",\n',
  ],
  ['a commented list', 'Cargo.toml', '[features]\ndefault = [\n  "a", # why\n‸]\n', '  "b",\n', '  "c",\n'],
  ['channels, which are searched in order', 'pixi.toml', '[project]\nchannels = ["a"‸]\n', ', "b"', ', "c"'],
  [
    'a list and another key',
    'Cargo.toml',
    '[dependencies]\nx = { version = "1"‸ }\n',
    ', features = ["b"]',
    ', optional = true',
  ],
  ['two lists in one line', 'a.toml', 'x = { a = ["b"], c = ["d"‸] }\n', ', "e"', ', "f"'],
  ['parts of one class', 'a.html', '<div class="a‸">x</div>\n', '-b', ' c'],
  ['pages of a pattern', 'index.rst', '.. toctree::\n   :glob:\n\n   a\n‸', '   b/*\n', '   c\n'],
  ['a page and a text', 'index.rst', '.. toctree::\n\n   a\n\n‸', '   b\n', 'Text.\n'],
  ['lines of an example', 'index.rst', 'Run::\n\n   a\n‸\nText.\n', '   b\n', '   c\n'],
  ['lines of code', 'index.rst', '.. code-block:: sh\n\n   a\n‸\nText.\n', '   b\n', '   c\n'],
  [
    'one option',
    'index.rst',
    '.. toctree::\n   :maxdepth: 2\n‸\n   a\n',
    '   :caption: A\n',
    '   :caption: B\n',
  ],
  [
    'an option and a page',
    'index.rst',
    '.. toctree::\n   :maxdepth: 2\n‸\n   a\n',
    '   :numbered:\n',
    '   b\n',
  ],
  ['styles', 'a.html', '<div style="a: 1;‸">x</div>\n', ' b: 2;', ' b: 3;'],
  ['words of a title', 'a.html', '<div title="a‸">x</div>\n', ' b', ' c'],
  ['classes of one kind', 'a.html', '<div class="a‸">x</div>\n', ' col-md-6', ' col-md-4'],
  ['a template', 'a.html', '<div class="a‸">x</div>\n', ' {{ b }}', ' c'],
  ['two variants', 'a.html', '<div class="btn‸">x</div>\n', ' btn-primary', ' btn-secondary'],
  ['two sizes', 'a.html', '<div class="p-1‸">x</div>\n', ' m-2', ' m-4'],
  ['two sizes of text', 'a.html', '<div class="p-1‸">x</div>\n', ' text-lg', ' text-sm'],
  ['two layouts', 'a.html', '<div class="p-1‸">x</div>\n', ' hidden', ' flex'],
  ['arguments', 'a.toml', 'args = ["a"‸]\n', ', "-b"', ', "-c"'],
]

expectKept(kept)
expectRefused(refused)

const toList = (items: string) => `[project]\ndependencies = [${items}]\n`

test.each([
  ['a removal and an addition', ['"a", "b"', '"b"', '"a", "b", "c"'], '"b", "c"'],
  ['a raised version and an addition', ['"a>=1"', '"a>=2"', '"a>=1", "b"'], '"a>=2", "b"'],
] as const)('merges %s of a list', async (_, versions, result) => {
  const [base, ours, theirs] = versions.map(toList)
  expect(textOf(await resolve('pyproject.toml', [base, ours, theirs]))).toBe(toList(result))
})

test.each([
  ['two versions of one requirement', ['"a>=1", "b"', '"a>=2", "b"', '"a>=3", "b"']],
  ['a removed and a raised requirement', ['"a>=1", "b"', '"a>=2", "b"', '"b", "c"']],
] as const)('declines %s in a list', async (_, versions) => {
  const [base, ours, theirs] = versions.map(toList)
  expect((await resolve('pyproject.toml', [base, ours, theirs])).kind).toBe('declined')
})
