import type { ConflictedPath, MergeRecord } from '../git/merge/merge-record.ts'
import { writeObject } from '../git/objects/objects.ts'
import type { ControlRepository } from '../git/repository/control-repository.ts'
import type { Integration } from '../model/plan.ts'
import {
  applyFiles,
  findUnsupported,
  type MergeResolution,
  type ResolvedFile,
  tryMergeModes,
  tryReadMergeable,
  type UnresolvedFile,
} from './merge-conflict.ts'

/** Resolves the conflict of one file from its three versions alone: the same everywhere. */
export async function resolveByRules(
  control: ControlRepository,
  resolvers: Integration['resolvers'],
  conflict: ConflictedPath,
): Promise<ResolvedFile | UnresolvedFile> {
  const mergeable = await tryReadMergeable(control, conflict)
  if (mergeable === undefined) return { conflict, reasons: [toShapeReason(conflict)] }
  const { versions, mode } = mergeable
  const { resolveText } = await import('../conflicts/resolve-text.ts')
  const answer = await resolveText(versions, { resolvers })
  if (answer.kind === 'declined') return { conflict, reasons: answer.reasons }
  const id = await writeObject(control.repository.store, 'blob', answer.text)
  const choices = answer.overrides.map(({ sentence }) => sentence)
  return { conflict, result: { mode, id }, by: `rule:${answer.tier}`, proof: answer.proof, choices }
}

/** The same for all files of a conflicted merge. All or none. */
export async function resolveMergeByRules(
  control: ControlRepository,
  { resolvers, onConflict }: Pick<Integration, 'resolvers' | 'onConflict'>,
  record: Extract<MergeRecord, { kind: 'conflicted' }>,
): Promise<MergeResolution> {
  const { tree, conflicts } = record
  const unsupported = findUnsupported(record)
  if (unsupported.length > 0) return { kind: 'unresolved', left: unsupported }
  const allowed = onConflict === 'stop' ? [] : resolvers
  const tried = await Promise.all(conflicts.map(conflict => resolveByRules(control, allowed, conflict)))
  const left = tried.filter(file => 'reasons' in file)
  if (left.length > 0) return { kind: 'unresolved', left }
  const files = tried.filter(file => 'result' in file)
  return { kind: 'resolved', tree: await applyFiles(control, tree, files), files }
}

function toShapeReason(conflict: ConflictedPath): string {
  const { base, ours, theirs, isBinary } = conflict
  if (isBinary) return 'it is a binary file, or `.gitattributes` says not to merge it (`-merge`, `binary`)'
  if (ours === undefined || theirs === undefined) {
    const side = ours === undefined ? 'a branch merged before' : 'the branch'
    return base === undefined ? 'a rename or a folder is in the way' : `${side} deletes or moves it`
  }
  const isPlain = [base, ours, theirs].every(side => side === undefined || side.mode.startsWith('100'))
  return isPlain && tryMergeModes(conflict) !== undefined
    ? 'the file is not in UTF-8'
    : 'the sides changed its type or mode in different ways'
}
