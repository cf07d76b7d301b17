import { describe, expect, test } from '@jest/globals'
import { readTestOutput } from '../../../src/test-output/read-test-output.ts'
import { readFixture, root } from './fixtures.ts'

const read = (text: string) => readTestOutput(text, root)

describe('output that is not sure', () => {
  test.each([
    ['nothing', ''],
    ['a build that failed', 'make: *** [Makefile:3: test] Error 2\n'],
    ['a test point without a plan', 'ok 1 - works\nnot ok 2 - fails\n'],
    ['a table with the word FAIL', 'FAIL rate 3 %\nPASS rate 97 %\n'],
    ['a summary that names no test', '=========== 4 failed, 3 passed in 0.68s ===========\n'],
    ['JSON of something else', '{"testResults":"many","stats":3,"Action":7}\n'],
    ['a cut JSON report', readFixture('jest.json.txt').slice(0, 3000)],
  ])('is not read: %s', (_, text) => {
    expect(read(text)).toBeUndefined()
  })

  test.each([
    ['jest.txt', 'FAIL src/fake.test.js\n  ● fake › failure\n\n'],
    ['mocha-tap.txt', 'not ok 7 - fake\nnot ok 8 - fake\n'],
  ])('is not read when %s names more failures than it counts', (name, fake) => {
    expect(read(`${fake}${readFixture(name)}`)).toBeUndefined()
  })

  test('is not read when XML is malformed', () => {
    expect(read('<testsuite name="a"><testcase name="b"></testsuite>')).toBeUndefined()
  })
})

describe('output that was cut', () => {
  test.each([
    'jest.txt',
    'jest-color.txt',
    'vitest-color.txt',
    'pytest.txt',
    'cargo.txt',
    'node-tap.txt',
    'go-json.txt',
  ])('of %s names only real tests and is never complete', name => {
    const text = readFixture(name)
    const real = new Set(read(text)?.failed.map(({ id }) => id))
    for (let part = 1; part < 20; part++) {
      const lines = text.split('\n')
      const cut = read(lines.slice(0, Math.floor((lines.length * part) / 20) - 1).join('\n'))
      if (cut === undefined) continue
      expect(cut.failed.filter(({ id }) => !real.has(id)).map(({ id }) => id)).toEqual([])
      const missesTests = cut.failed.length < real.size
      expect(missesTests && cut.isComplete).toBe(false)
    }
  })

  test('keeps what a report says before its end', () => {
    const text = readFixture('pytest-junit.xml')
    const output = read(text.slice(0, text.indexOf('test_uses')))
    expect(output?.failed.map(({ name }) => name)).toEqual(['test_takes_off[20]', 'test_top'])
    expect(output?.isComplete).toBe(false)
  })

  test('because it was too long is not complete', () => {
    const text = `${'log\n'.repeat(1_000_001)}--- FAIL: TestAdd (0.00s)\nFAIL\nFAIL\texample.com/app\t0.002s\nFAIL\n`
    expect(read(text)).toMatchObject({ failed: [{ name: 'TestAdd' }], isComplete: false })
  })

  test('without its beginning still counts what is missing', () => {
    const text = readFixture('jest-color.txt')
    const output = read(`FAIL src/cart.test.js\n${text.slice(text.indexOf('handles 2') - 60)}`)
    expect(output?.isComplete).toBe(false)
  })
})

describe('several runners in one output', () => {
  test('are all read', () => {
    const output = read(
      `${readFixture('jest-color.txt')}\n${readFixture('pytest.txt')}\n${readFixture('cargo.txt')}`,
    )
    expect(new Set(output?.failed.map(({ runner }) => runner))).toEqual(new Set(['jest', 'pytest', 'cargo']))
    expect(output?.failed).toHaveLength(13)
    expect(output).toMatchObject({ ran: 21, isComplete: true })
  })

  test('are not complete when one of them is not sure', () => {
    const doubtful = '=========== 4 failed, 3 passed in 0.68s ===========\n'
    const output = read(`${readFixture('jest-color.txt')}\n${doubtful}`)
    expect(output?.failed).toHaveLength(3)
    expect(output?.isComplete).toBe(false)
  })

  test('do not count twice what one prints for programs and for people', () => {
    const output = read(`${readFixture('jest.txt')}\n${readFixture('jest.json.txt')}`)
    expect(output?.ran).toBe(7)
    expect(output?.failed).toHaveLength(4)
  })
})

describe('a green run', () => {
  test.each([
    ['jest', 'PASS src/a.test.js\n\nTest Suites: 1 passed, 1 total\nTests:       2 passed, 2 total\n', 2],
    ['vitest', ' Test Files  1 passed (1)\n      Tests  3 passed (3)\n', 3],
    ['mocha', '\n  a\n    ✔ works\n\n\n  1 passing (5ms)\n', 1],
    ['tap', 'TAP version 13\nok 1 - a\nnot ok 2 - b # TODO later\nok 3 - c # SKIP\n1..3\n', 1],
    ['pytest', '.                          [100%]\n1 passed in 0.55s\n', 1],
    [
      'unittest',
      '..\n----------------------------------------------------------------------\nRan 2 tests in 0.001s\n\nOK\n',
      2,
    ],
    ['go', 'ok  \texample.com/app\t0.003s\n?   \texample.com/app/cmd\t[no test files]\n', null],
    ['rspec', 'Finished in 0.00003 seconds\n3 examples, 0 failures, 1 pending\n', 2],
    ['phpunit', 'PHPUnit 11.0.0 by Sebastian Bergmann and contributors.\n\nOK (4 tests, 9 assertions)\n', 4],
    ['node', 'ℹ tests 2\nℹ suites 0\nℹ pass 2\nℹ fail 0\nℹ cancelled 0\n', 2],
  ])('of %s is complete and has no failure', (_, text, ran) => {
    expect(read(text)).toEqual({ failed: [], broken: [], ran, isComplete: true })
  })

  test.each([
    ['jest', 'No tests found, exiting with code 1\n', true],
    ['vitest', '\nNo test files found, exiting with code 1\n', true],
    ['pytest', '\nno tests ran in 0.66s\n', true],
    ['pytest', '\nno tests ran in 0.66s\nERROR: not found: /work/app/tests/test_user.py::test_no\n', false],
  ])('of %s that found no test ran none', (_, text, isComplete) => {
    expect(read(text)).toEqual({ failed: [], broken: [], ran: 0, isComplete })
  })
})

