import type { OutputText } from '../reading/output-text.ts'
import { countOf, type Findings, nextTelling, type Reading, toReading } from '../reading/reading.ts'

const header = /^⎯{2,} Failed (?:Suites|Tests) (\d+) ⎯{2,}$/
const failLine = /^ FAIL {2,}(\S.*)$/
const brokenSuite = /^(.*?) \[ .* \]$/
const testCounts = /^ +Tests {2}(?:\d+ |no tests)/
const errorCounts = /^ +Errors {2}\d/
const separator = ' > '

/** Vitest's console reporters: under `Failed Suites n` and `Failed Tests n` a line ` FAIL  <project> <file> > <describe> > <test>` each. */
export function readVitestConsole({ lines }: OutputText): Reading | undefined {
  const start = lines.findIndex(line => header.test(line))
  const counts = lines.filter(line => testCounts.test(line))
  if (start < 0 && counts.length === 0) return readNoTests(lines)
  const found = start < 0 ? [] : findFailures(lines, start)
  const failed = found.flatMap(failure => (failure.kind === 'failed' ? [failure.test] : []))
  const broken = found.flatMap(failure => (failure.kind === 'broken' ? [failure.file] : []))
  return toReading({
    runner: 'vitest',
    failed,
    broken,
    ran: counts.length === 0 ? undefined : sum(counts, 'failed') + sum(counts, 'passed'),
    stated: start < 0 ? sum(counts, 'failed') : countFailures(lines) - broken.length,
    hidesMore: hidesMore(lines) || counts.length === 0 || failed.length > sum(counts, 'failed'),
  })
}

/** No file matched. */
function readNoTests(lines: readonly string[]): Reading | undefined {
  const isEmpty = lines.some(line => /^No test files found, exiting with code [01]$/.test(line.trim()))
  return isEmpty ? toReading({ runner: 'vitest', failed: [], ran: 0 }) : undefined
}

type Failure =
  | { readonly kind: 'failed'; readonly test: Findings['failed'][number] }
  | { readonly kind: 'broken'; readonly file: string }

function findFailures(lines: readonly string[], start: number): Failure[] {
  return lines.flatMap((line, index) => {
    const title = index > start ? failLine.exec(line)?.[1] : undefined
    return title === undefined ? [] : [toFailure(title, toFirstError(lines, index))]
  })
}

function toFailure(title: string, message: string | null): Failure {
  const whole = brokenSuite.exec(title)?.[1]
  const at = title.indexOf(separator)
  if (whole !== undefined && !whole.includes(separator)) return { kind: 'broken', file: toFile(whole) }
  if (at < 0) return { kind: 'broken', file: toFile(title) }
  const suite = title.slice(0, at).replace(/ +/g, ' ')
  const name = title.slice(at + separator.length)
  return {
    kind: 'failed',
    test: { id: `${suite}${separator}${name}`, file: toFile(suite), name, message },
  }
}

/** Without the project name. */
function toFile(suite: string): string {
  return suite.trim().split(' ').at(-1) as string
}

/** Tests with the same failure share the text after the last of them. */
function toFirstError(lines: readonly string[], index: number): string | null {
  let last = index
  while (last < index + 100 && failLine.test(lines[last + 1] ?? '')) last++
  return nextTelling(lines, last)
}

function countFailures(lines: readonly string[]): number {
  return lines.reduce((total, line) => total + Number(header.exec(line)?.[1] ?? 0), 0)
}

function hidesMore(lines: readonly string[]): boolean {
  return lines.some(line => errorCounts.test(line))
}

function sum(lines: readonly string[], word: string): number {
  return lines.reduce((total, line) => total + countOf(line, word), 0)
}
