import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toChosenTestsCommands } from '../../../src/test-output/choose-tests.ts'
import { readTestOutput } from '../../../src/test-output/read-test-output.ts'
import type { FailedTest, Runner } from '../../../src/test-output/reading/test-output.ts'
import { readFixture, root } from './fixtures.ts'

function toTest(runner: Runner, name: string, file: string | null = null): FailedTest {
  return { id: file === null ? name : `${file} ${name}`, file, name, message: null, runner }
}

function fill(template: string, tests: readonly FailedTest[]): string[] | undefined {
  return toChosenTestsCommands({ tests, template, testCommand: undefined })
}

function derive(testCommand: string, fixture: string): string[] | undefined {
  const tests = readTestOutput(readFixture(fixture), root)?.failed ?? []
  return toChosenTestsCommands({ tests, template: undefined, testCommand })
}

/** The words that the shell makes of what follows `run`. */
function toWords(command: string): string[] {
  const script = `run() { printf '%s\\0' "$@"; }\n${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

describe('a template', () => {
  const cart = toTest('jest', 'cart › adds (twice)', "src/it's a cart.test.js")
  const user = toTest('jest', 'has a name', 'src/user.test.js')

  test('gets files as words and names as one pattern', () => {
    const [command = ''] = fill('run {files} -t {names}', [cart, user]) ?? []
    const [cartFile, userFile, option, pattern = '', ...rest] = toWords(command)
    expect([cartFile, userFile, option, rest]).toEqual([cart.file, user.file, '-t', []])
    const matches = ['cart adds (twice)', 'has a name', 'cart adds twice', 'user has a name'].map(name =>
      new RegExp(pattern).test(name),
    )
    expect(matches).toEqual([true, true, false, false])
  })

  test('with {name} is one command a test', () => {
    const tests = [toTest('pytest', 'test_a', 'a.py'), toTest('pytest', 'test_b', 'b.py')]
    expect(fill('run {file}::{name}', tests)).toEqual(["run 'a.py'::'test_a'", "run 'b.py'::'test_b'"])
  })

  test('with {ids} gets the ids', () => {
    const tests = [toTest('pytest', 'test_a', 'a.py'), toTest('pytest', 'test_b', 'b.py')]
    expect(fill('run {ids} -q', tests)).toEqual(["run 'a.py test_a' 'b.py test_b' -q"])
  })

  test('says itself which runner reads a pattern when a report does not', () => {
    const tests = [toTest('junit', 'adds (twice)')]
    expect(fill('npx jest -t {names}', tests)).toEqual(["npx jest -t '^ ?(?:adds \\(twice\\))(?: |$)'"])
    expect(fill('bin/check {names}', tests)).toEqual(["bin/check 'adds (twice)'"])
  })

  test.each([
    ['has no place', 'npm test'],
    ['has a place in double quotes', 'npx jest -t "{names}"'],
    ['has a place in single quotes', "sh -c 'npx jest -t {names}'"],
    ['has a place in backquotes', 'echo `npx jest {names}`'],
    ['has a here-document', 'cat <<END\n{names}\nEND'],
    ['puts several files into one word', 'run --files={files}'],
  ])('is not filled when it %s', (_, template) => {
    expect(fill(template, [cart, user])).toBeUndefined()
  })

  test('is filled again after quotes that are closed', () => {
    expect(fill(`run "a 'b" 'c "d' \\" {file}`, [user])).toEqual([`run "a 'b" 'c "d' \\" 'src/user.test.js'`])
  })

  test('is not filled with an unknown file', () => {
    expect(fill('run {files}', [toTest('mocha', 'a')])).toBeUndefined()
  })

  test.each(['--collect-only', 'two\nlines', 'a\u0000b', ''])('is not filled with %j', name => {
    expect(fill('run {names}', [toTest('cargo', name)])).toBeUndefined()
  })

  test('hands any name to the command as it is', () => {
    const names = fc.array(
      fc
        .string({ unit: 'binary', minLength: 1, maxLength: 40 })
        .filter(name => !/^-|\p{Cc}|\p{Cs}/u.test(name)),
      { minLength: 1, maxLength: 8 },
    )
    const nasty = fc.constantFrom(
      "'",
      '"',
      '$(id)',
      '`id`',
      '\\',
      "'; id; '",
      '{names}',
      '{files}',
      '$HOME',
      '*',
      '#',
    )
    fc.assert(
      fc.property(names, fc.array(nasty, { maxLength: 6 }), (plain, odd) => {
        const all = [...new Set([...plain, odd.join('') || 'x'])]
        const [command = ''] =
          fill(
            'run {names}',
            all.map(name => toTest('cargo', name)),
          ) ?? []
        expect(toWords(command)).toEqual(all)
      }),
      { numRuns: 60 },
    )
  })

  test('selects any title that Jest was given', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ -~›]{1,20}$/), { minLength: 1, maxLength: 3 }), titles => {
        const name = titles.join(' › ')
        fc.pre(!name.startsWith('-'))
        const [command = ''] = fill('run -t {names}', [toTest('jest', name)]) ?? []
        expect(new RegExp(toWords(command)[1] ?? '').test(titles.join(' '))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('without a template', () => {
  test.each([
    ['npx jest --ci', 'jest-color.txt', "npx jest 'src\\/cart\\.test\\.js' --ci -t '^ ?(?:cart"],
    ['CI=1 npx vitest run', 'vitest-color.txt', "CI=1 npx vitest run 'src/cart.test.ts' -t '^ ?(?:cart"],
    ['npx mocha cart.spec.js', 'mocha.txt', "npx mocha cart.spec.js --grep '^(?:throws at top level|"],
    ['node --test --import tsx', 'node-spec.txt', "node --test --import tsx 'cart.test.mjs'"],
    [
      'python3 -m pytest -q tests',
      'pytest-x.txt',
      "python3 -m pytest -q 'tests/test_cart.py::TestCart::test_takes_off[20]'",
    ],
    [
      'python -m unittest -v',
      'unittest.txt',
      "python -m unittest -v 'test_cart.CartTest.test_throws' 'test_cart.HookTest'",
    ],
    ['go test -race ./...', 'go-v.txt', "go test -race -run '^(?:TestPanics)$' 'example.com/app/panics'"],
    [
      'cargo test --workspace',
      'cargo-stopped.txt',
      "cargo test --no-fail-fast --workspace -- --exact 'tests::nested::takes_off'",
    ],
    ['cargo test --no-fail-fast', 'cargo.txt', "cargo test --no-fail-fast -- 'tests::nested::takes_off'"],
    ['bundle exec rspec', 'rspec.txt', "bundle exec rspec 'spec/cart_spec.rb'"],
    [
      'vendor/bin/phpunit tests',
      'phpunit.txt',
      "vendor/bin/phpunit --filter '(?:App\\\\Tests\\\\CartTest::testThrows",
    ],
  ])('`%s` is derived for its failures', (testCommand, fixture, expected) => {
    expect(derive(testCommand, fixture)?.[0]?.slice(0, expected.length)).toBe(expected)
  })

  test('Go gets a command a package', () => {
    expect(derive('go test ./...', 'go-v.txt')).toEqual([
      "go test -run '^(?:TestPanics)$' 'example.com/app/panics'",
      "go test -run '^(?:TestTable|TestLog)$' 'example.com/app/store'",
    ])
  })

  test.each([
    ['npm test', 'jest-color.txt'],
    ['npx jest && npm run lint', 'jest-color.txt'],
    ['npx jest -t cart', 'jest-color.txt'],
    ['npx jest "src/a b"', 'jest-color.txt'],
    ['npx vitest', 'vitest-color.txt'],
    ['npx jest', 'vitest-color.txt'],
    ['pytest -n 4 --unknown tests', 'pytest.txt'],
    ['pytest -k cart', 'pytest.txt'],
    ['python -m unittest discover -s tests', 'unittest.txt'],
    ['cargo test -- --test-threads=1', 'cargo.txt'],
    ['jestify', 'jest-color.txt'],
  ])('`%s` with the failures of %s is not plain enough', (testCommand, fixture) => {
    expect(derive(testCommand, fixture)).toBeUndefined()
  })

  test('nothing is run for no test', () => {
    expect(
      toChosenTestsCommands({ tests: [], template: 'run {names}', testCommand: 'npx jest' }),
    ).toBeUndefined()
  })
})
