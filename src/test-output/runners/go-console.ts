import type { OutputText } from '../reading/output-text.ts'
import { type Findings, type Reading, toReading } from '../reading/reading.ts'

const failLine = /^ *--- FAIL: (\S+) \([\d.]+s\)$/
const packageLine = /^(ok {2}|FAIL|\? {3})\t(\S+)(?:\s+(.*))?$/
const crash = /^(?:panic: |fatal error: |signal: |exit status [^1])/
const hint = /^\s+\w[\w.-]*\.go:\d+: \S/

/** `go test` without -json: failures, then the line of their package. Of nested tests only the innermost count. */
export function readGoConsole({ lines }: OutputText): Reading | undefined {
  const packages = readPackages(lines)
  if (packages.length === 0) return undefined
  const failed = packages.flatMap(one => innermost(one.tests).map(test => toFailed(one.path, test)))
  return toReading({
    runner: 'go',
    failed,
    broken: packages.filter(isBroken).map(one => one.path),
    ran: packages.every(one => one.isEmpty) ? 0 : undefined,
    hidesMore: packages.some(one => one.crashed) || isCut(lines),
  })
}

interface GoTest {
  readonly name: string
  readonly message: string | null
}

interface GoPackage {
  readonly path: string
  readonly failed: boolean
  readonly crashed: boolean
  /** No test ran. */
  readonly isEmpty: boolean
  readonly tests: readonly GoTest[]
}

function readPackages(lines: readonly string[]): GoPackage[] {
  const packages: GoPackage[] = []
  let tests: GoTest[] = []
  let crashed = false
  const started = listStarted(lines)
  lines.forEach((line, index) => {
    const name = failLine.exec(line)?.[1]
    if (name !== undefined && (started.size === 0 || started.has(name)))
      tests.push({ name, message: findMessage(lines, index) })
    crashed ||= crash.test(line)
    const [, word, path, rest] = packageLine.exec(line) ?? []
    if (path === undefined) return
    const isEmpty = /\[no test(?:s to run| files)\]$/.test(rest ?? '')
    packages.push({ path, failed: word === 'FAIL', crashed, isEmpty, tests: word === 'FAIL' ? tests : [] })
    tests = []
    crashed = false
  })
  return packages
}

/** With -v, a test that did not start has not failed, whatever another test prints. */
function listStarted(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap(line => /^=== RUN {3}(\S+)$/.exec(line)?.[1] ?? []))
}

/** The line after the failure; with -v, the test's output precedes it. */
function findMessage(lines: readonly string[], index: number): string | null {
  const next = lines[index + 1] ?? ''
  const previous = lines[index - 1] ?? ''
  if (next.startsWith('panic: ') || (hint.test(next) && !hint.test(previous))) return next
  return hint.test(previous) ? previous : null
}

/** Omits a test whose subtests failed: they say more. */
export function innermost<T extends { readonly name: string }>(tests: readonly T[]): T[] {
  const parents = new Set(tests.flatMap(test => toParents(test.name)))
  return tests.filter(test => !parents.has(test.name))
}

function toParents(name: string): string[] {
  const parts = name.split('/').slice(0, 50)
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Not built, or ended without a failed test: by os.Exit, a panic elsewhere, a timeout. */
function isBroken(one: GoPackage): boolean {
  return one.failed && one.tests.length === 0
}

/** The last package line is missing: the package of these failures is unknown. */
function isCut(lines: readonly string[]): boolean {
  const last = lines.findLastIndex(line => packageLine.test(line))
  return lines.slice(last + 1).some(line => failLine.test(line))
}

export function toFailed(path: string, { name, message }: GoTest): Findings['failed'][number] {
  return { id: `${path} ${name}`, file: path, name, message }
}