describe('what hides other failures', () => {
  test('a stop at the first failure in Jest', () => {
    const text =
      'FAIL src/a.test.js\n  ● breaks\n\n    no\n\nTest Suites: 1 failed, 1 of 3 total\nTests:       1 failed, 1 total\n'
    expect(read(text)).toMatchObject({ failed: [{ name: 'breaks' }], isComplete: false })
  })

  test('an unhandled error in Vitest', () => {
    const text = ' Test Files  1 passed (1)\n      Tests  3 passed (3)\n     Errors  1 error\n'
    expect(read(text)).toMatchObject({ failed: [], isComplete: false })
  })

  test('a bail-out in TAP', () => {
    const text = 'TAP version 14\n1..3\nok 1 - a\nBail out! no database\n'
    expect(read(text)).toMatchObject({ failed: [], ran: 1, isComplete: false })
  })

  test('a package of Go that ends without a failed test', () => {
    expect(read('exit status 3\nFAIL\texample.com/app\t0.005s\nFAIL\n')).toMatchObject({
      broken: ['example.com/app'],
      isComplete: false,
    })
  })

  test('a package of Go that was not built, in the events of newer versions', () => {
    const events = [
      { ImportPath: 'example.com/app', Action: 'build-output', Output: 'api.go:3:16: undefined: missing\n' },
      { ImportPath: 'example.com/app', Action: 'build-fail' },
      { Action: 'start', Package: 'example.com/app' },
      { Action: 'output', Package: 'example.com/app', Output: 'FAIL\texample.com/app [build failed]\n' },
      { Action: 'fail', Package: 'example.com/app', Elapsed: 0, FailedBuild: 'example.com/app' },
    ]
    const text = events.map(event => JSON.stringify(event)).join('\n')
    expect(read(text)).toEqual({ failed: [], broken: ['example.com/app'], ran: 0, isComplete: false })
  })
})

describe('JUnit XML', () => {
  const wrap = (body: string) => `<?xml version="1.0"?>\n<testsuite name="s">${body}</testsuite>`

  test('is decoded', () => {
    const text = wrap(
      '<testcase classname="C" name="a &lt;b&gt; &#x41;&#66; &amp;amp;"><failure message="&quot;x&quot;"/></testcase>',
    )
    expect(read(text)?.failed[0]).toMatchObject({ name: 'a <b> AB &amp;', message: '"x"' })
  })

  test('takes the message from the text, also from CDATA, when there is no other', () => {
    const text = wrap(
      '<testcase classname="C" name="a"><error><![CDATA[\nfirst <line>\nsecond]]></error></testcase>',
    )
    expect(read(text)?.failed[0]?.message).toBe('first <line>')
  })

  test('does not count a test that passed when it was run again', () => {
    const text = wrap('<testcase classname="C" name="a"><flakyFailure message="once"/></testcase>')
    expect(read(text)).toMatchObject({ failed: [], ran: 1, isComplete: true })
  })

  test('of a class that could not be initialized is broken', () => {
    const text = wrap(
      '<testcase classname="com.app.CartTest" name="initializationError"><error message="no"/></testcase>',
    )
    expect(read(text)).toMatchObject({ failed: [], broken: ['com.app.CartTest'], isComplete: false })
  })

  test('may be one long line', () => {
    const passed = '<testcase classname="C" name="passes" time="0.000" />'.repeat(1000)
    const text = wrap(`${passed}<testcase classname="C" name="fails"><failure message="no"/></testcase>`)
    expect(read(text.replaceAll('\n', ''))).toMatchObject({
      failed: [{ name: 'fails' }],
      ran: 1001,
      isComplete: true,
    })
  })

  test('in the middle of a line is what a test printed', () => {
    expect(read(`expected: ${wrap('').split('\n')[1]}`)).toBeUndefined()
  })

  test('with definitions of entities is refused', () => {
    const bomb =
      '<testsuites><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><testcase name="&b;"/></testsuites>'
    expect(read(bomb)).toBeUndefined()
  })

  test('nested without end is refused', () => {
    expect(read('<testsuite>'.repeat(100_000))).toBeUndefined()
  })
})

test('go test without a matching test counts as nothing run', () => {
  const line = (path: string, rest: string) => `ok  \t${path}\t0.003s${rest}\n`
  const none = ' [no tests to run]'
  expect(readTestOutput(line('x/a', none) + line('x/b', none), '/w')?.ran).toBe(0)
  expect(readTestOutput(line('x/a', none) + line('x/b', ''), '/w')?.ran).toBeNull()
})
