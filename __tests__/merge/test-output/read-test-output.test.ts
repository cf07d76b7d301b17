import { describe, expect, test } from '@jest/globals'
import { readTestOutput, readTestReport } from '../../../src/test-output/read-test-output.ts'
import { readFixture, root } from './fixtures.ts'

interface Expected {
  readonly failed?: readonly string[]
  readonly broken?: readonly string[]
  readonly ran?: number | null
  readonly isComplete?: boolean
}

const jestCart = [
  'src/cart.test.js › cart › with a coupon (10% off) › takes 10% off',
  'src/cart.test.js › cart › with a coupon (10% off) › handles 2',
  'src/cart.test.js › throws at top level',
]
const jestAll = [...jestCart, 'src/hook.test.js › hooked › one']
const jestBroken = ['src/broken.test.js', 'src/syntax.test.js']

const vitestCart = [
  'src/cart.test.ts > cart > with a coupon (10% off) > takes > 10% off',
  'src/cart.test.ts > cart > with a coupon (10% off) > handles 2',
  'src/cart.test.ts > throws at top level',
]
const vitestBroken = ['src/broken.test.ts', 'src/syntax.test.ts']

const mocha = [
  'throws at top level',
  'cart with a coupon (10% off) takes 10% off',
  'cart hooked "before all" hook: connect',
]

const nodeTree = [
  'cart.test.mjs › cart › with a coupon (10% off) › takes # 10% off',
  'cart.test.mjs › cart › hooked › one',
  'cart.test.mjs › throws at top level',
  'cart.test.mjs › has subtests › inner',
]
const nodeList = ['takes # 10% off', 'one', 'hooked', 'throws at top level', 'inner'].map(
  name => `cart.test.mjs › ${name}`,
)

const pytest = [
  'tests/test_cart.py::TestCart::test_takes_off[20]',
  'tests/test_cart.py::test_top',
  'tests/test_cart.py::test_odd[a b - c]',
  'tests/test_cart.py::test_odd[\\xfc]',
  'tests/test_cart.py::test_uses',
]
const pytestBroken = ['tests/test_broken.py', 'tests/test_syntax.py']

const unittest = [
  'test_cart.CartTest.test_throws',
  'test_cart.HookTest',
  'test_cart.CartTest.test_sub',
  'test_cart.CartTest.test_takes_off',
]

const go = [
  'example.com/app/panics TestPanics',
  'example.com/app/store TestTable/two/three',
  'example.com/app/store TestLog',
]
const goBroken = ['example.com/app/api', 'example.com/app/broken']

const cargoUnits = ['nested::takes_off', 'panics', 'should'].map(name => `app src/lib.rs tests::${name}`)
const cargo = [...cargoUnits, 'shop tests/shop.rs buys', 'app doc src/lib.rs - add']

const rspec = [
  'throws',
  'with a coupon (10% off) takes 10% off',
  'with a coupon (10% off) is expected to eq 2',
]
const phpunit = [
  'testThrows',
  'testTakesOff',
  'testTable with data set "two items"',
  'testTable with data set #0',
]

