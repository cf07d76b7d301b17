import { parse } from '@decimalturn/toml-patch'
import { type Container, type MemberPlace, tryToMembers } from '../members/member.ts'
import { toLines } from '../text/lines.ts'
import { decideValue } from './decide-value.ts'
import { decideInlineList } from './inline-lists.ts'
import { isAccepted, type KeyFormat } from './key-format.ts'

export const tomlFormat: KeyFormat = {
  read: readToml,
  decide: (name, versions) => decideInlineList(versions) ?? decideValue(name, versions),
  areLinesUnique: true,
  parses: text => isAccepted(text, parse),
  toValue: parse,
}

/** The tables of a TOML text with their keys. Tables of a list have no names, so their order matters. */
function readToml(text: string): Container | undefined {
  const lines = toLines(text)
  const rows = findRows(lines)
  const headers = rows.filter(({ first }) => (lines[first] ?? '').trimStart().startsWith('['))
  const top = headers[0] === undefined ? lines.length : toStart(lines, headers[0].first)
  const keys = rows.filter(({ first }) => first < top).map(row => toKeyPlace(lines, row))
  const tables = headers.map(({ first }, index) => {
    const next = headers[index + 1]
    return toTablePlace(lines, rows, {
      first,
      end: next === undefined ? lines.length : toStart(lines, next.first),
    })
  })
  const members = tryToMembers(lines, { start: 0, end: lines.length }, [...keys, ...tables])
  return members && { head: [], list: { isCommaSeparated: false, ...members }, tail: [] }
}

interface Row {
  readonly first: number
  readonly last: number
}

/** Comments directly above a table belong to it; blank lines above them belong to no table. */
function toStart(lines: readonly string[], first: number): number {
  let start = first
  while (start > 0 && /^\s*#/.test(lines[start - 1] ?? '')) start--
  while (start > 0 && (lines[start - 1] ?? '').trim() === '') start--
  return start
}

/** The rows of each header, and of each key with its value, which may span several lines. */
function findRows(lines: readonly string[]): Row[] {
  const rows: Row[] = []
  for (let row = 0; row < lines.length; row++) {
    const line = lines[row] ?? ''
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const last = line.trimStart().startsWith('[') ? row : findEnd(lines, row)
    rows.push({ first: row, last })
    row = last
  }
  return rows
}

function findEnd(lines: readonly string[], first: number): number {
  let text = ''
  for (let row = first; row < lines.length; row++) {
    text += lines[row]
    if (!isOpen(text)) return row
  }
  return first
}

/** Whether a long string or a bracket is still open. */
function isOpen(text: string): boolean {
  const withoutStrings = text
    .replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '')
    .replace(/"(?!"")(?:[^"\\\n]|\\.)*"|'(?!'')[^'\n]*'/g, '')
  if (/"""|'''/.test(withoutStrings)) return true
  const code = withoutStrings.replace(/#.*/g, '')
  const count = (pattern: RegExp) => code.match(pattern)?.length ?? 0
  return count(/[[{]/g) > count(/[\]}]/g)
}

function toKeyPlace(lines: readonly string[], { first, last }: Row): MemberPlace {
  const text = lines.slice(first, last + 1).join('')
  const key = /^\s*((?:"[^"]*"|'[^']*'|[^=])*?)\s*=/.exec(text)?.[1] ?? text.trim()
  const value = /=\s*(["'])([^"'\n]*)\1\s*(#.*)?$/.exec(text.trimEnd())?.[2]
  const content = { tryNames: () => undefined, open: () => undefined }
  return { first, last, signature: `key ${key}`, commutes: true, value, ...content }
}

function toTablePlace(
  lines: readonly string[],
  rows: readonly Row[],
  { first, end }: { readonly first: number; readonly end: number },
): MemberPlace {
  const header = (lines[first] ?? '').replace(/#.*/, '').trim()
  const isListed = header.startsWith('[[')
  const keys = rows.filter(row => row.first > first && row.first < end)
  const last = keys.at(-1)?.last ?? first
  const places = keys.map(row => toKeyPlace(lines, row))
  const name = isListed
    ? `${header} ${places.map(toIdentity).find(text => text !== undefined) ?? ''}`
    : header
  const start = first + 1
  return {
    first,
    last,
    signature: `key ${name}`,
    commutes: !isListed,
    value: undefined,
    tryNames: () => undefined,
    open: () => {
      const members = tryToMembers(lines, { start, end: last + 1 }, places)
      return (
        members && {
          head: lines.slice(first, start),
          list: { isCommaSeparated: false, ...members },
          tail: [],
        }
      )
    },
  }
}

/** A table of a list is identified by its `id` or `name`. */
function toIdentity({ signature, value }: MemberPlace): string | undefined {
  return signature === 'key id' || signature === 'key name' ? value : undefined
}
