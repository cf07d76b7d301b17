/** A JSON value of unverified shape. */
export type Json = Readonly<Record<string, unknown>>

/** The JSON objects in an output: on a line of their own, or spread over lines between a `{` and a `}` at the margin. */
export function findJsonDocuments(lines: readonly string[], mark: string): Json[] {
  const inLines = readJsonLines(lines, mark)
  return inLines.length > 0 ? inLines : [...readSpread(lines)].filter(json => mark in json)
}

/** The lines that are a JSON object and contain a mark. */
export function readJsonLines(lines: readonly string[], mark: string): Json[] {
  return lines
    .filter(line => line.startsWith('{') && line.trimEnd().endsWith('}') && line.includes(`"${mark}"`))
    .map(tryJson)
    .filter(json => json !== undefined)
}

function* readSpread(lines: readonly string[]): Generator<Json> {
  let start = -1
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] === '{') start = at
    if (lines[at] !== '}' || start < 0) continue
    const json = tryJson(lines.slice(start, at + 1).join('\n'))
    if (json !== undefined) yield json
    start = -1
  }
}

function tryJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined // text that only looks like JSON, or was truncated
  }
}

export function toTextOrEmpty(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A count; 0 if it is not a number. */
export function toCountOrZero(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0
}

/** The objects of a list; none if it is not a list. */
export function toObjects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

export function toObject(value: unknown): Json {
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
