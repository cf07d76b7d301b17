import { describe, expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

function toPackage(version: string, dependencies: Record<string, string>): string {
  return `${JSON.stringify({ name: 'x', version, dependencies }, null, 2)}\n`
}

describe('JSON', () => {
  test('keeps the keys that both sides have added to one place, with their commas', async () => {
    const base = toPackage('1.0.0', { a: '1.0.0' })
    const ours = toPackage('1.0.0', { a: '1.0.0', b: '1.0.0' })
    const theirs = toPackage('1.0.0', { a: '1.0.0', c: '1.0.0' })
    const answer = await resolve('package.json', [base, ours, theirs], ['keys'])
    expect(textOf(answer)).toBe(toPackage('1.0.0', { a: '1.0.0', b: '1.0.0', c: '1.0.0' }))
  })

  test.each([
    ['1.1.0', '1.2.0', '1.2.0'],
    ['^2.0.0', '~1.9.0', '^2.0.0'],
    ['2.0.0-rc.2', '2.0.0-rc.10', '2.0.0-rc.10'],
    ['2.0.0-rc.2', '2.0.0', '2.0.0'],
  ])('takes the higher of the versions %s and %s, and names the choice', async (left, right, higher) => {
    const [base, ours, theirs] = ['1.0.0', left, right].map(version => toPackage('1.0.0', { a: version }))
    const answer = await resolve('package.json', [base, ours, theirs])
    expect(textOf(answer)).toBe(toPackage('1.0.0', { a: higher }))
    expect(answer).toMatchObject({
      tier: 'keys',
      overrides: [{ sentence: expect.stringContaining(`the higher version ${higher} was chosen`) }],
    })
  })

  test('declines when a side has lowered the version that the other has raised', async () => {
    const [base, ours, theirs] = ['1.5.0', '1.4.0', '1.6.0'].map(version =>
      toPackage('1.0.0', { a: version }),
    )
    expect(await resolve('package.json', [base, ours, theirs])).toMatchObject({ kind: 'declined' })
  })

  test.each([
    ['server.json', '{\n  "host": "10.0.0.1"\n}\n', '10.0.0.2', '10.0.0.9'],
    ['limits.yml', 'rate: 10.0.0.1\n', '0.6', '0.8'],
    ['limits.toml', 'rate = "10.0.0.1"\n', '1.6', '1.7'],
  ])('takes nothing for a version in %s that only looks like one', async (path, base, left, right) => {
    const [ours, theirs] = [left, right].map(value => base.replace('10.0.0.1', value)) as [string, string]
    expect((await resolve(path, [base, ours, theirs])).kind).toBe('declined')
  })

  test('declines when one side has pinned what the other has raised', async () => {
    const [base, ours, theirs] = ['^1.0.0', '1.2.3', '^1.3.0'].map(version =>
      toPackage('1.0.0', { a: version }),
    ) as [string, string, string]
    expect((await resolve('package.json', [base, ours, theirs])).kind).toBe('declined')
  })

  test('removes a dependency that one side has dropped while the other only raised its version', async () => {
    const base = toPackage('1.0.0', { a: '1.0.0', b: '1.0.0' })
    const ours = toPackage('1.0.0', { b: '1.0.0' })
    const theirs = toPackage('1.0.0', { a: '1.1.0', b: '1.0.0' })
    const answer = await resolve('package.json', [base, ours, theirs])
    expect(textOf(answer)).toBe(ours)
    expect(answer).toMatchObject({ overrides: [{ dropped: ['1.1.0'] }] })
  })

  test('declines different major versions if the older side gained a dependency', async () => {
    const base = toPackage('1.0.0', { a: '1.0.0' })
    const newer = toPackage('2.0.0', { a: '1.0.0', c: '1.0.0' })
    const older = toPackage('1.1.0', { a: '1.0.0', b: '1.0.0' })
    for (const versions of [[base, newer, older] as const, [base, older, newer] as const])
      expect(await resolve('package.json', versions)).toMatchObject({
        reasons: expect.arrayContaining([
          'keys: the sides have different major versions, and the older one gained a dependency',
        ]),
      })
  })

  test('declines when one side has removed what the other has changed otherwise', async () => {
    const base = '{\n  "a": "one",\n  "b": 1\n}\n'
    const versions = [base, '{\n  "b": 1\n}\n', base.replace('one', 'two')] as const
    expect(await resolve('x.json', versions)).toMatchObject({
      reasons: expect.arrayContaining(['keys: `a` was deleted on one side and changed on the other']),
    })
  })

  test('declines when both sides have set one key to different values', async () => {
    const [base, ours, theirs] = [1, 2, 3].map(value => `{\n  "a": ${value}\n}\n`)
    expect(await resolve('x.json', [base, ours, theirs])).toMatchObject({ kind: 'declined' })
  })

  test('keeps the formatting and the comments of a JSON with comments', async () => {
    const base = '{\n\t// about a\n\t"a": [1, 2],\n\t"z": 1\n}\n'
    const ours = '{\n\t// about a\n\t"a": [1, 2],\n\t// about b\n\t"b": 1,\n\t"z": 1\n}\n'
    const theirs = '{\n\t// about a\n\t"a": [1, 2],\n\t"c": 1,\n\t"z": 1\n}\n'
    const expected = '{\n\t// about a\n\t"a": [1, 2],\n\t// about b\n\t"b": 1,\n\t"c": 1,\n\t"z": 1\n}\n'
    expect(textOf(await resolve('x.jsonc', [base, ours, theirs]))).toBe(expected)
  })

  test('declines a version that is not JSON', async () => {
    expect(await resolve('x.json', ['{}\n', '{ "a": }\n', '{\n"b": 1\n}\n'])).toMatchObject({
      kind: 'declined',
    })
  })
})

describe('YAML', () => {
  const base = 'jobs:\n  # the tests\n  test:\n    runs-on: ubuntu\n'

  test('keeps what both sides have added to one mapping, with comments', async () => {
    const ours = `${base}  # the style\n  lint:\n    runs-on: ubuntu\n`
    const theirs = `${base}  build:\n    runs-on: windows\n`
    expect(textOf(await resolve('ci.yml', [base, ours, theirs]))).toBe(
      `${ours}  build:\n    runs-on: windows\n`,
    )
  })

  test('takes the higher of two values that are called a version', async () => {
    const [before, ours, theirs] = ['1.1.0', '1.2.0', '1.3.0'].map(version => `version: ${version}\nb: x\n`)
    expect(textOf(await resolve('x.yaml', [before, ours, theirs]))).toBe(theirs)
  })

  test('declines steps that both sides have added to one place, because their order matters', async () => {
    const steps = 'steps:\n  - run: a\n    if: x\n'
    const versions = [steps, `${steps}  - run: b\n    if: x\n`, `${steps}  - run: c\n    if: x\n`] as const
    expect(await resolve('x.yml', versions)).toMatchObject({ kind: 'declined' })
  })

  test('declines several documents in one file', async () => {
    const versions = ['a: 1\n---\nb: 1\n', 'a: 1\n---\nb: 2\n', 'a: 1\n---\nb: 3\n'] as const
    expect(await resolve('x.yml', versions)).toMatchObject({ kind: 'declined' })
  })
})

describe('TOML', () => {
  const base = '[package]\nname = "x" # the name\n\n[dependencies]\na = "1.0"\n'

  test('keeps the keys and tables that both sides have added', async () => {
    const ours = `${base}b = "1.0"\n`
    const theirs = `${base}c = [\n  "1",\n  "2",\n]\n\n[features]\nall = []\n`
    const answer = await resolve('Cargo.toml', [base, ours, theirs])
    expect(textOf(answer)).toBe(`${base}b = "1.0"\nc = [\n  "1",\n  "2",\n]\n\n[features]\nall = []\n`)
  })

  test('takes the higher version', async () => {
    const versions = [base, base.replace('1.0', '1.1'), base.replace('1.0', '1.4')] as const
    expect(textOf(await resolve('Cargo.toml', versions))).toBe(versions[2])
  })

  test('declines one key with two values', async () => {
    const versions = [base, base.replace('"x"', '"y"'), base.replace('"x"', '"z"')] as const
    expect(await resolve('pyproject.toml', versions)).toMatchObject({ kind: 'declined' })
  })
})

describe('go.mod', () => {
  const base = 'module x\n\ngo 1.21\n\nrequire (\n\texample.com/a v1.0.0\n)\n'

  test('keeps the modules of both sides, each with its higher version', async () => {
    const ours = base.replace('v1.0.0\n', 'v1.2.0\n\texample.com/b v0.1.0\n')
    const theirs = base.replace('v1.0.0\n', 'v1.1.0\n\texample.com/c v0.1.0 // indirect\n')
    const expected = base.replace(
      'v1.0.0\n',
      'v1.2.0\n\texample.com/b v0.1.0\n\texample.com/c v0.1.0 // indirect\n',
    )
    expect(textOf(await resolve('go.mod', [base, ours, theirs]))).toBe(expected)
  })
})

test('a lock file is never merged by its text alone', async () => {
  const [base, ours, theirs] = ['1.0.0', '1.1.0', '1.2.0'].map(version => `{\n  "version": "${version}"\n}\n`)
  expect(await resolve('package-lock.json', [base, ours, theirs])).toMatchObject({ kind: 'declined' })
})

describe('directives of go.mod', () => {
  const withLines = (...lines: string[]) => ['module a', '', 'go 1.20', '', ...lines, ''].join('\n')

  test('that exclude versions are all kept', async () => {
    const block = (...versions: string[]) =>
      withLines('exclude (', ...versions.map(version => `\tx ${version}`), ')')
    const versions = [block('v1.0.0'), block('v1.0.0', 'v1.1.0'), block('v1.0.0', 'v1.2.0')] as const
    expect(textOf(await resolve('go.mod', versions))).toBe(block('v1.0.0', 'v1.1.0', 'v1.2.0'))
  })

  test('that replace one module differently are declined', async () => {
    const versions = [
      withLines(),
      withLines('replace x => ../x'),
      withLines('replace x => y v1.2.0'),
    ] as const
    expect((await resolve('go.mod', versions)).kind).toBe('declined')
  })
})

describe('lists', () => {
  const toJson = (items: readonly string[]) => `${JSON.stringify({ list: items }, null, 2)}\n`
  const toYaml = (items: readonly string[]) => `list:\n${items.map(item => `  - "${item}"\n`).join('')}`
  const files = [
    ['a.json', toJson],
    ['a.yml', toYaml],
  ] as const

  test.each(files)('of single words are sets in %s', async (path, write) => {
    const versions = [write(['a']), write(['a', 'b']), write(['a', 'c'])] as const
    expect(textOf(await resolve(path, versions))).toBe(write(['a', 'b', 'c']))
  })

  test('of stages are in an order', async () => {
    const write = (...stages: string[]) => `stages:\n${stages.map(stage => `  - ${stage}\n`).join('')}`
    expect((await resolve('ci.yml', [write('a'), write('a', 'b'), write('a', 'c')])).kind).toBe('declined')
  })

  const ordered: Readonly<Record<string, readonly [string[], string[]]>> = {
    options: [
      ['--level', 'debug'],
      ['--mode', 'debug'],
    ],
    commands: [
      ['cd a', 'make', 'cd ..'],
      ['cd b', 'make', 'cd ..'],
    ],
    variables: [['A=1'], ['A=2']],
    ports: [['80:81'], ['80:82']],
    exceptions: [['a'], ['!b']],
    'repeated items': [['x'], ['y', 'y']],
  }

  test.each(files.flatMap(([path, write]) => Object.keys(ordered).map(what => [what, path, write] as const)))(
    'of %s are not sets in %s',
    async (what, path, write) => {
      const [left, right] = ordered[what] ?? [[], []]
      const versions = [write(['first']), write(['first', ...left]), write(['first', ...right])] as const
      expect((await resolve(path, versions)).kind).toBe('declined')
    },
  )
})

describe('packages that pip installs', () => {
  const base = '# web\nflask==2.0.0\n\n# tools\nclick>=8.0\n'

  test('are a set with versions, of which the higher one counts', async () => {
    const ours = '# web\nflask==2.1.0\njinja2==3.0.0\n\n# tools\nclick>=8.0\n'
    const theirs = '# web\nFlask==2.2.0\nwerkzeug==2.0.0 ; python_version > "3"\n\n# tools\nclick>=8.0\n'
    const answer = await resolve('requirements-dev.txt', [base, ours, theirs.replace('Flask', 'flask')])
    expect(textOf(answer)).toBe(
      '# web\nflask==2.2.0\njinja2==3.0.0\nwerkzeug==2.0.0 ; python_version > "3"\n\n# tools\nclick>=8.0\n',
    )
    expect(answer).toMatchObject({ overrides: [{ sentence: expect.stringContaining('2.2.0') }] })
  })

  test.each([
    ['bounds are of different kinds', base.replace('==2.0.0', '>=2.1.0'), base.replace('==2.0.0', '==2.2.0')],
    [
      'options are added at one place',
      `--index-url https://a.example\n${base}`,
      `--extra-index-url https://b.example\n${base}`,
    ],
  ])('are left to people where %s', async (_title, ours, theirs) => {
    expect(await resolve('requirements.txt', [base, ours, theirs])).toMatchObject({ kind: 'declined' })
  })

  test('are left to the tool that has written them', async () => {
    const text = `# This file is autogenerated by pip-compile\n${base}`
    const sides = [text, `${text}x==1.0\n`, `${text}y==1.0\n`] as const
    expect(await resolve('requirements.txt', sides)).toMatchObject({ kind: 'declined' })
  })
})

describe('a notebook', () => {
  const toCell = (id: string, source: string, count: number | null) => ({
    cell_type: 'code',
    execution_count: count,
    id,
    metadata: {},
    outputs: count === null ? [] : [{ name: 'stdout', output_type: 'stream', text: [`${count}`] }],
    source: [source],
  })
  const toText = (...cells: readonly unknown[]) =>
    `${JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`

  test('is merged cell by cell, with the outputs of ours where both sides have run it', async () => {
    const base = toText(toCell('a', 'x = 1', 1), toCell('b', 'y = 2', 2))
    const ours = toText(toCell('a', 'x = 10', 3), toCell('b', 'y = 2', 4), toCell('c', 'z', null))
    const theirs = toText(toCell('a', 'x = 1', 5), toCell('b', 'y = 20', 6))
    const answer = await resolve('a.ipynb', [base, ours, theirs])
    expect(textOf(answer)).toBe(
      toText(toCell('a', 'x = 10', 3), toCell('b', 'y = 20', 4), toCell('c', 'z', null)),
    )
    expect(JSON.stringify(answer)).toContain('rerun the notebook')
  })

  test('is left to people where both sides have changed the source of one cell', async () => {
    const sides = ['x = 1', 'x = 2', 'x = 3'].map(source => toText(toCell('a', source, 1)))
    expect(await resolve('a.ipynb', sides as [string, string, string])).toMatchObject({ kind: 'declined' })
  })

  test('is left to people where both sides have added a cell to one place', async () => {
    const first = toCell('a', 'x = 1', 1)
    const sides = [toText(first), toText(first, toCell('b', 'y', 2)), toText(first, toCell('c', 'z', 2))]
    expect(await resolve('a.ipynb', sides as [string, string, string])).toMatchObject({ kind: 'declined' })
  })
})
