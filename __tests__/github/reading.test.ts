import { describe, expect, test } from '@jest/globals'
import { readCommandFile } from './runner/command-file.ts'
import { LogReader } from './runner/log-reader.ts'
import { Masks } from './runner/masks.ts'
import { evaluate, isTrue } from './workflow/expression.ts'
import { toLegs } from './workflow/matrix.ts'

describe('what a step prints', () => {
  function read(...lines: readonly string[]): LogReader {
    const reader = new LogReader(new Masks())
    for (const line of lines) reader.read(line)
    return reader
  }

  test('is printed unless it is a known command', () => {
    const { lines, annotations } = read('plain', 'a ::error::b', '::nonsense::x', '::not closed')

    expect(lines).toEqual(['plain', 'a ::error::b', '::nonsense::x', '::not closed'])
    expect(annotations).toEqual([])
  })

  test('is a command in the older form anywhere in a line', () => {
    expect(read('text ##[error]from inside').annotations).toEqual([
      { level: 'error', message: 'from inside' },
    ])
  })

  test('is not a command between stop-commands and its token, whatever it says', () => {
    const reader = read(
      '::stop-commands::a-b1',
      '::set-output name=x::1',
      '##[error]y',
      '::other::',
      '::a-b1::',
      '::set-output name=z::2',
    )

    expect(reader.outputs).toEqual({ z: '2' })
    expect(reader.annotations).toEqual([])
    expect(reader.lines).toEqual(['::set-output name=x::1', '##[error]y', '::other::'])
  })

  test('fails the step when it sets variables', () => {
    expect(read('::set-env name=PATH::/evil').forbidden).toContain('`set-env` command is disabled')
  })

  test('is masked from then on, each line of a secret and its encodings too', () => {
    const { lines } = read(
      'before abc-def',
      '::add-mask::abc-def%0Asecond',
      'abc-def',
      'only second',
      'YWJjLWRlZg==',
    )

    expect(lines).toEqual(['before abc-def', '***', 'only ***', '***'])
  })
})

describe('a command file', () => {
  test('has lines, and texts of several lines', () => {
    expect(readCommandFile('a=1\n\nb<<X\none\nc=2\nX\nd=x<<y\ne=\n')).toEqual({
      a: '1',
      b: 'one\nc=2',
      d: 'x<<y',
      e: '',
    })
  })

  test('is refused when a text does not end, or a line has no name', () => {
    expect(() => readCommandFile('a<<END\none\n')).toThrow("Matching delimiter not found 'END'")
    expect(() => readCommandFile('nothing')).toThrow("Invalid format 'nothing'")
    expect(() => readCommandFile('=x')).toThrow('Name must not be empty')
  })
})

describe('a matrix', () => {
  test("has GitHub's own example of include", () => {
    const legs = toLegs({
      fruit: ['apple', 'pear'],
      animal: ['cat', 'dog'],
      include: [
        { color: 'green' },
        { color: 'pink', animal: 'cat' },
        { fruit: 'apple', shape: 'circle' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    })

    expect(legs).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ])
  })

  test('may have nothing but include', () => {
    expect(toLegs({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }])
    expect(() => toLegs({ include: [] })).toThrow('Matrix must define at least one vector')
  })
})

describe('an expression', () => {
  test('keeps every quote of a text', () => {
    expect(evaluate("'it''s ''quoted'''", { contexts: {} })).toBe("it's 'quoted'")
  })

  test('is true or not as on GitHub', () => {
    const contexts = { github: { ref: 'refs/heads/main' }, inputs: { none: '', zero: 0 } }

    expect(isTrue("startsWith(github.ref, 'REFS/heads')", { contexts })).toBe(true)
    expect(isTrue('inputs.none || inputs.zero || inputs.missing', { contexts })).toBe(false)
    expect(() => evaluate('secrets.x', { contexts })).toThrow('secrets')
  })

  test('is at most 21,000 characters long', () => {
    expect(() => evaluate(`'${'x'.repeat(21_000)}'`, { contexts: {} })).toThrow(
      'Exceeded max expression length 21000',
    )
  })
})
