import { readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readTestOutput } from '../../../src/test-output/read-test-output.ts'
import { rounds } from '../../support/rounds.ts'
import { readFixture, root } from './fixtures.ts'

const fixtures = readdirSync(new URL('fixtures/', import.meta.url)).map(readFixture)
const lines = [...new Set(fixtures.flatMap(text => text.split('\n')))]

const anyLine = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...lines) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(...lines).map(line => line.slice(0, Math.ceil(line.length / 2))) },
)

describe('any output', () => {
  test('is read without an error, and what is read keeps its promises', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 60 }), mixed => {
        const output = readTestOutput(mixed.join('\n'), root)
        if (output === undefined) return
        for (const { id, name, message } of output.failed) {
          expect(id.trim() !== '' && name !== '').toBe(true)
          expect(`${id}${name}${message ?? ''}`).not.toMatch(/\n/)
          expect(message?.length ?? 0).toBeLessThanOrEqual(200)
        }
        if (output.broken.length > 0) expect(output.isComplete).toBe(false)
        expect(output.ran === null || Number.isSafeInteger(output.ran)).toBe(true)
      }),
      { numRuns: rounds(150, 400) },
    )
  })

  test('is read the same with other output before and after it', () => {
    const noise = fc.array(fc.stringMatching(/^[a-z .:]{0,40}$/), { maxLength: 5 })
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), noise, noise, (text, before, after) => {
        const wrapped = [...before, text, ...after].join('\n')
        expect(readTestOutput(wrapped, root)?.failed.map(({ id }) => id)).toEqual(
          readTestOutput(text, root)?.failed.map(({ id }) => id),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('huge output', () => {
  const size = 3_000_000
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length))

  test.each([
    ['one line', fill('x')],
    ['one line of spaces', fill(' ')],
    ['one line of digits', `Tests: ${fill('1 failed, ')}`],
    ['short lines', fill('ok\n')],
    ['numbered lines', fill('  1) a:\n')],
    ['failures without end', fill('FAIL src/a.test.js\n  ● a\n')],
    ['braces', fill('{\n')],
    ['half a JSON object', `{"testResults":[${fill('[')}`],
    ['open tags', `<testsuite>${fill('<testcase name="a">')}`],
    ['an open attribute', `<testsuite>${fill('<testcase name=')}`],
    ['beginnings of documents', fill('<testsuite \n')],
    ['a report', `<testsuite name="s">${fill('<testcase classname="c" name="a"/>\n')}</testsuite>`],
    ['escape characters', fill('\u001b')],
    ['open terminal sequences', fill('\u001b]0;')],
    ['test points', `1..1\n${fill('    not ok 1 - a\n')}not ok 1 - b\n`],
    [
      'failures of cargo',
      `failures:\n${fill('    tests::a\n')}test result: FAILED. 0 passed; 999999 failed;\n`,
    ],
    ['failures of RSpec', `9 examples, 9 failures\n\nFailed examples:\n${fill('rspec ./a.rb:1 # a\n')}`],
    ['details without end', `TAP version 13\n1..3\n${fill('not ok 1 - a\n  ---\n')}`],
  ])('takes a few seconds at most: %s', (_, text) => {
    const before = process.cpuUsage()
    readTestOutput(text, root)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(8)
  })
})
