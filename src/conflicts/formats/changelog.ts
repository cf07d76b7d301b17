import { type Container, type MemberPlace, toComparableText, tryToMembers } from '../members/member.ts'
import { findEntries, type MarkdownText, type Range, readMarkdown } from './markdown-entries.ts'

interface Section {
  /** Rows of the heading, of the content below it, and the row after its end. */
  readonly first: number
  readonly body: number
  readonly end: number
  readonly level: number
  readonly title: string
}

/** The sections of a Markdown changelog, with their entries. */
export function readChangelog(text: string): Container {
  const source = readMarkdown(text)
  const { lines } = source
  const list = readInside(source, { start: 0, end: lines.length }, 0)
  return { head: [], list: list ?? { isCommaSeparated: false, members: [], rest: lines }, tail: [] }
}

/** Titles of all sections, with the first lines of the entries directly below them. */
export function listSections(
  text: string,
): { readonly title: string; readonly entries: readonly string[] }[] {
  const source = readMarkdown(text)
  const { lines } = source
  const sections = findSections(source, { start: 0, end: lines.length })
  return sections.map(({ title, body, end }) => ({
    title,
    entries: findEntries(source, { start: body, end }).map(({ first }) =>
      toComparableText(lines[first] ?? ''),
    ),
  }))
}

function readInside(source: MarkdownText, range: Range, level: number): Container['list'] | undefined {
  const sections = toChildren(findSections(source, range), level)
  const start = sections[0]?.first ?? range.end
  const places = [
    ...findEntries(source, { start: range.start, end: start }),
    ...sections.map(section => toPlace(source, section)),
  ]
  const members = tryToMembers(source.lines, range, places)
  return members && { isCommaSeparated: false, ...members }
}

/** The top-level sections, each up to the next. */
function toChildren(sections: readonly Section[], level: number): Section[] {
  const inside = sections.filter(section => section.level > level)
  const top = Math.min(...inside.map(section => section.level))
  return inside.filter(section => section.level === top)
}

function toPlace(source: MarkdownText, section: Section): MemberPlace {
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
      const list = readInside(source, { start: body, end }, level)
      return list && { head: source.lines.slice(first, body), list, tail: [] }
    },
  }
}

/** Headings begin with `#`, or are underlined with `=` or `-`. */
function findSections({ outline }: MarkdownText, { start, end }: Range): Section[] {
  const starts = outline.slice(start, end).flatMap((_, index) => tryHeading(outline, start + index))
  return starts.map((section, index) => {
    const next = starts.slice(index + 1).find(other => other.level <= section.level)
    return { ...section, end: next?.first ?? end }
  })
}

function tryHeading(lines: readonly string[], row: number): Omit<Section, 'end'>[] {
  const line = lines[row] ?? ''
  const marked = /^(#{1,6})\s+(.*)/.exec(line)
  if (marked?.[1] !== undefined)
    return [{ first: row, body: row + 1, level: marked[1].length, title: toComparableText(marked[2] ?? '') }]
  const underline = /^(=+|-+)\s*$/.exec(lines[row + 1] ?? '')?.[1]
  if (underline === undefined || underline.length < 3 || !/^\w/.test(line)) return []
  return [
    { first: row, body: row + 2, level: underline.startsWith('=') ? 1 : 2, title: toComparableText(line) },
  ]
}
