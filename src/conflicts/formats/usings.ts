import type { ImportBlock } from '../members/import-block.ts'
import { toComparableText, tryToMembers } from '../members/member.ts'
import { toLines } from '../text/lines.ts'

const directive = /^\s*(global\s+)?using\s+(static\s+)?[\w.]+(\s*=\s*[\w.<>,\s]+)?\s*;/

/** The `using` directives of a C# file, up to the first other line. Undefined if there are none. */
export function tryReadUsings(text: string): ImportBlock | undefined {
  const lines = toLines(text)
  const start = lines.findIndex(line => directive.test(line))
  if (start === -1) return undefined
  const rows = lines.map((line, row) => ({ line, row })).slice(start)
  const behind = rows.find(({ line }) => line.trim() !== '' && !directive.test(line))?.row ?? lines.length
  const usings = rows.filter(({ line, row }) => row < behind && directive.test(line)).map(({ row }) => row)
  const end = (usings.at(-1) ?? start) + 1
  const content = { commutes: true, value: undefined, tryNames: () => undefined, open: () => undefined }
  const places = usings.map(row => ({
    first: row,
    last: row,
    signature: `import ${toComparableText((lines[row] ?? '').replace(/\/\/.*/, ''))}`,
    ...content,
  }))
  const members = tryToMembers(lines, { start, end }, places)
  return members && { list: { isCommaSeparated: false, ...members }, start, end }
}
