import { toLines } from '../lines.ts'
import { type Container, type Place, toPlainText, tryToMembers } from '../members/member.ts'

interface Section {
  /** Rows of the heading, of what is below it, and of one behind the end. */
  readonly first: number
  readonly body: number
  readonly end: number
  readonly level: number
  readonly title: string
}

/** The sections of a Markdown changelog, with their entries. */
export function readChangelog(text: string): Container {
  const lines = toLines(text)
  const list = readInside(lines, { start: 0, end: lines.length }, 0)
  return { head: [], list: list ?? { isCommaSeparated: false, members: [], rest: lines }, tail: [] }
}

/** Titles of all sections, with the first lines of the entries right below them. */
export function listSections(
  text: string,
): { readonly title: string; readonly entries: readonly string[] }[] {
  const lines = toLines(text)
  const sections = findSections(lines, { start: 0, end: lines.length })
  return sections.map(({ title, body, end }) => ({
    title,
    entries: findEntries(lines, { start: body, end }).map(({ first }) => toPlainText(lines[first] ?? '')),
  }))
}

interface Range {
  readonly start: number
  readonly end: number
}

function readInside(lines: readonly string[], range: Range, level: number): Container['list'] | undefined {
  const sections = toChildren(findSections(lines, range), level)
  const start = sections[0]?.first ?? range.end
  const places = [
    ...findEntries(lines, { start: range.start, end: start }),
    ...sections.map(section => toPlace(lines, section)),
  ]
  const members = tryToMembers(lines, range, places)
  return members && { isCommaSeparated: false, ...members }
}

/** Only the sections that are not inside another one, each up to the next. */
function toChildren(sections: readonly Section[], level: number): Section[] {
  const inside = sections.filter(section => section.level > level)
  const top = Math.min(...inside.map(section => section.level))
  return inside.filter(section => section.level === top)
}

function toPlace(lines: readonly string[], section: Section): Place {
  const { first, body, end, level, title } = section
  const last = end - 1
  return {
    first,
    last,
    signature: `section ${title}`,
    commutes: true,
    value: undefined,
    tryNames: () => undefined,
    open: () => {
      const list = readInside(lines, { start: body, end }, level)
      return list && { head: lines.slice(first, body), list, tail: [] }
    },
  }
}

/** Headings begin with `#`, or are underlined with `=` or `-`. */
function findSections(lines: readonly string[], { start, end }: Range): Section[] {
  const starts = lines.slice(start, end).flatMap((_, index) => tryHeading(lines, start + index))
  return starts.map((section, index) => {
    const next = starts.slice(index + 1).find(other => other.level <= section.level)
    return { ...section, end: next?.first ?? end }
  })
}

function tryHeading(lines: readonly string[], row: number): Omit<Section, 'end'>[] {
  const line = lines[row] ?? ''
  const marked = /^(#{1,6})\s+(.*)/.exec(line)
  if (marked?.[1] !== undefined)
    return [{ first: row, body: row + 1, level: marked[1].length, title: toPlainText(marked[2] ?? '') }]
  const underline = /^(=+|-+)\s*$/.exec(lines[row + 1] ?? '')?.[1]
  if (underline === undefined || underline.length < 3 || !/^\w/.test(line)) return []
  return [{ first: row, body: row + 2, level: underline.startsWith('=') ? 1 : 2, title: toPlainText(line) }]
}

/** Entries are rows of tables, or begin with a bullet in the first columns and go on to the next one; other paragraphs keep their places. */
function findEntries(lines: readonly string[], { start, end }: Range): Place[] {
  const indent = Math.min(
    ...lines.slice(start, end).flatMap(line => /^( *)[*+-] /.exec(line)?.[1]?.length ?? []),
  )
  const places: { first: number; last: number; isEntry: boolean }[] = []
  for (let row = start; row < end; row++) {
    const line = lines[row] ?? ''
    if (line.trim() === '') continue
    const last = places.at(-1)
    const isEntry = line.startsWith('|') || (/^ *[*+-] /.test(line) && line.search(/\S/) === indent)
    const goesOn = last !== undefined && !isEntry && (last.last === row - 1 || /^\s/.test(line))
    if (goesOn) last.last = row
    else places.push({ first: row, last: row, isEntry })
  }
  const content = { value: undefined, tryNames: () => undefined, open: () => undefined }
  return places.map(({ first, last, isEntry }) => ({
    first,
    last,
    signature: isEntry ? `entry ${toPlainText(lines.slice(first, last + 1).join(''))}` : undefined,
    commutes: isEntry,
    ...content,
  }))
}
