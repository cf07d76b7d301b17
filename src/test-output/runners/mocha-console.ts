import type { OutputText } from '../reading/output-text.ts'
import { type Findings, isSourceFile, type Reading, toReading } from '../reading/reading.ts'
import { isMochaHook, withoutHook, withoutHookTarget } from './mocha-hooks.ts'

const passing = /^ {2}(\d+) passing \(\d+m?s\)$|^ {2}(\d+) passing \(\d+[smh]\)$/
const failing = /^ {2}(\d+) failing$/
const numbered = /^ {2}(\d+)\) (.*\S)$/

/** The end of Mocha's spec and dot reporters: counts, then a numbered list of nested titles. */
export function readMochaConsole({ lines, toPath }: OutputText): Reading | undefined {
  const starts = lines.flatMap((line, index) => (passing.test(line) ? [index] : []))
  if (starts.length === 0) return readCrash(lines, toPath)
  const sections = starts.map((start, at) => readSection(lines.slice(start, starts[at + 1])))
  const failures = sections.flatMap(section => section.failures)
  const rootHooks = failures.filter(failure => toSelectable(failure) === '')
  const stated = sections.reduce((sum, section) => sum + section.stated, 0)
  return toReading({
    runner: 'mocha',
    failed: failures.filter(failure => !rootHooks.includes(failure)).map(toFailed),
    broken: rootHooks.map(toId),
    ran: sections.reduce((sum, section) => sum + section.passing, stated),
    stated: stated - rootHooks.length,
    hidesMore: failures.some(failure => isMochaHook(failure.titles.at(-1) ?? '')),
  })
}

interface Failure {
  readonly titles: readonly string[]
  readonly message: string | null
}

interface Section {
  readonly passing: number
  readonly stated: number
  readonly failures: readonly Failure[]
}

function readSection(lines: readonly string[]): Section {
  const counts = passing.exec(lines[0] ?? '')
  const start = lines.findIndex(line => failing.test(line))
  return {
    passing: Number(counts?.[1] ?? counts?.[2] ?? 0),
    stated: Number(failing.exec(lines[start] ?? '')?.[1] ?? 0),
    failures: start < 0 ? [] : readList(lines.slice(start)),
  }
}

/** The list counts up from 1: other numbers are foreign output. */
function readList(lines: readonly string[]): Failure[] {
  const failures: Failure[] = []
  lines.forEach((line, index) => {
    const match = numbered.exec(line)
    if (match?.[1] !== String(failures.length + 1)) return
    const failure = readTitles(lines, index, match[2] as string)
    if (failure !== undefined) failures.push(failure)
  })
  return failures
}

/** The titles of the suites and of the test, each two columns deeper; the last one ends with a colon. */
function readTitles(lines: readonly string[], start: number, first: string): Failure | undefined {
  const titles = [first]
  let at = start + 1
  for (let indent = 7; isTitle(lines[at], indent); indent += 2, at++)
    titles.push((lines[at] as string).trim())
  const last = titles.pop() as string
  if (!last.endsWith(':')) return undefined
  const message = lines.slice(at, at + 3).find(line => line.trim() !== '') ?? null
  return { titles: [...titles, last.slice(0, -1)], message }
}

function isTitle(line: string | undefined, indent: number): boolean {
  return line?.slice(0, indent).trim() === '' && /\S/.test(line.charAt(indent))
}

function toFailed(failure: Failure): Findings['failed'][number] {
  return {
    id: toId(failure),
    file: null,
    name: toSelectable(failure),
    message: failure.message,
  }
}

function toId({ titles }: Failure): string {
  return withoutHookTarget(titles.join(' '))
}

function toSelectable({ titles }: Failure): string {
  return withoutHook(titles.join(' '))
}

/** Mocha loads all files before the first test: one that does not load stops the run. */
function readCrash(lines: readonly string[], toPath: OutputText['toPath']): Reading | undefined {
  const start = lines.findIndex(line => line.startsWith(' Exception during run:'))
  if (start < 0) return undefined
  const paths = lines
    .slice(start, start + 50)
    .flatMap(line => /^- (.+)$|\((.+?):\d+:\d+\)$/.exec(line)?.slice(1) ?? [])
  const file = paths.find(path => path !== undefined && isSourceFile(path) && !path.includes('node_modules'))
  return toReading({ runner: 'mocha', failed: [], broken: [file === undefined ? 'mocha' : toPath(file)] })
}