const outputs: Readonly<Record<string, Expected>> = {
  'jest.txt': { failed: jestAll, broken: jestBroken, ran: 7 },
  'jest-color.txt': { failed: jestCart, ran: 6, isComplete: true },
  'jest-projects.txt': {
    failed: [...jestCart.map(id => `server ${id}`), 'slow src/slow.test.js › slow › fails'],
    ran: 7,
    isComplete: true,
  },
  'jest.json.txt': { failed: jestAll, broken: jestBroken, ran: 7 },
  'vitest.txt': { failed: ['src/hook.test.ts > hooked', ...vitestCart], broken: vitestBroken, ran: 6 },
  'vitest-color.txt': { failed: vitestCart, ran: 6, isComplete: true },
  'vitest-projects.txt': { failed: vitestCart.map(id => `server ${id}`), ran: 6, isComplete: true },
  'vitest.json.txt': { failed: vitestCart, broken: [...vitestBroken, 'src/hook.test.ts'], ran: 6 },
  'vitest-tap.txt': {
    failed: [
      'src/cart.test.ts › cart › with a coupon (10% off) › takes > 10% off',
      'src/cart.test.ts › cart › with a coupon (10% off) › handles 2',
      'src/cart.test.ts › throws at top level',
      'src/hook.test.ts › hooked',
    ],
    broken: vitestBroken,
    ran: 9,
  },
  'mocha.txt': { failed: mocha, ran: 4 },
  'mocha.json.txt': { failed: mocha.map(name => `cart.spec.js ${name}`), ran: 4 },
  'mocha-tap.txt': {
    failed: [...mocha.slice(0, 2), 'cart hooked "before all" hook: connect for "one"'],
    ran: 4,
  },
  'mocha-broken.txt': { broken: ['broken.spec.js'], ran: null },
  'node-spec.txt': { failed: nodeList, broken: ['broken.test.mjs'], ran: 8 },
  'node24-spec.txt': { failed: nodeList, broken: ['broken.test.mjs'], ran: 8 },
  'node-tap.txt': { failed: nodeTree, broken: ['broken.test.mjs'], ran: 7 },
  'pytest.txt': { failed: pytest, ran: 8, isComplete: true },
  'pytest-q.txt': { failed: pytest, ran: 8, isComplete: true },
  'pytest-x.txt': { failed: pytest.slice(0, 1), ran: 3 },
  'pytest-continue.txt': { failed: pytest, broken: pytestBroken, ran: 8 },
  'pytest-broken.txt': { broken: pytestBroken, ran: 0 },
  'pytest-conftest.txt': { broken: ['conftest.py'], ran: null },
  'unittest.txt': { failed: unittest, ran: 4 },
  'unittest-broken.txt': { failed: unittest, broken: ['test_broken'], ran: 4 },
  // A test printed a failure of `TestFake` at the margin: only with -v or -json can that be told from a real one.
  'go.txt': { failed: [...go, 'example.com/app/store TestFake'], broken: goBroken, ran: null },
  'go-v.txt': { failed: go, broken: goBroken, ran: null },
  'go-json.txt': { failed: go, broken: goBroken, ran: 9 },
  'cargo.txt': { failed: cargo, ran: 7, isComplete: true },
  'cargo-stopped.txt': { failed: cargoUnits, ran: 4 },
  'cargo-json.txt': { failed: cargo, ran: 7, isComplete: true },
  'cargo-broken.txt': { broken: ['app'], ran: 0 },
  'rspec.txt': { failed: rspec.map(name => `spec/cart_spec.rb Cart ${name}`), ran: 4, isComplete: true },
  'rspec-broken.txt': { broken: ['spec/broken_spec.rb'], ran: 0 },
  'phpunit.txt': { failed: phpunit.map(name => `App\\Tests\\CartTest::${name}`), ran: 6, isComplete: true },
  'typescript.txt': { broken: ['a.ts', 'b.ts'], ran: null },
  'typescript-pretty.txt': { broken: ['a.ts', 'b.ts'], ran: null },
}

const junitJest = ['cart with a coupon (10% off) takes 10% off', 'cart with a coupon (10% off) handles 2']
const phpSuite = 'tests › App\\Tests\\CartTest'

const reports: Readonly<Record<string, Expected>> = {
  'jest-junit.xml': {
    failed: [...junitJest, 'throws at top level'].map(name => `cart › ${name}`),
    broken: ['src/broken.test.js'],
    ran: 6,
  },
  'vitest-junit.xml': {
    failed: [...vitestCart.map(id => id.replace(' > ', ' › ')), 'src/hook.test.ts › hooked'],
    broken: vitestBroken,
    ran: 7,
  },
  'mocha-xunit.xml': {
    failed: [
      'Mocha Tests › throws at top level',
      'Mocha Tests › cart with a coupon (10% off) › takes 10% off',
      'Mocha Tests › cart hooked › "before all" hook: connect for "one"',
    ],
    ran: 4,
  },
  'node24-junit.xml': {
    failed: [
      'cart › with a coupon (10% off) › cart.with a coupon (10% off) › takes # 10% off',
      'cart › hooked › cart.hooked › one',
      'test › throws at top level',
      'has subtests › inner',
    ],
    broken: ['broken.test.mjs'],
    ran: 6,
  },
  'pytest-junit.xml': {
    failed: [
      'pytest › tests.test_cart.TestCart › test_takes_off[20]',
      'pytest › tests.test_cart › test_top',
      'pytest › tests.test_cart › test_odd[a b - c]',
      'pytest › tests.test_cart › test_odd[\\xfc]',
      'pytest › tests.test_cart › test_uses',
    ],
    ran: 8,
    isComplete: true,
  },
  'pytest-broken-junit.xml': { broken: ['tests.test_broken', 'tests.test_syntax'], ran: 0 },
  'phpunit-junit.xml': {
    failed: [
      `${phpSuite} › App.Tests.CartTest › testTakesOff`,
      `${phpSuite} › App\\Tests\\CartTest::testTable › App.Tests.CartTest › testTable with data set "two items"`,
      `${phpSuite} › App\\Tests\\CartTest::testTable › App.Tests.CartTest › testTable with data set #0`,
      `${phpSuite} › App.Tests.CartTest › testThrows`,
    ],
    ran: 6,
    isComplete: true,
  },
}

