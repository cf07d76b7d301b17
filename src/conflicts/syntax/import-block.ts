import type { ImportBlock } from '../members/import-block.ts'
import { toLines } from '../text/lines.ts'
import { tryFileMembers } from './members.ts'
import type { SyntaxTree } from './parsers.ts'

/** The first imports of a file, up to the first other member. Undefined if there are none, or two share a line. */
export function tryReadImportBlock(tree: SyntaxTree): ImportBlock | undefined {
  const file = tryFileMembers(tree, toLines(tree.text))
  if (file === undefined) return undefined
  const isImport = ({ key }: { readonly key: string }) => key.startsWith('import ')
  const first = file.members.findIndex(isImport)
  if (first === -1) return undefined
  const behind = file.members.findIndex((member, index) => index > first && !isImport(member))
  const imports = file.members.slice(first, behind === -1 ? file.members.length : behind)
  const count = (members: typeof imports) =>
    members.reduce((sum, { gap, lines }) => sum + gap.length + lines.length, 0)
  const start = count(file.members.slice(0, first)) + (imports[0]?.gap.length ?? 0)
  // The tree may be freed before the members are merged: opening them later would fail.
  const members = imports.map((member, index) => ({
    ...member,
    gap: index === 0 ? [] : member.gap,
    open: () => undefined,
  }))
  return { list: { isCommaSeparated: false, members, rest: [] }, start, end: start + count(members) }
}
