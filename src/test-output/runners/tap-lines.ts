/** One test point of TAP. https://testanything.org/tap-version-14-specification.html */
export interface TapPoint {
  readonly kind: 'point'
  readonly depth: number
  readonly isOk: boolean
  readonly title: string
  /** Skipped or to do: its failure does not count. */
  readonly isExcused: boolean
  /** Its subtests follow in braces; otherwise they precede it. */
  readonly opens: boolean
  /** The relevant keys of the details. */
  readonly details: ReadonlyMap<string, string>
}

export type TapEntry =
  | TapPoint
  | { readonly kind: 'plan'; readonly depth: number; readonly count: number }
  | { readonly kind: 'close' | 'bail-out' | 'version' }

const point = /^( *)(not )?ok\b(?: +\d{1,9})?(?: +-)?(?: +(.*))?$/
const plan = /^( *)1\.\.(\d{1,9})(?: *#.*)?$/
const directive = /^(.*?) +# *(SKIP|TODO|time)\b[^{]*(\{)?$/i

export function readTapLines(lines: readonly string[]): TapEntry[] {
  const entries: TapEntry[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string
    const match = point.exec(line)
    if (match === null) {
      const entry = readOther(line)
      if (entry !== undefined) entries.push(entry)
      continue
    }
    const block = readBlock(lines, at + 1)
    entries.push(toPoint(match, block.details))
    at = block.end - 1
  }
  return entries
}

function readOther(line: string): TapEntry | undefined {
  if (/^TAP version 1[34]$/.test(line)) return { kind: 'version' }
  if (/^Bail out!/.test(line)) return { kind: 'bail-out' }
  if (/^ *\}$/.test(line)) return { kind: 'close' }
  const match = plan.exec(line)
  return match === null
    ? undefined
    : { kind: 'plan', depth: toDepth(match[1] as string), count: Number(match[2]) }
}

function toPoint(match: RegExpExecArray, details: ReadonlyMap<string, string>): TapPoint {
  const [, indent = '', not, text = ''] = match
  const [, title = text.replace(/ *\{$/, ''), word = '', brace] = directive.exec(text) ?? []
  return {
    kind: 'point',
    depth: toDepth(indent),
    isOk: not === undefined,
    title: title.trim().replace(/\\([#\\])/g, '$1'),
    isExcused: /^(skip|todo)$/i.test(word),
    opens: brace !== undefined || text.endsWith(' {'),
    details,
  }
}

function toDepth(indent: string): number {
  return Math.floor(indent.length / 4)
}

const detail = /^ *(message|error|at|file|location|failureType): *(?:\|-?|>-?|["']?(.*?)["']?)$/

const maxBlockLines = 300

/** The block between `---` and `...` that may follow a point. A block without end is ignored. */
function readBlock(
  lines: readonly string[],
  start: number,
): { readonly end: number; readonly details: ReadonlyMap<string, string> } {
  const details = new Map<string, string>()
  const indent = /^( +)---$/.exec(lines[start] ?? '')?.[1]
  if (indent === undefined) return { end: start, details }
  const length = lines.slice(start, start + maxBlockLines).indexOf(`${indent}...`)
  if (length < 0) return { end: start, details }
  const end = start + length
  for (let at = start + 1; at < end; at++) {
    const [, key, value] = detail.exec(lines[at] as string) ?? []
    if (key !== undefined && !details.has(key)) details.set(key, value ?? (lines[at + 1] ?? '').trim())
  }
  return { end: end + 1, details }
}
