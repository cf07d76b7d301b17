import { type TestLanguage, tryTestLanguage } from './languages.ts'

/** What a test file holds. */
export interface TestFile {
  /** The names of its tests, in their order. */
  readonly tests: readonly string[]
  /** How many marks keep tests from running. */
  readonly skips: number
  /** How many marks keep all other tests from running. */
  readonly focuses: number
  /** How many tests have no body. */
  readonly empty: number
  readonly assertions: number
}

const nothing: TestFile = { tests: [], skips: 0, focuses: 0, empty: 0, assertions: 0 }

/** Reads a file as the file of tests that its name makes it; undefined: it is none by its name. What is commented out is not there. */
export function tryReadTestFile(path: string, text: string): TestFile | undefined {
  const language = tryTestLanguage(path)
  if (language === undefined) return undefined
  if (text === '') return nothing
  const code = withoutComments(text, language)
  const count = (pattern: RegExp | undefined) =>
    pattern === undefined ? 0 : [...code.matchAll(pattern)].length
  return {
    tests: [...code.matchAll(language.test)].map(([, ...groups]) => groups.find(Boolean) ?? ''),
    skips: count(language.skip),
    focuses: count(language.focus),
    empty: count(language.empty),
    assertions: count(language.assertion),
  }
}

/** Longer lines are generated, and patterns are slow on them. */
const longestLine = 1000

/** Without lines that are comments, and without comments that begin where a line does. */
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
