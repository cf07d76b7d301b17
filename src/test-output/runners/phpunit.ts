import type { OutputText } from '../reading/output-text.ts'
import { type Findings, nextTelling, type Reading, toReading } from '../reading/reading.ts'

const section = /^There (?:was|were) (\d{1,9}) (error|failure|\w+)s?:$/
const entry = /^\d+\) ([\w\\]+::\w+(?: with data set (?:#\d+|".*?"))?)(?: \(.*\))?$/
const redCounts = /^Tests: (\d{1,9}), Assertions: \d+.*\.$/
const greenCounts = /^OK \((\d{1,9}) tests?, \d+ assertions?\)$/

/** PHPUnit: `There were n failures:` and `There was 1 error:` with numbered lists, then the counts. */
export function readPhpunit({ lines }: OutputText): Reading | undefined {
  if (!lines.some(line => line.startsWith('PHPUnit '))) return undefined
  const counts = lines.filter(line => redCounts.test(line) || greenCounts.test(line))
  if (counts.length === 0) return undefined
  return toReading({
    runner: 'phpunit',
    failed: readSections(lines),
    ran: counts.reduce((sum, line) => sum + Number((redCounts.exec(line) ?? greenCounts.exec(line))?.[1]), 0),
    stated: counts.reduce((sum, line) => sum + countFailures(line), 0),
  })
}

/** Warnings, risky and skipped tests have their own sections, which do not count. */
function readSections(lines: readonly string[]): Findings['failed'] {
  let kind: string | undefined
  return lines.flatMap((line, index) => {
    kind = section.exec(line)?.[2] ?? kind
    const name = entry.exec(line)?.[1]
    if (name === undefined || (kind !== 'error' && kind !== 'failure')) return []
    return [{ id: name, file: null, name, message: nextTelling(lines, index) }]
  })
}

function countFailures(line: string): number {
  const counts = [...line.matchAll(/\b(?:Errors|Failures): (\d{1,9})/g)]
  return counts.reduce((sum, match) => sum + Number(match[1]), 0)
}
