import { type Json, readJsonLines, toTextOrEmpty } from '../reading/json-documents.ts'
import type { OutputText } from '../reading/output-text.ts'
import { type Reading, toReading } from '../reading/reading.ts'
import { innermost, toFailed } from './go-console.ts'

const notBuilt = /^FAIL\t(\S+) \[(?:build|setup) failed\]$/

/** `go test -json`: one event a line. Only started tests count: a test can print text like the end of another. */
export function readGoJson({ lines }: OutputText): Reading | undefined {
  const events = readJsonLines(lines, 'Action').filter(event => typeof event.Action === 'string')
  if (events.length === 0) return undefined
  const packages = new Map<string, GoPackage>()
  for (const event of events) note(event, packages)
  const all = [...packages.values()]
  return toReading({
    runner: 'go',
    failed: all.flatMap(toFailedTests),
    broken: [...lines.flatMap(line => notBuilt.exec(line)?.[1] ?? []), ...all.filter(isBroken).map(toPath)],
    ran: all.reduce((sum, one) => sum + one.tests.size, 0),
    hidesMore: all.some(one => !one.ended || [...one.tests.values()].some(isUnfinished)) || all.some(crashed),
  })
}

interface GoTestState {
  end: string | undefined
  message: string | null
}

interface GoPackage {
  readonly path: string
  readonly tests: Map<string, GoTestState>
  ended: boolean
  failed: boolean
  panicked: boolean
}

function note(event: Json, packages: Map<string, GoPackage>): void {
  const path = toTextOrEmpty(event.Package)
  if (path === '') return
  const one = packages.get(path) ?? { path, tests: new Map(), ended: false, failed: false, panicked: false }
  packages.set(path, one)
  const name = toTextOrEmpty(event.Test)
  if (event.Action === 'run') one.tests.set(name, { end: undefined, message: null })
  else if (event.Action === 'output') noteOutput(toTextOrEmpty(event.Output), one, one.tests.get(name))
  else noteEnd(toTextOrEmpty(event.Action), one, name)
}

function noteOutput(text: string, one: GoPackage, test: GoTestState | undefined): void {
  if (text.startsWith('panic: ')) one.panicked = true
  if (test !== undefined && test.message === null && /^\s+\w[\w.-]*\.go:\d+: \S|^panic: /.test(text))
    test.message = text
}

function noteEnd(action: string, one: GoPackage, name: string): void {
  if (!['pass', 'fail', 'skip'].includes(action)) return
  const test = one.tests.get(name)
  if (test !== undefined) test.end = action
  if (name !== '') return
  one.ended = true
  one.failed = action === 'fail'
}

function toFailedTests(one: GoPackage) {
  const failed = [...one.tests].filter(([, test]) => test.end === 'fail')
  return innermost(failed.map(([name, { message }]) => ({ name, message }))).map(test =>
    toFailed(one.path, test),
  )
}

function isBroken(one: GoPackage): boolean {
  return one.failed && ![...one.tests.values()].some(test => test.end === 'fail')
}

function isUnfinished(test: GoTestState): boolean {
  return test.end === undefined
}

function crashed(one: GoPackage): boolean {
  return one.panicked && one.failed
}

function toPath(one: GoPackage): string {
  return one.path
}
