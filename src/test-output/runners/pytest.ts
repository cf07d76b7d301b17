import type { OutputText } from '../reading/output-text.ts'
import { countOf, type Findings, type Reading, toReading } from '../reading/reading.ts'

const header = /^=* ?short test summary info ?=*$/
const entry = /^(?:(?:SUB)?FAILED|SUBFAIL|ERROR)(?:[([].*?[)\]])* (\S.*)$/
const lastLine =
  /^=* ?\d+ (?:failed|passed|skipped|deselected|xfailed|xpassed|errors?|warnings?|rerun|subtests)\b.* in \d[\d.]*s\b.*$/
const title = /^_{2,} (?:ERROR at (?:setup|teardown) of )?(\S.*?) _{2,}$/
const stop = /^!+ .* !+$/
const conftest = /^ImportError while loading conftest '(.+)'\.$/

/** Pytest's console output, also with `-q`: the short summary (`FAILED <id> - <message>`) and the counts of the last line. */
export function readPytest({ lines, toPath }: OutputText): Reading | undefined {
  const end = lines.findLastIndex(line => lastLine.test(line))
  const start = lines.slice(0, end < 0 ? undefined : end).findLastIndex(line => header.test(line))
  if (start < 0 && end < 0) return readNoTests(lines) ?? readConftest(lines, toPath)
  const titles = new Set(lines.flatMap(line => title.exec(line)?.[1] ?? []))
  const entries = start < 0 ? [] : readSummary(lines.slice(start + 1, end < 0 ? undefined : end), titles)
  const broken = entries.filter(({ id }) => !id.includes('::')).map(({ id }) => id)
  const counts = lines[end] ?? ''
  const stated = countOf(counts, 'failed') + countOf(counts, 'errors?')
  return toReading({
    runner: 'pytest',
    failed: entries.filter(({ id }) => id.includes('::')).map(toFailed),
    broken,
    ran: end < 0 ? undefined : stated - broken.length + countOf(counts, 'passed'),
    stated: end < 0 ? undefined : stated - broken.length,
    hidesMore: end < 0 || lines.slice(0, end).some(line => stop.test(line)),
  })
}

interface Entry {
  readonly id: string
  readonly message: string | null
}

function readSummary(lines: readonly string[], titles: ReadonlySet<string>): Entry[] {
  return lines.flatMap(line => {
    const text = entry.exec(line)?.[1]
    return text === undefined ? [] : (splitEntry(text, titles) ?? [])
  })
}

/**
 * Splits `<id> - <message>`. Parameters in an id may contain ` - ` too: then the titles of the failures show where it ends.
 * Ambiguous entries are omitted.
 */
function splitEntry(text: string, titles: ReadonlySet<string>): Entry | undefined {
  const candidates = [...toCuts(text)].filter(({ id }) => !id.includes('[') || id.endsWith(']'))
  if (candidates.length === 1) return candidates[0]
  return candidates.find(({ id }) => titles.has(toTitle(id)))
}

function* toCuts(text: string): Generator<Entry> {
  for (let at = text.indexOf(' - '); at >= 0; at = text.indexOf(' - ', at + 1)) {
    const id = text.slice(0, at)
    yield { id, message: text.slice(at + 3) }
    if (!id.includes('[')) return
  }
  yield { id: text, message: null }
}

/** `tests/a.py::TestCart::test_b[x]` has the title `TestCart.test_b[x]`. */
function toTitle(id: string): string {
  const [name = '', ...parameters] = id.split('[')
  return [name.split('::').slice(1).join('.'), ...parameters].join('[')
}

function toFailed({ id, message }: Entry): Findings['failed'][number] {
  const at = id.indexOf('::')
  return { id, file: id.slice(0, at), name: id.slice(at + 2), message }
}

/** One missing test keeps all selected tests from running. */
function readNoTests(lines: readonly string[]): Reading | undefined {
  if (!lines.some(line => /^=* ?no tests ran in [\d.]+s ?=*$/.test(line))) return undefined
  const hidesMore = lines.some(line => /^ERROR: /.test(line))
  return toReading({ runner: 'pytest', failed: [], ran: 0, hidesMore })
}

function readConftest(lines: readonly string[], toPath: OutputText['toPath']): Reading | undefined {
  const broken = lines.flatMap(line => conftest.exec(line)?.[1] ?? []).map(toPath)
  return broken.length === 0 ? undefined : toReading({ runner: 'pytest', failed: [], broken })
}
