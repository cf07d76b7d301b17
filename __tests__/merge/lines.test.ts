import { describe, expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

describe('a set of lines', () => {
  test('keeps what both sides have added to a .gitignore, ours first', async () => {
    const answer = await resolve('.gitignore', ['dist\n', 'dist\nlib\n', 'dist\ncoverage\n'], ['lines'])
    expect(textOf(answer)).toBe('dist\nlib\ncoverage\n')
  })

  test('drops what one side has removed while the other adds beside it', async () => {
    const answer = await resolve('.npmignore', ['a\nb\nc\n', 'a\nb\nx\nc\n', 'a\nc\n'], ['lines'])
    expect(textOf(answer)).toBe('a\nx\nc\n')
  })

  test('holds a line once that both sides have added, with its comment', async () => {
    const answer = await resolve('.gitignore', ['a\n', 'a\n# logs\n*.log\nb\n', 'a\n# logs\n*.log\nc\n'])
    expect(textOf(answer)).toBe('a\n# logs\n*.log\nb\nc\n')
  })

  test('is declined where a pattern takes others back, because then the order counts', async () => {
    const answer = await resolve('.gitignore', ['a\n', 'a\n*.txt\n', 'a\n!keep.txt\n'])
    expect(answer.kind).toBe('declined')
  })

  test('is not seen in a file of another name', async () => {
    const answer = await resolve('notes.txt', ['a\n', 'a\nb\n', 'a\nc\n'])
    expect(answer.kind).toBe('declined')
  })
})

describe('.gitattributes', () => {
  const withPng = (line: string) => `*.png binary\n${line}`

  test('keep what both sides say about different files', async () => {
    const answer = await resolve('.gitattributes', [
      withPng(''),
      withPng('*.sh eol=lf\n'),
      withPng('*.md text\n'),
    ])
    expect(textOf(answer)).toBe('*.png binary\n*.sh eol=lf\n*.md text\n')
  })

  test.each([
    ['*.sh eol=lf', '*.sh eol=crlf'],
    ['*.sh eol=lf', '* -text'],
    ['/src/** text', '*.sh -text'],
  ])('are declined where the last line that matches wins: %s and %s', async (ours, theirs) => {
    const answer = await resolve('.gitattributes', [
      '*.a text\n',
      `*.a text\n${ours}\n`,
      `*.a text\n${theirs}\n`,
    ])
    expect(answer.kind).toBe('declined')
  })
})

describe('JSON lines', () => {
  test('keep the records of both sides', async () => {
    const [a, b, c] = ['{"id":1,"x":1}\n', '{"id":2,"x":1}\n', '{"id":3,"x":1}\n']
    expect(textOf(await resolve('issues.jsonl', [a, a + b, a + c]))).toBe(a + b + c)
  })

  test('are declined when both sides have changed one record', async () => {
    const versions = ['{"id":1,"x":1}\n', '{"id":1,"x":2}\n', '{"id":1,"x":3}\n'] as const
    expect(await resolve('issues.jsonl', versions)).toMatchObject({ kind: 'declined' })
  })

  test('are declined when one side has deleted the record that the other has changed', async () => {
    const versions = ['{"id":1,"x":1}\n{"id":2}\n', '{"id":2}\n', '{"id":1,"x":3}\n{"id":2}\n'] as const
    expect(await resolve('issues.jsonl', versions)).toMatchObject({ kind: 'declined' })
  })
})

describe('logs', () => {
  test.each(['x.log', 'x.jsonl'])('%s keeps what both sides have appended', async path => {
    expect(textOf(await resolve(path, ['a\n', 'a\nb\n', 'a\nc\n']))).toBe('a\nb\nc\n')
  })

  test.each(['x.log', 'x.jsonl'])('%s is declined when one line may have happened twice', async path => {
    expect((await resolve(path, ['a\n', 'a\nb\ndone\n', 'a\nc\ndone\n'])).kind).toBe('declined')
  })
})

describe('tables and code in Markdown', () => {
  const table = (name: string, row: string) => `| ${name} | x |\n| --- | --- |\n${row}`
  const base = '# Title\n\nText.\n'

  test('two tables are kept apart that both sides have added to one place', async () => {
    const [ours, theirs] = [table('a', '| 1 | 2 |\n'), table('b', '| 3 | 4 |\n')]
    const answer = await resolve('a.md', [base, `${base}\n${ours}`, `${base}\n${theirs}`])
    expect(textOf(answer)).toBe(`${base}\n${ours}\n${theirs}`)
  })

  test('are declined when one side adds a row and the other a column', async () => {
    const before = `${base}\n${table('a', '| 1 | 2 |\n')}`
    const wider = `${base}\n| a | x | y |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n`
    expect((await resolve('a.md', [before, wider, `${before}| 5 | 6 |\n`])).kind).toBe('declined')
  })

  test.each([
    ['# install\nnpm ci\n', '# test\nnpm test\n'],
    ['- cd a\n- make\n', '- cd b\n- make\n'],
    ['| a |\n', '| b |\n'],
  ])('no headings, entries or tables are found in code: %j and %j', async (left, right) => {
    const [before, ours, theirs] = ['', left, right].map(code => `${base}\n\`\`\`\nx\n${code}\`\`\`\n`) as [
      string,
      string,
      string,
    ]
    expect((await resolve('a.md', [before, ours, theirs])).kind).toBe('declined')
  })
})

describe('a changelog', () => {
  const base = '# Changelog\n\n## Unreleased\n\n- one\n\n## 1.0.0\n\n- first\n'

  test('keeps the entries of both sides under their heading', async () => {
    const ours = base.replace('- one\n', '- one\n- ours,\n  in two lines\n')
    const theirs = base.replace('- one\n', '- one\n- theirs\n')
    const expected = base.replace('- one\n', '- one\n- ours,\n  in two lines\n- theirs\n')
    expect(textOf(await resolve('CHANGELOG.md', [base, ours, theirs]))).toBe(expected)
  })

  test('puts entries under one new heading that both sides have added', async () => {
    const ours = base.replace('- one\n', '- one\n\n### Fixed\n\n- ours\n')
    const theirs = base.replace('- one\n', '- one\n\n### Fixed\n\n- theirs\n')
    const expected = base.replace('- one\n', '- one\n\n### Fixed\n\n- ours\n- theirs\n')
    expect(textOf(await resolve('CHANGELOG.md', [base, ours, theirs]))).toBe(expected)
  })

  test('is declined when both sides have added releases with entries of their own', async () => {
    const ours = base.replace('## 1.0.0', '## 2.0.0\n\n- ours\n\n## 1.0.0')
    const theirs = base.replace('## 1.0.0', '## 1.0.1\n\n- theirs\n\n## 1.0.0')
    expect(await resolve('CHANGELOG.md', [base, ours, theirs])).toMatchObject({
      reasons: expect.arrayContaining(['lines: both sides added sections']),
    })
  })

  test('takes a release of the other side whose entries were carried over', async () => {
    const ours = base.replace('- one\n', '- one\n\n## 2.0.0\n\n- new\n- fix\n')
    const theirs = base.replace('- one\n', '- one\n\n## 1.0.1\n\n- fix\n')
    const expected = ours.replace('\n## 1.0.0', '\n## 1.0.1\n\n- fix\n\n## 1.0.0')
    expect(textOf(await resolve('CHANGELOG.md', [base, ours, theirs]))).toBe(expected)
  })

  test('is declined when both sides have changed one entry', async () => {
    const versions = [
      base,
      base.replace('- one', '- one, ours'),
      base.replace('- one', '- one, theirs'),
    ] as const
    expect(await resolve('History.md', versions)).toMatchObject({ kind: 'declined' })
  })
})

describe('Markdown', () => {
  test('keeps the rows that both sides have added to a table', async () => {
    const base = '# Options\n\n| name | use |\n| --- | --- |\n| a | one |\n\nThe end.\n'
    const ours = base.replace('| a | one |\n', '| a | one |\n| b | two |\n')
    const theirs = base.replace('| a | one |\n', '| a | one |\n| c | three |\n')
    const expected = base.replace('| a | one |\n', '| a | one |\n| b | two |\n| c | three |\n')
    expect(textOf(await resolve('README.md', [base, ours, theirs]))).toBe(expected)
  })

  test('is declined where both sides have added paragraphs to one place', async () => {
    const base = '# Text\n\nOne.\n'
    const versions = [base, `${base}\nOurs.\n`, `${base}\nTheirs.\n`] as const
    expect(await resolve('README.md', versions)).toMatchObject({ kind: 'declined' })
  })
})

describe('blank lines between what both sides have added', () => {
  const addedAt = (lines: string, row: number, text: string) =>
    lines
      .split('\n')
      .toSpliced(row, 0, ...text.split('\n'))
      .join('\n')

  test.each([
    ['entries at the top of a section', '# T\n\n- a\n- b\n\n## O\n\n- x\n', 2, '- n1', '- n2'],
    ['entries without a blank line above', '# T\n- a\n- b\n- c\n\n## O\n\n- x\n', 1, '- n1', '- n2'],
    ['entries at the end of a section', '# T\n\n- a\n- b\n\n## O\n\n- x\n', 4, '- n1', '- n2'],
    ['entries that stand apart', '# T\n\n- a\n\n- b\n\n- c\n', 4, '- n1\n', '- n2\n'],
    ['rows of a table', '# T\n\n| a |\n| - |\n| 1 |\n\nText.\n', 5, '| 2 |', '| 3 |'],
  ])('are as those between %s', async (_title, base, row, left, right) => {
    const sides = [base, addedAt(base, row, left), addedAt(base, row, right)] as const
    expect(textOf(await resolve('x.md', sides))).toBe(addedAt(base, row, `${left}\n${right}`))
  })

  test('stay before the next section, whose first entry is new on one side', async () => {
    const base = '# T\n\n- a\n- b\n\n## O\n\n- x\n'
    const ours = '# T\n\n- b\n- n1\n\n## O\n\n- x\n'
    const theirs = '# T\n\n- a\n- b\n- n2\n\n## O\n\n- n3\n- x\n'
    expect(textOf(await resolve('x.md', [base, ours, theirs]))).toBe(
      '# T\n\n- b\n- n1\n- n2\n\n## O\n\n- n3\n- x\n',
    )
  })
})

describe('a list that both sides keep sorted stays sorted', () => {
  test.each([
    ['x.md', (names: string) => `# T\n\n${names.replace(/./g, '- $&\n')}`],
    ['.gitignore', (names: string) => names.replace(/./g, '$&/\n')],
    ['x.json', (names: string) => `{\n${names.replace(/./g, '  "$&": 1,\n').replace(/,\n$/, '\n')}}\n`],
    ['x.yml', (names: string) => names.replace(/./g, '$&: 1\n')],
    ['x.ts', (names: string) => `export const all = [\n${names.replace(/./g, "  '$&',\n")}]\n`],
    ['x.py', (names: string) => `ALL = [\n${names.replace(/./g, '    "$&",\n')}]\n`],
  ])('in %s', async (path, toText) => {
    const sides = [toText('amz'), toText('amqtz'), toText('amprz')] as const
    expect(textOf(await resolve(path, sides))).toBe(toText('ampqrtz'))
  })
})
