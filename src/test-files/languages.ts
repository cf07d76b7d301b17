/** How to recognise tests of a language, by the conventions of its usual runners. */
export interface TestLanguage {
  readonly name: string
  /** Paths of files that hold tests. */
  readonly files: RegExp
  /** The beginning of a line that is a comment. */
  readonly comment: RegExp
  /** The definition of a test; its name is the first group that matched. */
  readonly test: RegExp
  /** Marks that keep a test or a group from running. */
  readonly skip: RegExp
  /** Marks that keep all other tests from running. */
  readonly focus?: RegExp
  /** A test without a body. */
  readonly empty?: RegExp
  readonly assertion: RegExp
}

/** Repetitions are bounded: these patterns search text that agents wrote. */
const cComment = /^[ \t]*(?:\/\/|\*|\/\*)/
const hashComment = /^[ \t]*#/

const javascript: TestLanguage = {
  name: 'JavaScript',
  files:
    /(?:^|\/)(?:__tests__|tests?|specs?|e2e|cypress)\/.*\.[cm]?[jt]sx?$|[.\-_](?:test|spec|cy|e2e)\.[cm]?[jt]sx?$|(?:^|\/)(?:test|spec)s?\.[cm]?[jt]sx?$/,
  comment: cComment,
  test: /(?<![\w.$])(?:[fx]?(?:it|test|specify)|(?:Deno|QUnit|t)\.test)(?:\.(?:only|skip|todo|failing|fails|fixme|fail|concurrent|sequential|serial))*(?:\s*\(\s*(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`|([\w.$]+)\s*,)|\.((?:each|for)\b.{0,80}))/g,
  skip: /\b(?:it|test|specify|describe|suite|context)(?:\.\w+)*\.(?:skip|todo|fixme|failing|fails|skipIf)\b|(?<![\w.$])(?:xit|xtest|xdescribe|xcontext|xspecify|pending)\s*\(|\bthis\.skip\(|\b(?:t|ctx)\.(?:skip|todo)\(|\{\s*(?:skip|todo)\s*:\s*(?:true|['"`])|(?<![\w.$])(?:it|test|specify)(?:\.\w+)*\s*\(\s*(['"`])[^\n]{0,200}?\1\s*,\s*(?:async\s*)?(?:\([^)\n]{0,200}\)\s*=>|\w{1,40}\s*=>|function\s*\w*\s*\([^)\n]{0,200}\))\s*\{\s*return\s*(?:;|\n|\})|^[ \t]*process\.exit\(\s*0?\s*\)/gm,
  focus:
    /\b(?:it|test|specify|describe|suite|context)(?:\.\w+)*\.only\b|(?<![\w.$])(?:fit|ftest|fdescribe|fcontext|iit|ddescribe)\s*\(|\{\s*only\s*:\s*true/g,
  empty:
    /(?<![\w.$])(?:it|test|specify)(?:\.\w+)*\s*\(\s*(['"`])[^\n]{0,200}?\1\s*,\s*(?:async\s*)?(?:\([^)\n]{0,200}\)\s*=>|function\s*\w*\s*\([^)\n]{0,200}\))\s*\{\s*\}/g,
  assertion: /\b(?:expect|assert|should|t\.(?:is|not|true|false|ok|equal|deepEqual|throws|plan))\b/g,
}

const python: TestLanguage = {
  name: 'Python',
  files: /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests?)\.py$|(?:^|\/)tests?\/.*\.py$/,
  comment: hashComment,
  test: /^[ \t]*(?:async\s+)?def\s+(test\w*)\s*\(/gm,
  skip: /@(?:pytest\.mark\.(?:skip|skipif|xfail)|(?:unittest\.)?(?:skip|skipIf|skipUnless|expectedFailure))\b|\bpytest\.(?:skip|importorskip|xfail)\s*\(|\bself\.skipTest\(|\braise\s+(?:unittest\.)?SkipTest\b|^pytestmark\s*=.*\bskip|^[ \t]*__test__\s*=\s*False|^collect_ignore|^[ \t]*(?:sys\.exit|os\._exit|exit|quit)\(\s*0?\s*\)|\bpytest\.exit\(/gm,
  empty:
    /^[ \t]*(?:async\s+)?def\s+test\w*\s*\([^)]{0,200}\)[^:\n]*:\s*(?:"""[^"]{0,400}"""\s*)?(?:pass|\.\.\.|assert True|return)[ \t]*$/gm,
  assertion: /\bassert\w*|\bpytest\.(?:raises|warns|fail)\b|\bself\.fail\b/g,
}

const go: TestLanguage = {
  name: 'Go',
  files: /_test\.go$/,
  comment: /^[ \t]*(?:\/\/(?!go:build)|\*|\/\*)/,
  test: /^func\s+(?:\([^)]{0,200}\)\s*)?((?:Test|Fuzz|Example)\w*)\s*\(|\b[tb]\.Run\(\s*"((?:\\.|[^"\\\n])*)"|\b[FPX]?(?:It|Entry)\(\s*"((?:\\.|[^"\\\n])*)"/gm,
  skip: /\b[tbf]\.Skip(?:f|Now)?\s*\(|^\/\/go:build\s|\b[PX](?:It|Describe|Context|Entry)\(|\bos\.Exit\(\s*0\s*\)/gm,
  focus: /\bF(?:It|Describe|Context|Entry)\(/g,
  empty: /^func\s+Test\w*\s*\([^)]{0,200}\)\s*\{\s*\}/gm,
  assertion: /\bt\.(?:Error|Fatal|Fail)\w*|\b(?:assert|require)\.|\bExpect\(/g,
}

const rust: TestLanguage = {
  name: 'Rust',
  files: /\.rs$/,
  comment: cComment,
  test: /#\[(?:\w+::)*(?:test|rstest|test_case)\b[^\]]{0,200}\]\s*(?:#\[[^\]]{0,200}\]\s{0,40}){0,10}(?:pub\s+)?(?:async\s+)?fn\s+(\w+)/g,
  skip: /#\[(?:ignore\b|cfg_attr\([^\]]{0,200}\bignore\b|cfg\([^\]]{0,200}\]\s{0,40}#\[(?:\w+::)*test\b)|#!\[cfg\(/g,
  empty:
    /#\[(?:\w+::)*test\b[^\]]{0,200}\]\s*(?:#\[[^\]]{0,200}\]\s{0,40}){0,10}(?:async\s+)?fn\s+\w+\s*\(\s*\)\s*\{\s*\}/g,
  assertion: /\b(?:(?:debug_)?assert\w*|panic|prop_assert\w*)!|should_panic/g,
}

const jvm: TestLanguage = {
  name: 'Java',
  files:
    /(?:^|\/)src\/\w*[tT]est\w*\/.*\.(?:java|kt|groovy|scala)$|(?:Tests?|IT|Spec)\.(?:java|kt|groovy|scala)$/,
  comment: cComment,
  test: /@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\b(?:\([^)]{0,200}\))?[^{};]{0,400}?\b(?:void|fun)\s+(\w+|`[^`]+`)\s*\(/g,
  skip: /@(?:Disabled\w*|Ignore)\b|\benabled\s*=\s*false|\b[aA]ssum(?:e(?:True|False|That|Not)|ingThat|ptions)\b/g,
  empty:
    /@Test\b(?:\([^)]{0,200}\))?\s*(?:public\s+)?(?:void|fun)\s+(?:\w+|`[^`]+`)\s*\([^)]{0,200}\)[^{;]{0,80}\{\s*\}/g,
  assertion: /\bassert\w*|\bverify\b|\bfail\(|\bshould\w*/g,
}

const csharp: TestLanguage = {
  name: 'C#',
  files: /Tests?\.cs$|(?:^|\/)[^/]*Tests?\/.*\.cs$/,
  comment: cComment,
  test: /\[(?:Fact|Theory|Test|TestCase|TestMethod|DataTestMethod)\b[^{};]{0,400}?\b(?:void|(?:Value)?Task(?:<[^>]{0,80}>)?)\s+(\w+)\s*\(/g,
  skip: /\bSkip\s*=|\[(?:Ignore|Explicit)\b|\bAssert\.(?:Ignore|Inconclusive|Skip)/g,
  empty: /\[(?:Fact|Test|TestMethod)\b[^{};]{0,200}?\b(?:void|Task)\s+\w+\s*\([^)]{0,200}\)\s*\{\s*\}/g,
  assertion: /\bAssert\b|\.Should\w*\(/g,
}

const ruby: TestLanguage = {
  name: 'Ruby',
  files: /(?:_spec|_test)\.rb$|(?:^|\/)(?:spec|test)\/.*\.rb$|(?:^|\/)test_[^/]*\.rb$/,
  comment: hashComment,
  test: /^[ \t]*[fx]?(?:it|specify|scenario|example|test)\s*\(?\s*(?:'([^'\n]*)'|"([^"\n]*)")|^[ \t]*def\s+(test_\w+)/gm,
  skip: /^[ \t]*(?:xit|xspecify|xscenario|xdescribe|xcontext|pending|skip)\b|,\s*:?(?:skip|pending)\b|^[ \t]*exit!?(?:[ (]+(?:0|true)\)?)?[ \t]*$/gm,
  focus: /^[ \t]*(?:fit|fspecify|fscenario|fdescribe|fcontext|focus)\b|,\s*:focus\b|\bfocus:\s*true/gm,
  empty: /^[ \t]*(?:it|test)\s*\(?\s*(['"])[^\n]{0,200}?\1\)?\s*do\s*end|^[ \t]*def\s+test_\w+\s*;?\s*end/gm,
  assertion: /\b(?:expect|assert\w*|refute\w*|should\w*|must_\w+)\b/g,
}

const php: TestLanguage = {
  name: 'PHP',
  files: /Test\.php$|(?:^|\/)tests?\/.*\.php$/,
  comment: /^[ \t]*(?:\/\/|\*|\/\*|#(?!\[))/,
  test: /\bfunction\s+(test\w+)\s*\(|(?<![\w>$])(?:it|test)\s*\(\s*(?:'([^'\n]*)'|"([^"\n]*)")|#\[Test\][^{};]{0,200}?\bfunction\s+(\w+)/g,
  skip: /\bmarkTest(?:Skipped|Incomplete)\b|->(?:skip|todo)\w*\(|^[ \t]*(?:exit|die)(?:\(\s*0?\s*\))?\s*;/gm,
  focus: /->only\(/g,
  empty: /\bfunction\s+test\w+\s*\([^)]{0,200}\)[^{;]{0,40}\{\s*\}/g,
  assertion: /\bassert\w*|\bexpect\w*|\bfail\(/g,
}

const swift: TestLanguage = {
  name: 'Swift',
  files: /Tests?\.swift$|(?:^|\/)Tests\/.*\.swift$/,
  comment: cComment,
  test: /\bfunc\s+(test\w+)\s*\(|@Test\b[^{}]{0,200}?\bfunc\s+(\w+)/g,
  skip: /\bXCTSkip\w*|\.disabled\(/g,
  empty: /\bfunc\s+test\w+\s*\(\)[^{;]{0,40}\{\s*\}/g,
  assertion: /\bXCTAssert\w*|\bXCTFail\b|#expect\b|#require\b/g,
}

const elixir: TestLanguage = {
  name: 'Elixir',
  files: /_test\.exs$/,
  comment: hashComment,
  test: /^[ \t]*test\s+"([^"\n]*)"/gm,
  skip: /@(?:module|describe)?tag\s+:?skip\b/g,
  assertion: /\b(?:assert|refute)\w*/g,
}

const dart: TestLanguage = {
  name: 'Dart',
  files: /_test\.dart$/,
  comment: cComment,
  test: /\btest(?:Widgets)?\(\s*(?:'([^'\n]*)'|"([^"\n]*)")/g,
  skip: /\bskip:\s*(?!false)|@Skip\b/g,
  focus: /\bsolo:\s*true/g,
  assertion: /\bexpect\w*/g,
}

const cpp: TestLanguage = {
  name: 'C++',
  files: /(?:_test|_unittest|[tT]ests?)\.(?:cc|cpp|cxx|c)$|(?:^|\/)tests?\/.*\.(?:cc|cpp|cxx|c)$/,
  comment: cComment,
  test: /\b(?:TEST|TEST_F|TEST_P|TYPED_TEST|TEST_CASE|SCENARIO|BOOST_AUTO_TEST_CASE)\s*\(\s*([^)\n]{0,200})\)/g,
  skip: /\bGTEST_SKIP\b|\bDISABLED_\w+|\[\.\w*\]|\[!shouldfail\]/g,
  empty: /\b(?:TEST|TEST_F|TEST_CASE)\s*\([^)\n]{0,200}\)\s*\{\s*\}/g,
  assertion: /\b(?:EXPECT|ASSERT|REQUIRE|CHECK|BOOST_\w+)\w*\b/g,
}

const shell: TestLanguage = {
  name: 'Bats',
  files: /\.bats$/,
  comment: hashComment,
  test: /^[ \t]*@test\s+(?:'([^'\n]*)'|"([^"\n]*)")/gm,
  skip: /^[ \t]*skip\b/gm,
  assertion: /^[ \t]*(?:\[|test\b|assert\w*|refute\w*|run\b)/gm,
}

const languages: readonly TestLanguage[] = [
  shell,
  javascript,
  python,
  go,
  rust,
  jvm,
  csharp,
  ruby,
  php,
  swift,
  elixir,
  dart,
  cpp,
]

/** The test language of a file; undefined: no test file. */
export function tryTestLanguage(path: string): TestLanguage | undefined {
  return languages.find(({ files }) => files.test(path))
}
