import { type Container, type MemberPlace, tryToMembers } from '../members/member.ts'
import { toLines } from '../text/lines.ts'
import { decideValue } from './decide-value.ts'
import type { KeyFormat } from './key-format.ts'

export const goModuleFormat: KeyFormat = { read: tryReadGoModule, decide: decideValue, areLinesUnique: true }

/** The directives of a go.mod, and the modules in its blocks, by path. Undefined if a block is not closed. */
function tryReadGoModule(text: string): Container | undefined {
  const lines = toLines(text)
  const places = tryReadPlaces(lines, { start: 0, end: lines.length }, '')
  const members = places && tryToMembers(lines, { start: 0, end: lines.length }, places)
  return members && { head: [], list: { isCommaSeparated: false, ...members }, tail: [] }
}

function tryReadPlaces(
  lines: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
  directive: string,
): MemberPlace[] | undefined {
  const places: MemberPlace[] = []
  for (let row = start; row < end; row++) {
    const line = (lines[row] ?? '').replace(/\/\/.*/, '').trim()
    if (line === '') continue
    const opened = /^(\w+) \($/.exec(line)?.[1]
    const close =
      opened === undefined ? row : lines.findIndex((other, index) => index > row && other.trim() === ')')
    if (close === -1) return undefined
    places.push(
      opened === undefined
        ? toLinePlace(row, `${directive} ${line}`.trim())
        : toBlockPlace(lines, row, close, opened),
    )
    row = close
  }
  return places
}

/** Number of words in a directive that ends with a version; of exclusions, each version counts by itself. */
const versionedAt = new Map([
  ['go', 2],
  ['toolchain', 2],
  ['require', 3],
])

/** `go 1.22`, `require example.com/a v1.2.3` (in a block: without the first word), `replace a => ../a`. */
function toLinePlace(row: number, text: string): MemberPlace {
  const words = text.split(/\s+/)
  const value = words.at(-1)
  const isVersioned = words.length === versionedAt.get(words[0] ?? '')
  const arrow = words.indexOf('=>')
  const count = isVersioned ? -1 : arrow === -1 ? words.length : arrow
  const signature = `key ${words.slice(0, count).join(' ')}`
  const content = { tryNames: () => undefined, open: () => undefined }
  return {
    first: row,
    last: row,
    signature,
    commutes: true,
    value: isVersioned ? value : undefined,
    ...content,
  }
}

function toBlockPlace(lines: readonly string[], first: number, last: number, directive: string): MemberPlace {
  const range = { start: first + 1, end: last }
  const places = tryReadPlaces(lines, range, directive)
  const members = places && tryToMembers(lines, range, places)
  const modules = members?.members.map(member => member.lines.join('').includes('// indirect'))
  const kind =
    modules?.length !== undefined && modules.length > 0 && modules.every(isIndirect => isIndirect)
      ? ' indirect'
      : ''
  return {
    first,
    last,
    signature: `block ${directive}${kind}`,
    commutes: true,
    value: undefined,
    tryNames: () => undefined,
    open: () =>
      members && {
        head: lines.slice(first, first + 1),
        list: { isCommaSeparated: false, ...members },
        tail: lines.slice(last, last + 1),
      },
  }
}