function toExpected({ failed = [], broken = [], ran = null, isComplete = false }: Expected) {
  return { failed: failed.toSorted(), broken: broken.toSorted(), ran, isComplete }
}

function summarize(output: ReturnType<typeof readTestOutput>) {
  if (output === undefined) return undefined
  const { failed, broken, ran, isComplete } = output
  return { failed: failed.map(({ id }) => id).toSorted(), broken: broken.toSorted(), ran, isComplete }
}

describe('the output of a test command', () => {
  test.each(Object.entries(outputs))('tells in %s which tests failed', (name, expected) => {
    expect(summarize(readTestOutput(readFixture(name), root))).toEqual(toExpected(expected))
  })

  test.each(Object.entries(outputs))(
    'says the same in %s with the line ends of Windows',
    (name, expected) => {
      const text = readFixture(name).replaceAll('\n', '\r\n')
      expect(summarize(readTestOutput(text, root))).toEqual(toExpected(expected))
    },
  )

  test.each(Object.entries(outputs))('says the same in %s amid the noise of npm', (name, expected) => {
    const text = `\n> app@1.0.0 test\n> run-tests\n\n${readFixture(name)}\nnpm error Lifecycle script \`test\` failed\nnpm error code 1\n`
    expect(summarize(readTestOutput(text, root))).toEqual(toExpected(expected))
  })
})

describe('a report file', () => {
  test.each(Object.entries(reports))('tells in %s which tests failed', (name, expected) => {
    expect(summarize(readTestReport(readFixture(name), root))).toEqual(toExpected(expected))
  })

  test.each([
    'jest.json.txt',
    'vitest.json.txt',
    'mocha.json.txt',
    'go-json.txt',
    'node-tap.txt',
    'cargo-json.txt',
  ])('may be %s', name => {
    expect(summarize(readTestReport(readFixture(name), root))).toEqual(toExpected(outputs[name] as Expected))
  })

  test('is not what runners print for people', () => {
    expect(readTestReport(readFixture('jest.txt'), root)).toBeUndefined()
  })
})

describe('a failed test', () => {
  const find = (fixture: string, id: string) =>
    readTestOutput(readFixture(fixture), root)?.failed.find(one => one.id === id)

  test('has its file, its name and what went wrong', () => {
    expect(find('jest.txt', 'src/cart.test.js › throws at top level')).toEqual({
      id: 'src/cart.test.js › throws at top level',
      file: 'src/cart.test.js',
      name: 'throws at top level',
      message: 'TypeError: no cart',
      runner: 'jest',
    })
  })

  test.each([
    ['vitest.txt', vitestCart[0], 'AssertionError: expected 90 to be 80 // Object.is equality'],
    ['mocha.txt', mocha[1], 'AssertionError [ERR_ASSERTION]: 90 == 80'],
    ['node-spec.txt', nodeList[0], 'AssertionError [ERR_ASSERTION]: 90 == 80'],
    ['node-tap.txt', nodeTree[0], '90 == 80'],
    ['pytest.txt', pytest[1], 'ValueError: no cart'],
    ['pytest.txt', pytest[2], "AssertionError: assert not 'a ..."],
    ['unittest.txt', unittest[0], 'ValueError: no cart'],
    ['go.txt', go[0], 'panic: assignment to entry in nil map [recovered]'],
    ['go.txt', go[1], 'store_test.go:19: got 1, want 2'],
    ['cargo.txt', cargo[0], 'assertion `left == right` failed: ten percent'],
    ['rspec.txt', 'spec/cart_spec.rb Cart with a coupon (10% off) takes 10% off', 'expected: 80'],
    ['phpunit.txt', 'App\\Tests\\CartTest::testTakesOff', 'ten percent'],
  ])('in %s says what went wrong', (fixture, id, message) => {
    expect(find(fixture, id as string)?.message).toBe(message)
  })

  test('has one id for Jest, whatever the reporter', () => {
    const toIds = (name: string) => summarize(readTestOutput(readFixture(name), root))?.failed
    expect(toIds('jest.json.txt')).toEqual(toIds('jest.txt'))
  })

  test('has the same id in another worktree', () => {
    const elsewhere = readFixture('node-tap.txt').replaceAll('/work/app', '/elsewhere/run-2')
    const ids = summarize(readTestOutput(elsewhere, '/elsewhere/run-2/'))?.failed
    expect(ids).toEqual(nodeTree.toSorted())
  })
})
