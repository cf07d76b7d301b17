import { describe, expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

interface Example {
  readonly path: string
  readonly versions: readonly [string, string, string]
  readonly merged: string
}

const examples: readonly Example[] = [
  {
    path: 'x.ts',
    versions: [
      "import { a, b } from './m.ts'\n\nuse(a, b, c, d)\n",
      "import { a, b, c } from './m.ts'\n\nuse(a, b, c, d)\n",
      "import { b, d } from './m.ts'\n\nuse(b, c, d)\n",
    ],
    merged: "import { b, c, d } from './m.ts'\n\nuse(b, c, d)\n",
  },
  {
    path: 'x.js',
    versions: [
      "import {\n  a,\n  b,\n} from 'm'\nuse(a)\nuse(b)\n",
      "import {\n  a,\n  b,\n  c,\n} from 'm'\nuse(c)\nuse(a)\nuse(b)\n",
      "import {\n  a,\n  b,\n  d,\n} from 'm'\nuse(a)\nuse(b)\nuse(d)\n",
    ],
    merged: "import {\n  a,\n  b,\n  c,\n  d,\n} from 'm'\nuse(c)\nuse(a)\nuse(b)\nuse(d)\n",
  },
  {
    path: 'x.py',
    versions: [
      'from m import a\nimport os\n\nuse(a, os)\n',
      'from m import a, b\nimport os\n\nuse(a, os)\nfirst(b)\n',
      'from m import a, c\nimport os\n\nmore(c)\nuse(a, os)\n',
    ],
    merged: 'from m import a, b, c\nimport os\n\nmore(c)\nuse(a, os)\nfirst(b)\n',
  },
  {
    path: 'X.java',
    versions: [
      'import a.A;\n\nclass X {\n  A a;\n}\n',
      'import a.A;\nimport a.B;\n\nclass X {\n  A a;\n  B b;\n}\n',
      'import a.A;\nimport a.C;\n\nclass X {\n  C c;\n  A a;\n}\n',
    ],
    merged: 'import a.A;\nimport a.B;\nimport a.C;\n\nclass X {\n  C c;\n  A a;\n  B b;\n}\n',
  },
  {
    path: 'x.go',
    versions: [
      'package x\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nvar a = fmt.Sprint(os.Args)\n',
      'package x\n\nimport (\n\t"errors"\n\t"fmt"\n\t"os"\n)\n\nvar e = errors.New("x")\nvar a = fmt.Sprint(os.Args)\n',
      'package x\n\nimport (\n\t"fmt"\n\t"os"\n\t"path"\n)\n\nvar a = fmt.Sprint(os.Args)\nvar p = path.Base("x")\n',
    ],
    merged:
      'package x\n\nimport (\n\t"errors"\n\t"fmt"\n\t"os"\n\t"path"\n)\n\nvar e = errors.New("x")\nvar a = fmt.Sprint(os.Args)\nvar p = path.Base("x")\n',
  },
  {
    path: 'x.rs',
    versions: [
      'use std::io::{Read};\n\nfn f(r: Read) {}\n',
      'use std::io::{Read, Write};\n\nfn g(w: Write) {}\nfn f(r: Read) {}\n',
      'use std::io::{Read, Seek};\n\nfn f(r: Read) {}\nfn h(s: Seek) {}\n',
    ],
    merged: 'use std::io::{Read, Write, Seek};\n\nfn g(w: Write) {}\nfn f(r: Read) {}\nfn h(s: Seek) {}\n',
  },
  {
    path: 'X.cs',
    versions: [
      'using System;\n\nclass X { }\n',
      'using System;\nusing System.IO;\n\nclass X { }\n',
      'using System;\nusing System.Text;\n\nclass X { }\n',
    ],
    merged: 'using System;\nusing System.IO;\nusing System.Text;\n\nclass X { }\n',
  },
]

describe('imports', () => {
  test.each(examples)('of both sides are merged as sets in $path', async ({ path, versions, merged }) => {
    const answer = await resolve(path, versions, ['imports'])
    expect(textOf(answer)).toBe(merged)
  })

  test('become one statement where both sides have added one of the same module', async () => {
    const versions = [
      "import x from 'x'\nx()\nx()\n",
      "import { a } from 'm'\nimport x from 'x'\na()\nx()\nx()\n",
      "import { b } from 'm'\nimport x from 'x'\nx()\nx()\nb()\n",
    ] as const
    const expected = "import { a, b } from 'm'\nimport x from 'x'\na()\nx()\nx()\nb()\n"
    expect(textOf(await resolve('x.js', versions))).toBe(expected)
  })

  test('get lines of their own when one line becomes too long', async () => {
    const names = ['firstName', 'secondName', 'thirdName', 'fourthName']
    const use = [...names, 'left', 'right'].map(name => `${name}()\n\n`).join('')
    const toFile = (list: readonly string[]) =>
      `import { ${list.join(', ')} } from './module-of-names.js'\n\n${use}`
    const answer = await resolve('x.js', [
      toFile(names),
      toFile([...names, 'left']),
      toFile([...names, 'right']),
    ])
    const list = [...names, 'left', 'right'].map(name => `  ${name},\n`).join('')
    expect(textOf(answer)).toBe(`import {\n${list}} from './module-of-names.js'\n\n${use}`)
  })

  test('are declined when nothing uses one of them after the merge', async () => {
    const versions = [
      "import { a } from 'a'\nuse(a)\n\nold()\n",
      "import { a } from 'a'\nimport { b } from 'b'\nuse(a)\n\nold()\nold(b)\n",
      "import { a } from 'a'\nimport { c } from 'c'\nuse(a, c)\n",
    ] as const
    const answer = await resolve('x.js', versions)
    expect(answer.kind).toBe('declined')
  })

  test('are declined when the rest of the file does not merge', async () => {
    const versions = [
      "import { a } from 'm'\nuse(1)\n",
      "import { a, b } from 'm'\nuse(2)\n",
      "import { a, c } from 'm'\nuse(3)\n",
    ] as const
    expect(await resolve('x.js', versions, ['imports'])).toMatchObject({ kind: 'declined' })
  })
})
