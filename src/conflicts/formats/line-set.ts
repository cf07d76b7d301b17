import { posix } from 'node:path'
import { type Container, tryToMembers } from '../members/member.ts'
import { toLines } from '../text/lines.ts'

/** Files whose lines are patterns or names: repeating one has no effect. */
export function isLineSet(path: string): boolean {
  return /^(\.[\w-]*ignore|\.gitattributes|\.mailmap|AUTHORS|CONTRIBUTORS)(\.(md|txt))?$/i.test(
    posix.basename(path),
  )
}

/** The identity of a line; undefined: its position matters. */
export type LineKey = (line: string) => string | undefined

/** An item that both sides added and only its text identifies: it may have happened once or twice. */
export function findDoubtful(base: string, ours: string, theirs: string): string | undefined {
  const [before, other] = [new Set(toLines(base)), new Set(toLines(theirs))]
  return toLines(ours).find(
    line => line.trim() !== '' && !before.has(line) && other.has(line) && tryReadId(line) === undefined,
  )
}

/** A text whose lines are a set or a log: each is a member. Comments belong to the next line. */
export function readLineSet(text: string, toKey: LineKey, isComment: (line: string) => boolean): Container {
  const lines = toLines(text)
  const places = lines.flatMap((line, row) => {
    if (line.trim() === '' || isComment(line)) return []
    const signature = toKey(line.trim())
    const content = { value: undefined, tryNames: () => undefined, open: () => undefined }
    return [{ first: row, last: row, signature, commutes: signature !== undefined, ...content }]
  })
  const members = tryToMembers(lines, { start: 0, end: lines.length }, places) ?? { members: [], rest: lines }
  return { head: [], list: { isCommaSeparated: false, ...members }, tail: [] }
}

/** A negated pattern only works below the patterns that it negates. */
export function toPatternKey(line: string): string | undefined {
  return line.startsWith('!') ? undefined : `line ${line}`
}

/** The last line that matches a path wins, so only lines with certainly disjoint patterns have a free order. */
export function toAttributeKey(line: string): string | undefined {
  const pattern = line.split(/\s/)[0] ?? ''
  return /^(\*\.\w+|[^*?[\]"]+)$/.test(pattern) ? `line ${pattern}` : undefined
}

/** Records are identified by their ids, others by their whole content. */
export function toRecordKey(line: string): string {
  const id = tryReadId(line)
  return id === undefined ? `line ${line}` : `record ${id}`
}

function tryReadId(line: string): string | undefined {
  try {
    const record: unknown = JSON.parse(line)
    if (typeof record !== 'object' || record === null) return undefined
    const id = idKeys.map(key => (record as Record<string, unknown>)[key]).find(value => value !== undefined)
    return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
  } catch {
    // A line that is not JSON is identified by its text.
    return undefined
  }
}

const idKeys = ['id', '_id', 'uuid', 'key']
