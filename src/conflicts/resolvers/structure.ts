import type { MemberList } from '../members/member.ts'
import { mergeMembers } from '../members/merge-members.ts'
import { decideNames } from '../members/merge-names.ts'
import { tryFileMembers } from '../syntax/members.ts'
import { type SyntaxTree, tryParse } from '../syntax/parsers.ts'
import { toLines } from '../text/lines.ts'
import { declined, type Resolution, type TextConflict } from '../text/text-conflict.ts'

/** Merges declarations instead of lines: those of files, classes, objects and test suites, matched by signature. */
export async function resolveStructure({ path, base, ours, theirs }: TextConflict): Promise<Resolution> {
  if (base === undefined) return declined('the file is new on both sides')
  const trees = await Promise.all([base, ours, theirs].map(text => tryParse(path, text)))
  try {
    return mergeTrees(trees)
  } finally {
    for (const tree of trees) tree?.free()
  }
}

function mergeTrees(trees: readonly (SyntaxTree | undefined)[]): Resolution {
  const known = trees.filter(tree => tree !== undefined)
  if (known.length < trees.length) return declined('no grammar for this language')
  if (known.some(tree => tree.root.hasError)) return declined('a version has a syntax error')
  const [base, ours, theirs] = known.map(tree => tryFileMembers(tree, toLines(tree.text)))
  if (base === undefined || ours === undefined || theirs === undefined)
    return declined('two declarations share a line')
  return toResolution([base, ours, theirs])
}

function toResolution(lists: readonly [MemberList, MemberList, MemberList]): Resolution {
  const merged = mergeMembers(lists, { decide: decideNames, mergesAdded: false })
  if (merged.kind === 'clash') return declined(merged.reason)
  return { kind: 'resolved', text: merged.lines.join(''), overrides: merged.overrides }
}
