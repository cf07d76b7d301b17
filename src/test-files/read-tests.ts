import { constantAssertions } from './constant-assertions.ts'
import { deadBranches } from './dead-branches.ts'
import { type TestLanguage, tryTestLanguage } from './languages.ts'

/** The tests of a file. */
export interface TestFile {
  /** The names of its tests, in order. */
  readonly tests: readonly string[]
  /** Number of marks that skip tests, or parts of them. */
  readonly skips: number
  /** Number of marks that skip all other tests. */
  readonly focuses: number
  /** Number of tests without a body. */
  readonly empty: number
  /** Number of assertions that can fail. */
  readonly assertions: number
  /** Number of those that cannot. */
  readonly constant: number
}

const nothing: TestFile = { tests: [], skips: 0, focuses: 0, empty: 0, assertions: 0, constant: 0 }

/** Reads the tests of a file; undefined if its name is not that of a test file. Comments are ignored. */
export function tryReadTestFile(path: string, text: string): TestFile | undefined {
  const language = tryTestLanguage(path)
  if (language === undefined) return undefined
  if (text === '') return nothing
  const code = withoutComments(text, language)
  const count = (pattern: RegExp | undefined) =>
    pattern === undefined ? 0 : [...code.matchAll(pattern)].length
  const constant = count(constantAssertions[language.name])
  return {
    tests: [...code.matchAll(language.test)].map(([, ...groups]) => groups.find(Boolean) ?? ''),
    skips: count(language.skip) + count(deadBranches[language.name]),
    focuses: count(language.focus),
    empty: count(language.empty),
    assertions: Math.max(0, count(language.assertion) - constant),
    constant,
  }
}

/** Longer lines are generated, and the patterns are slow on them. */
const longestLine = 1000

/** The text without comments that begin a line. */
function withoutComments(text: string, { comment }: TestLanguage): string {
  const lines: string[] = []
  let isInside = false
  for (const line of text.split('\n').map(whole => whole.slice(0, longestLine))) {
    const begins = !isInside && /^\s*\/\*/.test(line)
    const isComment = isInside || begins || comment.test(line)
    if (begins || isInside) isInside = !line.includes('*/')
    lines.push(
      isComment && !isInside && /\*\/\s*\S/.test(line)
        ? line.slice(line.indexOf('*/') + 2)
        : isComment
          ? ''
          : line,
    )
  }
  return lines.join('\n')
}
