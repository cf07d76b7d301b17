import type { OutputText } from '../reading/output-text.ts'
import { countOf, type Findings, nextTelling, type Reading, toReading } from '../reading/reading.ts'

const header = '✖ failing tests:'
const place = /^test at (.+):\d+:\d+$/
const failLine = /^✖ (.*?)(?: \([\d.]+ms\))?$/
const count = /^ℹ (?:tests|pass|fail|cancelled|suites) \d+$/

/** The spec reporter of node:test: counts, then `test at <file>:<line>:<column>` and `✖ <name>` for each failure. */
export function readNodeSpec({ lines, toPath }: OutputText): Reading | undefined {
  const counts = lines.filter(line => count.test(line)).map(line => line.slice(2))
  if (counts.length === 0) return undefined
  const failures = readFailures(lines, toPath)
  const broken = failures.filter(isFile).map(failure => failure.file as string)
  const stated = sum(counts, 'fail') + sum(counts, 'cancelled')
  return toReading({
    runner: 'node',
    failed: failures.filter(failure => !isFile(failure)),
    broken,
    ran: sum(counts, 'pass') + stated,
    hidesMore: stated > 0 && failures.length === 0,
    ...(failures.length === 0 ? { stated } : {}),
  })
}

function sum(counts: readonly string[], word: string): number {
  return counts
    .map(line => line.split(' ').reverse().join(' '))
    .reduce((total, line) => total + countOf(line, word), 0)
}

function readFailures(lines: readonly string[], toPath: OutputText['toPath']): Findings['failed'][number][] {
  const start = lines.indexOf(header)
  if (start < 0) return []
  return lines.flatMap((line, index) => {
    const path = index > start ? place.exec(line)?.[1] : undefined
    const name = failLine.exec(lines[index + 1] ?? '')?.[1]
    if (path === undefined || name === undefined) return []
    const file = toPath(path)
    return [
      { id: `${file} › ${toPath(name)}`, file, name: toPath(name), message: nextTelling(lines, index + 1) },
    ]
  })
}

/** A file that crashed is reported as a test with its name. */
function isFile({ name, file }: Findings['failed'][number]): boolean {
  return name === file || name.endsWith(`/${file}`)
}
