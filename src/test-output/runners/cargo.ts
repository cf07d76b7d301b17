import { readJsonLines, toCountOrZero, toTextOrEmpty } from '../reading/json-documents.ts'
import type { OutputText } from '../reading/output-text.ts'
import { countOf, type Findings, type Reading, toReading } from '../reading/reading.ts'

const target =
  /^ +(?:Running (?:unittests )?(\S+) \((?:.*\/)?([\w-]+?)-[0-9a-f]{16}(?:\.exe)?\)|(Doc-tests) (\S+))$/
const result = /^test result: (?:ok|FAILED)\. \d+ passed; \d+ failed;/
const notCompiled = /^error: could not compile `([^`]+)`/
const wholeRun = /^error: \d+ targets? failed:$/

/** `cargo test` as text: a list of failures before each `test result`. Also libtest's JSON events. */
export function readCargo({ lines }: OutputText): Reading | undefined {
  const sections = readSections(lines)
  const broken = lines.flatMap(line => notCompiled.exec(line)?.[1] ?? [])
  if (sections.length === 0 && broken.length === 0) return undefined
  return toReading({
    runner: 'cargo',
    failed: sections.flatMap(section => section.failed),
    broken,
    ran: sections.reduce((sum, section) => sum + section.passed, sum(sections)),
    stated: sum(sections),
    isDoubtful: sections.some(section => section.failed.length > section.stated),
    // Without --no-fail-fast the targets after a failed one do not run.
    hidesMore: sum(sections) > 0 && !lines.some(line => wholeRun.test(line)),
  })
}

interface Section {
  readonly failed: Findings['failed']
  readonly stated: number
  readonly passed: number
}

function sum(sections: readonly Section[]): number {
  return sections.reduce((total, section) => total + section.stated, 0)
}

function readSections(lines: readonly string[]): Section[] {
  const sections: Section[] = []
  let place = ''
  let start = 0
  lines.forEach((line, index) => {
    place = toPlace(line) ?? place
    if (!result.test(line) && !isSuiteEnd(line)) return
    sections.push(readSection(lines.slice(start, index + 1), place))
    start = index + 1
  })
  return sections
}

/** The target: file and crate. The hash in the binary's name changes. */
function toPlace(line: string): string | undefined {
  const match = target.exec(line)
  return match === null ? undefined : `${match[2] ?? match[4]} ${match[1] ?? 'doc'}`
}

function isSuiteEnd(line: string): boolean {
  return /^\{ ?"type": ?"suite", ?"event": ?"(?:ok|failed)"/.test(line)
}

function readSection(lines: readonly string[], place: string): Section {
  const end = lines.at(-1) as string
  if (isSuiteEnd(end)) return readEvents(lines, place)
  const start = lines.lastIndexOf('failures:')
  const names = start < 0 ? [] : lines.slice(start + 1).flatMap(line => /^ {4}(\S.*)$/.exec(line)?.[1] ?? [])
  const details = indexDetails(lines)
  return {
    failed: names.map(name => toFailed(place, name, findMessage(lines, details.get(name)))),
    stated: countOf(end, 'failed'),
    passed: countOf(end, 'passed'),
  }
}

function readEvents(lines: readonly string[], place: string): Section {
  const events = readJsonLines(lines, 'type')
  const failed = events.filter(event => event.type === 'test' && event.event === 'failed')
  const end = events.at(-1)
  return {
    failed: failed.map(event =>
      toFailed(
        place,
        toTextOrEmpty(event.name),
        toPanic(toTextOrEmpty(event.stdout)) ?? (toTextOrEmpty(event.message) || null),
      ),
    ),
    stated: toCountOrZero(end?.failed),
    passed: toCountOrZero(end?.passed),
  }
}

/** Where the output of each failed test begins. */
function indexDetails(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    lines.flatMap((line, index) => {
      const name = /^---- (.+) stdout ----$/.exec(line)?.[1]
      return name === undefined ? [] : [[name, index] as const]
    }),
  )
}

function findMessage(lines: readonly string[], start: number | undefined): string | null {
  return start === undefined ? null : toPanic(lines.slice(start + 1, start + 100).join('\n'))
}

/** What follows `thread … panicked at …:` */
function toPanic(text: string): string | null {
  return /^(?:thread .* )?panicked at .*:\n(.+)$/m.exec(text)?.[1] ?? /^note: (.+)$/m.exec(text)?.[1] ?? null
}

/** The name of a documentation test contains its line number, which changes. */
function toFailed(place: string, name: string, message: string | null): Findings['failed'][number] {
  const stable = name.replace(/ \(line \d+\)(?: - .*)?$/, '')
  return { id: `${place} ${stable}`.trim(), file: null, name: stable, message }
}
