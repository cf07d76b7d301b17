import { describe, expect, test } from '@jest/globals'
import { findWeakenedTests } from '../../src/test-files/weakened-tests.ts'

const find = (path: string, before: string | null, after: string | null) =>
  findWeakenedTests([{ path, before, after }]).map(({ how }) => how)

const two = `import { test } from 'node:test'
test('adds', () => { assert.equal(add(1, 2), 3) })
test("subtracts", () => { assert.equal(sub(2, 1), 1) })
`

describe('a change of tests', () => {
  test('names a file that was deleted', () => {
    expect(find('test/a.test.js', two, null)).toEqual(['deleted, with 2 tests'])
  })

  test('names tests that were taken out, also by a comment', () => {
    const after = two.replace("test('adds'", "// test('adds'")
    expect(find('test/a.test.js', two, after)).toEqual(['1 test removed (adds)'])
    expect(find('test/a.test.js', two, '')).toEqual(['2 tests removed (adds, subtracts)'])
  })

  test('takes a test that moved or was renamed for the same', () => {
    const moved = findWeakenedTests([
      { path: 'test/a.test.js', before: two, after: null },
      { path: 'test/b.test.js', before: null, after: two },
    ])
    expect(moved).toEqual([])
    expect(find('test/a.test.js', two, two.replace('adds', 'adds numbers'))).toEqual([])
    expect(find('test/a.test.js', two, `${two}test('more', () => { assert(true) })`)).toEqual([])
  })

  test('does not count tests of another name in another file for those that are gone', () => {
    const changes = [
      { path: 'test/a.test.js', before: two, after: null },
      { path: 'test/b.test.js', before: null, after: "test('x', () => {})\ntest('y', () => {})" },
    ]
    expect(findWeakenedTests(changes).map(({ path }) => path)).toEqual(['test/a.test.js'])
  })

  test.each([
    [
      'a.test.js',
      "test('a', () => assert(1))\n",
      'process.exit(0)\n',
      'exit(run([process.execPath, "-e", "process.exit(0)"]))\n',
    ],
    [
      'test_a.py',
      'def test_a():\n    assert x\n',
      'import sys\nsys.exit(0)\n',
      'code = exits(lambda: sys.exit(0))\n',
    ],
    [
      'a_test.go',
      'func TestA(t *testing.T) { t.Fatal() }\n',
      'func init() { os.Exit(0) }\n',
      'func TestMain(m *testing.M) { os.Exit(m.Run()) }\n',
    ],
    ['a_spec.rb', "it 'a' do\n  expect(1)\nend\n", 'exit 0\n', 'exit_code = run\n'],
    ['ATest.php', '<?php function testA() { assert(1); }\n', 'exit(0);\n', '$code = exitCode();\n'],
  ])('takes a successful end of the process in %s for skipped tests', (path, tests, end, other) => {
    expect(find(path, tests, end + tests)).toContain('1 test or group skipped')
    expect(find(path, tests, tests + other)).toEqual([])
  })

  test.each([
    ['a.test.js', "test('a', () => { assert(x) })\n", "test('a', () => { if (false) assert(x) })\n"],
    ['a.test.js', "test('a', () => { assert(x) })\n", "test('a', () => {\n  false && assert(x)\n})\n"],
    ['a.test.ts', "test('a', () => { assert(x) })\n", "if (0) { test('a', () => { assert(x) }) }\n"],
    ['test_a.py', 'def test_a():\n    assert x\n', 'def test_a():\n    if False:\n        assert x\n'],
    [
      'a_test.go',
      'func TestA(t *testing.T) { t.Fatal() }\n',
      'func TestA(t *testing.T) { if false { t.Fatal() } }\n',
    ],
    ['src/a.rs', '#[test]\nfn a() { assert!(x) }\n', '#[test]\nfn a() { if false { assert!(x) } }\n'],
    ['ATest.java', '@Test void a() { assertTrue(x); }\n', '@Test void a() { if (false) assertTrue(x); }\n'],
    ['a_spec.rb', "it 'a' do\n  expect(1)\nend\n", "it 'a' do\n  expect(1) if false\nend\n"],
    ['a_test.cc', 'TEST(A, B) { EXPECT(1); }\n', '#if 0\nTEST(A, B) { EXPECT(1); }\n#endif\n'],
    ['a.bats', '@test "a" {\n  run x\n}\n', '@test "a" {\n  false && run x\n}\n'],
  ])('takes code of %s that never runs for skipped tests', (path, before, after) => {
    expect(find(path, before, after)).toContain('1 test or group skipped')
  })

  test('does not take conditions that may hold for skipped tests', () => {
    const test = "test('a', () => { assert(x) })\n"
    expect(
      find('a.test.js', test, `${test}if (isFalse(x)) y(false && z)\nwhile (false === f()) g()\n`),
    ).toEqual([])
    expect(find('test_a.py', 'def test_a(): x\n', 'def test_a(): x\nif falsehood: y\n')).toEqual([])
  })

  test('ignores files that are not tests, and what new files skip', () => {
    expect(find('src/a.js', two, null)).toEqual([])
    expect(find('test/new.test.js', null, "test.skip('later', () => {})")).toEqual([])
  })

  test.each([
    [
      'a.test.ts',
      "it('a', () => { expect(1) })",
      "it.skip('a', () => { expect(1) })",
      '1 test or group skipped',
    ],
    [
      'a.spec.js',
      "describe('g', () => { it('a', f) })",
      "xdescribe('g', () => { it('a', f) })",
      '1 test or group skipped',
    ],
    [
      'test_a.py',
      'def test_a():\n    assert x\n',
      '@pytest.mark.skip\ndef test_a():\n    assert x\n',
      '1 test or group skipped',
    ],
    [
      'a_test.go',
      'func TestA(t *testing.T) {\n t.Fatal()\n}',
      'func TestA(t *testing.T) {\n t.Skip()\n t.Fatal()\n}',
      '1 test or group skipped',
    ],
    [
      'src/a.rs',
      '#[test]\nfn a() { assert!(x) }',
      '#[test]\n#[ignore]\nfn a() { assert!(x) }',
      '1 test or group skipped',
    ],
    [
      'a_test.go',
      'package a\nfunc TestA(t *testing.T) {\n t.Fatal()\n}',
      '//go:build never\n\npackage a\nfunc TestA(t *testing.T) {\n t.Fatal()\n}',
      '1 test or group skipped',
    ],
    [
      'src/a.rs',
      '#[test]\nfn a() { assert!(x) }',
      '#[cfg(any())]\n#[test]\nfn a() { assert!(x) }',
      '1 test or group skipped',
    ],
    [
      'test/a.bats',
      '@test "a" {\n  [ "$x" = 1 ]\n}',
      '@test "a" {\n  skip\n  [ "$x" = 1 ]\n}',
      '1 test or group skipped',
    ],
    [
      'a.test.js',
      "test('a', () => { expect(f()).toBe(1) })",
      "test('a', () => { return; expect(f()).toBe(1) })",
      '1 test or group skipped',
    ],
    [
      'src/test/java/ATest.java',
      '@Test void a() { assertTrue(x); }',
      '@Disabled @Test void a() { assertTrue(x); }',
      '1 test or group skipped',
    ],
    [
      'ATests.cs',
      '[Fact] public void A() { Assert.True(x); }',
      '[Fact(Skip = "later")] public void A() { Assert.True(x); }',
      '1 test or group skipped',
    ],
    [
      'spec/a_spec.rb',
      "it 'a' do\n expect(1)\nend",
      "xit 'a' do\n expect(1)\nend",
      '1 test or group skipped',
    ],
    [
      'tests/ATest.php',
      'function testA() { $this->assertTrue(1); }',
      'function testA() { $this->markTestSkipped(); $this->assertTrue(1); }',
      '1 test or group skipped',
    ],
    [
      'a.test.js',
      "test('a', f)\ntest('b', f)",
      "test.only('a', f)\ntest('b', f)",
      'some tests focused, so others do not run',
    ],
    ['a.test.js', "test('a', () => { check(1) })", "test('a', () => {})", '1 test or group emptied'],
    ['test_a.py', 'def test_a():\n    check(1)\n', 'def test_a():\n    pass\n', '1 test or group emptied'],
    [
      'a.test.js',
      "test('a', () => { expect(f()).toBe(1) })",
      "test('a', () => { f() })",
      'all assertions removed',
    ],
  ])('names what proves less in %s', (path, before, after, how) => {
    expect(find(path, before, after)).toEqual([how])
  })

  test.each([
    [
      'a.test.js',
      "import { expect } from 'x'\ntest('a', () => { expect(f()).toBe(1) })",
      'expect(true).toBe(true)',
    ],
    ['a.test.js', "test('a', () => { expect(f()).toBe(1) })", 'expect(1).to.be.ok'],
    ['a.test.js', "test('a', () => { expect(f()).toBe(1) })", 'const x = f(); expect(x).toEqual(x)'],
    [
      'a.test.js',
      "import assert from 'a'\ntest('a', () => { assert.equal(f(), 1) })",
      "assert.ok(true, 'fine')",
    ],
    [
      'a.test.js',
      "import assert from 'a'\ntest('a', () => { assert.equal(f(), 1) })",
      'assert.strictEqual(1, 1)',
    ],
    ['a.test.js', "test('a', t => { t.is(f(), 1) })", 't.is(1, 1)'],
    ['test_a.py', 'def test_a():\n    f()\n    assert f() == 1', 'assert True'],
    ['test_a.py', 'def test_a():\n    f()\n    assert f() == 1', 'assert 1 == 1, "fine"'],
    ['test_a.py', 'def test_a():\n    self.assertEqual(f(), 1)', 'self.assertEqual(1, 1)'],
    ['a_test.go', 'func TestA(t *testing.T) {\n  assert.Equal(t, 1, f())', 'assert.True(t, true)'],
    ['a_test.go', 'func TestA(t *testing.T) {\n  require.Equal(t, 1, f())', 'require.Equal(t, 1, 1)'],
    ['src/a.rs', '#[test]\nfn a() {\n  assert_eq!(f(), 1)', 'assert_eq!(1, 1)'],
    ['src/test/java/ATest.java', '@Test void a() { assertEquals(1, f());', 'assertTrue(true);'],
    ['ATests.cs', '[Fact] public void A() { Assert.Equal(1, F());', 'Assert.True(true);'],
    ['a_spec.rb', "it 'a' do\n  expect(f).to eq(1)", 'expect(true).to be true'],
    ['a_test.rb', 'def test_a\n  assert_equal 1, f', 'assert_equal 1, 1'],
    ['ATest.php', 'function testA() {\n $this->assertSame(1, f());', '$this->assertTrue(true);'],
    ['ATests.swift', 'func testA() { XCTAssertEqual(f(), 1)', 'XCTAssertTrue(true)'],
    ['a_test.exs', 'test "a" do\n  assert f() == 1', 'assert true'],
    ['a_test.dart', "test('a', () {\n  expect(f(), 1);", 'expect(1, 1);'],
    ['a_test.cc', 'TEST(A, B) {\n  EXPECT_EQ(f(), 1);', 'EXPECT_TRUE(true);'],
  ])(
    'names assertions of %s that were replaced by one that cannot fail: %s → %s',
    (path, before, constant) => {
      const [, kept = ''] =
        /^([\s\S]*?)[^\s]*(?:expect|assert|t\.is|EXPECT|require\.|XCTAssert|Assert\.)[^\n]*$/.exec(before) ??
        []
      expect(find(path, before, `${kept}${constant}`)).toEqual([
        'assertions replaced by some that cannot fail',
      ])
      expect(find(path, before, `${before}\n${constant}`)).toEqual([])
    },
  )

  test.each([
    ['a.test.js', 'expect(f()).toBe(1); expect(g()).toBe(2)', 'expect(1).toBe(f()); expect(true).toBe(ok)'],
    ['a.test.js', 'expect(a).toBe(b); expect(c).toBe(d)', 'expect([]).toEqual(list()); expect(e).toBe(f)'],
    ['a.test.js', 'assert.equal(a, b)', "assert.fail('never'); assert(false, 'unreachable')"],
    ['test_a.py', 'assert a == b', 'assert True == flag()'],
  ])('accepts assertions that compare a constant with a value in %s: %s → %s', (path, before, after) => {
    const toFile = (body: string) =>
      path.endsWith('.py') ? `def test_a():\n    ${body}` : `test('a', () => { ${body} })`
    expect(find(path, toFile(before), toFile(after))).toEqual([])
  })

  test('accepts conditions on code that is no test, and tests that return what they check', () => {
    const code = '#[cfg(unix)]\nfn b() {}\n#[test]\nfn a() { assert!(x) }'
    expect(find('src/a.rs', '#[test]\nfn a() { assert!(x) }', code)).toEqual([])
    const returns = "test('a', () => { return expect(f()).resolves.toBe(1) })"
    expect(find('a.test.js', "test('a', () => { expect(f()).toBe(1) })", returns)).toEqual([])
  })

  test('reads tests with tables, and text that is long and hostile, in little time', () => {
    const table = "test.each([[1], [2]])('row %i', n => { expect(n) })\n"
    expect(find('a.test.js', table, '')).toEqual([expect.stringMatching(/^1 test removed/)])
    const startedAt = performance.now()
    for (const path of ['a.test.js', 'test_a.py', 'ATest.java', 'a.rs', 'a_test.go'])
      for (const text of [
        'test('.repeat(5_000),
        '#[test]'.repeat(5_000),
        'def test(""" '.repeat(30_000),
        '@Test('.repeat(5_000),
        `it${'.a'.repeat(5_000)}`,
      ])
        find(path, text, '')
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })
})
