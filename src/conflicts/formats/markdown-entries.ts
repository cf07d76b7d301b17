import { type Container, type MemberPlace, toComparableText, tryToMembers } from '../members/member.ts'
import { toLines } from '../text/lines.ts'

/** The lines of a text, and those that its structure is read from: code blocks contain no headings, entries or blank lines. */
export interface MarkdownText {
  readonly lines: readonly string[]
  readonly outline: readonly string[]
}

export function readMarkdown(text: string): MarkdownText {
  const lines = toLines(text)
  let fence: string | undefined
  const outline = lines.map(line => {
    const mark = /^ *(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === undefined && mark === undefined) return line
    if (fence === undefined) fence = mark
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined
    return `${/^\s*(?=\S)/.exec(line)?.[0] ?? ''}code`
  })
  return { lines, outline }
}

/** Rows, from 0: from `start` to before `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

interface Block {
  readonly first: number
  last: number
  readonly kind: 'entry' | 'table' | 'text'
}

/**
 * Entries begin with a bullet in the first columns and end before the next; tables are identified by their heads; other paragraphs
 * keep their places.
 */
export function findEntries(source: MarkdownText, range: Range): MemberPlace[] {
  return findBlocks(source, range).map(block => toBlockPlace(source, block))
}

function findBlocks({ outline }: MarkdownText, { start, end }: Range): Block[] {
  const indent = Math.min(
    ...outline.slice(start, end).flatMap(line => /^( *)[*+-] /.exec(line)?.[1]?.length ?? []),
  )
  const blocks: Block[] = []
  for (let row = start; row < end; row++) {
    const line = outline[row] ?? ''
    if (line.trim() === '') continue
    const last = blocks.at(-1)
    const kind = isEntry(line, indent) ? 'entry' : isRule(outline[row + 1]) ? 'table' : 'text'
    if (last !== undefined && goesOn(last, { row, line, kind })) last.last = row
    else blocks.push({ first: row, last: row, kind })
  }
  return blocks
}

function isEntry(line: string, indent: number): boolean {
  return /^ *[*+-] /.test(line) && line.search(/\S/) === indent
}

/** Whether a line continues the block above it. */
function goesOn(
  block: Block,
  { row, line, kind }: { readonly row: number; readonly line: string; readonly kind: Block['kind'] },
): boolean {
  const isNext = block.last === row - 1
  if (block.kind === 'table') return isNext && line.startsWith('|')
  return kind === 'text' && (isNext || /^\s/.test(line))
}

/** The line between the head and the rows of a table. */
function isRule(line = ''): boolean {
  return /^\|[\s:|-]*-[\s:|-]*$/.test(line)
}

function toBlockPlace({ lines }: MarkdownText, { first, last, kind }: Block): MemberPlace {
  const text = lines.slice(first, last + 1).join('')
  const name = toComparableText(kind === 'table' ? (lines[first] ?? '') : text)
  return {
    first,
    last,
    signature: kind === 'text' ? undefined : `${kind} ${name}`,
    commutes: kind !== 'text',
    value: undefined,
    tryNames: () => undefined,
    open: () => (kind === 'table' ? tryOpenTable(lines, first, last) : undefined),
  }
}

/** Its rows are a set. */
function tryOpenTable(lines: readonly string[], first: number, last: number): Container | undefined {
  const start = first + 2
  const content = { commutes: true, value: undefined, tryNames: () => undefined, open: () => undefined }
  const rows = lines.slice(start, last + 1).map((line, index) => ({
    first: start + index,
    last: start + index,
    signature: `row ${toComparableText(line)}`,
    ...content,
  }))
  const members = tryToMembers(lines, { start, end: last + 1 }, rows)
  return (
    members && { head: lines.slice(first, start), list: { isCommaSeparated: false, ...members }, tail: [] }
  )
}
