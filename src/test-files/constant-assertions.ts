/** A value that is written out, with a meaning of true. */
const truthy = String.raw`(?:true|True|!0|[1-9]\d{0,9}|\[\]|\{\}|'[^'\n]{1,80}'|"[^"\n]{1,80}")`
const falsy = `(?:false|False|null|None|nil|undefined|!1|0|''|"")`
/** A name, a member or a literal: comparing one with itself proves nothing. */
const simple = String.raw`((?:[\w.$]{1,60}|'[^'\n]{0,80}'|"[^"\n]{0,80}"))`

function toPattern(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.map(text => `(?:${text})`).join('|'), 'gm')
}

/** `f(x, x)`, of a function with such a name. The group of the value has this number. */
function toSame(name: string, group: number, before = ''): string {
  return `${name}\\(\\s*${before}${simple}\\s*,\\s*\\${group}\\s*[,)]`
}

/** Assertions that cannot fail, by the name of their language: of a constant, or of a value and itself. */
export const constantAssertions: Readonly<Record<string, RegExp>> = {
  JavaScript: toPattern(
    String.raw`\bexpect\(\s*(?:${truthy}|${falsy})\s*\)(?:\.\w+){1,5}(?:\(\s*(?:${truthy}|${falsy})?\s*\)|(?!\s*[\w.(]))`,
    String.raw`\bexpect\(\s*${simple}\s*\)\.(?:to\.|deep\.){0,2}(?:be|toBe|toEqual|toStrictEqual|equal|eql)\(\s*\1\s*\)`,
    String.raw`\bassert(?:\.(?:ok|isTrue|isOk|exists))?\(\s*${truthy}\s*[,)]`,
    toSame(String.raw`\bassert\.\w*[eE]qual`, 2),
    String.raw`\bt\.(?:ok|true|truthy|assert)\(\s*${truthy}\s*[,)]`,
    toSame(String.raw`\bt\.(?:is|equal|deepEqual|same)`, 3),
  ),
  Python: toPattern(
    String.raw`^[ \t]*assert\s+(?:not\s+${falsy}|${truthy})\s*(?:,[^\n]{0,200})?$`,
    String.raw`^[ \t]*assert\s+${simple}\s*(?:==|is)\s*\1\s*(?:,[^\n]{0,200})?$`,
    String.raw`\bself\.assertTrue\(\s*${truthy}\s*[,)]|\bself\.assertFalse\(\s*${falsy}\s*[,)]`,
    toSame(String.raw`\bself\.assert(?:Equals?|Is)`, 2),
  ),
  Go: toPattern(
    String.raw`\b(?:assert|require)\.True\(\s*\w+,\s*true\s*[,)]`,
    toSame(String.raw`\b(?:assert|require)\.(?:Equal|Same)`, 1, String.raw`\w+,\s*`),
  ),
  Rust: toPattern(String.raw`\bassert!\(\s*true\s*[,)]`, toSame(String.raw`\bassert_eq!`, 1)),
  Java: toPattern(
    String.raw`\bassertTrue\(\s*true\s*[,)]|\bassertFalse\(\s*false\s*[,)]|\bassertThat\(\s*true\s*\)\.isTrue\(`,
    toSame(String.raw`\bassert(?:Equals|Same)`, 1),
  ),
  'C#': toPattern(
    String.raw`\bAssert\.(?:Is)?True\(\s*true\s*[,)]|\bAssert\.Pass\(|\btrue\.Should\(\)`,
    toSame(String.raw`\bAssert\.(?:Are)?(?:Equal|Same)`, 1),
  ),
  Ruby: toPattern(
    String.raw`\bassert(?:\s+|\(\s*)true\b`,
    String.raw`\bassert_equal(?:\s+|\(\s*)${simple}\s*,\s*\1\s*\)?$`,
    String.raw`\bexpect\(\s*true\s*\)\.to\s+(?:be_truthy|be\s*\(?true|be_?\s*true|eq\s*\(?\s*true)`,
    String.raw`\bexpect\(\s*${simple}\s*\)\.to\s+(?:eq|eql|be)[\s(]+\2\s*\)?$`,
  ),
  PHP: toPattern(
    String.raw`\bassertTrue\(\s*true\s*[,)]|\bexpect\(\s*true\s*\)->toBe(?:True|Truthy)\(|\bexpectNotToPerformAssertions\(`,
    toSame(String.raw`\bassert(?:Equals|Same)`, 1),
  ),
  Swift: toPattern(
    String.raw`\bXCTAssert(?:True)?\(\s*true\s*[,)]|#expect\(\s*true\s*\)`,
    toSame(String.raw`\bXCTAssertEqual`, 1),
  ),
  Elixir: toPattern(String.raw`\bassert\s+true\s*$`, String.raw`\bassert\s+${simple}\s*==\s*\1\s*$`),
  Dart: toPattern(
    String.raw`\bexpect\(\s*true\s*,\s*(?:isTrue|true|equals\(true\))`,
    String.raw`\bexpect\(\s*${simple}\s*,\s*(?:equals\(\s*)?\1\s*\)`,
  ),
  'C++': toPattern(
    String.raw`\b(?:(?:EXPECT|ASSERT)_TRUE|REQUIRE|CHECK|BOOST_CHECK)\(\s*true\s*\)`,
    toSame(String.raw`\b(?:EXPECT|ASSERT)_EQ`, 1),
  ),
  Bats: toPattern(String.raw`^[ \t]*(?:\[|test\b)\s+${simple}\s+(?:=|==|-eq)\s+\1\s*\]?$`),
}
