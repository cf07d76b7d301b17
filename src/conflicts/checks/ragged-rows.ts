import { listAddedLines, type MergedText } from './merged-text.ts'

/**
 * Rows that do not fit their table: one side gave all rows another number of values, the other added a row of the old size. Rows are
 * lines such as `(1, 2),`, `| a | b |`, or all lines of a CSV file. Returns the first odd row of each table.
 */
export function findRaggedRows({ path, base, ours, theirs, result }: MergedText): string[] {
  const isNew = new Set([...listAddedLines(base, ours), ...listAddedLines(base, theirs)])
  const ragged = toTables(path, result).filter(isRagged)
  const known = new Set(
    [ours, theirs].flatMap(side => toTables(path, side).filter(isRagged).flat()).map(({ line }) => line),
  )
  return ragged
    .filter(rows => rows.every(({ line, isRule }) => isRule || (isNew.has(line) && !known.has(line))))
    .flatMap(rows => rows.find(({ size }) => size !== rows[0]?.size)?.line ?? [])
}

interface Row {
  readonly line: string
  readonly size: number
  /** Whether it only separates the head of a table. */
  readonly isRule: boolean
}

function isRagged(rows: readonly Row[]): boolean {
  return new Set(rows.map(({ size }) => size)).size > 1
}

/** Consecutive rows with one indentation. */
function toTables(path: string, text: string): Row[][] {
  const isPlain = /\.(csv|tsv)$/i.test(path)
  const tables: Row[][] = []
  let shape: string | undefined
  for (const line of text.split('\n')) {
    const row = isPlain ? tryPlainRow(line) : tryRow(line.trim())
    const next = row && `${/^\s*/.exec(line)?.[0]}${isPlain ? '' : line.trim()[0]}`
    if (row !== undefined && next === shape) tables.at(-1)?.push(row)
    else if (row !== undefined) tables.push([row])
    shape = next
  }
  return tables
}

function tryPlainRow(line: string): Row | undefined {
  return line.trim() === '' ? undefined : { line: line.trim(), size: countValues(line), isRule: false }
}

function tryRow(line: string): Row | undefined {
  if (/^\|.*\|$/.test(line))
    return { line, size: line.split(/(?<!\\)\|/).length, isRule: /^[|\s:-]+$/.test(line) }
  const inside = /^(?:pytest\.param)?(?:\((.+)\)|\[(.+)\]|\{(.+)\})[,;]?$/
    .exec(line)
    ?.slice(1)
    .find(part => part !== undefined)
  if (inside === undefined || /^\s*["'`]?[\w-]+["'`]?\s*[:=]/.test(inside)) return undefined
  return { line, size: countValues(inside), isRule: false }
}

/** The number of values between commas, outside of strings and brackets. */
function countValues(text: string): number {
  const plain = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, 's').replace(/,\s*$/, '')
  let [depth, count] = [0, 1]
  for (const sign of plain) {
    if (/[([{]/.test(sign)) depth++
    else if (/[)\]}]/.test(sign)) depth--
    else if (/[,\t]/.test(sign) && depth === 0) count++
  }
  return count
}
