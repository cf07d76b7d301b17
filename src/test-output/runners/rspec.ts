import type { OutputText } from '../reading/output-text.ts'
import { countOf, type Findings, type Reading, toReading } from '../reading/reading.ts'

const failLine = /^rspec '?(\.?\/?[^\s':[\]]+)(?::\d+|\[[\d:]+\])'? # (.*\S) *$/
const counts = /^\d+ examples?, \d+ failures?(?:, .*)?$/
const broken = /^An error occurred while loading (\S+)\.$/

/** RSpec: the counts, then `Failed examples:` with a line each. */
export function readRspec({ lines, toPath }: OutputText): Reading | undefined {
  const at = lines.findLastIndex(line => counts.test(line))
  if (at < 0) return undefined
  const line = lines[at] as string
  const start = lines.indexOf('Failed examples:', at)
  return toReading({
    runner: 'rspec',
    failed: start < 0 ? [] : readExamples(lines, start, toPath),
    broken: lines.flatMap(text => broken.exec(text)?.[1] ?? []).map(toPath),
    ran: countOf(line, 'examples?') - countOf(line, 'pending'),
    stated: countOf(line, 'failures?'),
    hidesMore: line.includes('outside of examples'),
  })
}

function readExamples(
  lines: readonly string[],
  start: number,
  toPath: OutputText['toPath'],
): Findings['failed'] {
  const details = indexDetails(lines.slice(0, start))
  return lines.slice(start + 1).flatMap(line => {
    const [, path, name] = failLine.exec(line) ?? []
    if (path === undefined || name === undefined) return []
    const message = findMessage(lines, details.get(name))
    return [{ id: `${toPath(path)} ${name}`, file: toPath(path), name, message }]
  })
}

/** Where the details of each failure begin: `  1) <name>`. */
function indexDetails(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    lines.flatMap((line, index) => {
      const name = /^ {2}\d+\) (.+)$/.exec(line)?.[1]
      return name === undefined ? [] : [[name, index] as const]
    }),
  )
}

/** The second line of the details; the first repeats the code. */
function findMessage(lines: readonly string[], start: number | undefined): string | null {
  if (start === undefined) return null
  const texts = lines.slice(start + 1, start + 10).filter(line => /^ {5,}[^\s#]/.test(line))
  return texts[1] ?? texts[0] ?? null
}
