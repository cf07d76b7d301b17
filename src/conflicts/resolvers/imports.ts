import { posix } from 'node:path'
import { tryReadUsings } from '../formats/usings.ts'
import type { ImportBlock } from '../members/import-block.ts'
import { mergeMembers } from '../members/merge-members.ts'
import { decideNames } from '../members/merge-names.ts'
import { tryReadImportBlock } from '../syntax/import-block.ts'
import { tryParse } from '../syntax/parsers.ts'
import { toLines } from '../text/lines.ts'
import { declined, type Resolution, type TextConflict } from '../text/text-conflict.ts'
import type { Three } from '../text/three-way.ts'

/** Merges the imports at the head of a file as sets of names. Other resolvers merge the rest. */
export async function resolveImports(conflict: TextConflict): Promise<Resolution> {
  const { path, base, ours, theirs } = conflict
  if (base === undefined) return declined('the file is new on both sides')
  const texts: Three<string> = [base, ours, theirs]
  const blocks: (ImportBlock | undefined)[] = []
  for (const text of texts) blocks.push(await tryReadBlock(path, text))
  const [before, left, right] = blocks
  if (before === undefined || left === undefined || right === undefined)
    return declined('a version has no recognized imports at its head')
  const merged = mergeMembers([before.list, left.list, right.list], {
    decide: decideNames,
    mergesAdded: false,
  })
  if (merged.kind === 'clash') return declined(merged.reason)
  const [newBase, newOurs, newTheirs] = [before, left, right].map((block, index) =>
    replaceRows(texts[index] as string, block, merged.lines),
  ) as unknown as Three<string>
  return {
    kind: 'reduced',
    conflict: { path, base: newBase, ours: newOurs, theirs: newTheirs },
    overrides: merged.overrides,
  }
}

async function tryReadBlock(path: string, text: string): Promise<ImportBlock | undefined> {
  if (posix.extname(path) === '.cs') return tryReadUsings(text)
  const tree = await tryParse(path, text)
  if (tree === undefined) return undefined
  try {
    return tree.root.hasError ? undefined : tryReadImportBlock(tree)
  } finally {
    tree.free()
  }
}

function replaceRows(text: string, { start, end }: ImportBlock, lines: readonly string[]): string {
  return toLines(text)
    .toSpliced(start, end - start, ...lines)
    .join('')
}
