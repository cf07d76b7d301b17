import type { OutputText } from '../reading/output-text.ts'
import { countOf, type Findings, nextTelling, type Reading, toReading } from '../reading/reading.ts'

const suiteLine =
  /^ ?(?:FAIL|PASS) +(\S.*\.[cm]?[jt]sx?)(?: \([\d.,]+ m?s\))?(?: \(\d+ [KMG]?B heap size\))?$/
const bullet = /^ {2}● (\S.*)$/
const testCounts = /^Tests: .*\b\d+ total$/
const suiteCounts = /^Test Suites: .*\b\d+ total$/
const separator = ' › '

/** Jest's default and verbose reporters: `FAIL <project> <file>`, then `● <describe> › <test>` for each failure. */
export function readJestConsole({ lines }: OutputText): Reading | undefined {
  const failed = new Map<string, Findings['failed'][number]>()
  const broken: string[] = []
  let suite: string | undefined
  lines.forEach((line, index) => {
    suite = toSuite(line, suite)
    const title = bullet.exec(line)?.[1]
    if (suite === undefined || title === undefined || title === 'Console') return
    if (title === 'Test suite failed to run') broken.push(toFile(suite))
    else {
      const id = `${suite}${separator}${title}`
      failed.set(id, { id, file: toFile(suite), name: title, message: nextTelling(lines, index) })
    }
  })
  return settleCounts(lines, [...failed.values()], broken)
}

function toSuite(line: string, suite: string | undefined): string | undefined {
  const start = suiteLine.exec(line)?.[1]
  if (start !== undefined) return /^ ?FAIL/.test(line) ? start.replace(/ +/g, ' ') : undefined
  return suiteCounts.test(line) ? undefined : suite
}

/** Without the project name. For a path with spaces only its end, which Jest matches paths with, too. */
function toFile(suite: string): string {
  return suite.split(' ').at(-1) as string
}

function settleCounts(
  lines: readonly string[],
  failed: Findings['failed'],
  broken: readonly string[],
): Reading | undefined {
  const tests = lines.filter(line => testCounts.test(line))
  const suites = lines.filter(line => suiteCounts.test(line))
  if (tests.length === 0 && failed.length === 0 && broken.length === 0) return readNoTests(lines)
  const isWhole = tests.length > 0 && tests.length === suites.length
  return toReading({
    runner: 'jest',
    failed,
    broken,
    ran: isWhole ? sum(tests, 'failed') + sum(tests, 'passed') : undefined,
    stated: isWhole ? sum(tests, 'failed') : undefined,
    hidesMore: !isWhole || suites.some(line => / \d+ of \d+ total$/.test(line)),
  })
}

/** No file or name matched. */
function readNoTests(lines: readonly string[]): Reading | undefined {
  const isEmpty = lines.some(line => /^No tests found, exiting with code [01]$/.test(line))
  return isEmpty ? toReading({ runner: 'jest', failed: [], ran: 0 }) : undefined
}

function sum(lines: readonly string[], word: string): number {
  return lines.reduce((total, line) => total + countOf(line, word), 0)
}
