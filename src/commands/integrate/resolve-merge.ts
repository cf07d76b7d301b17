import type { FileConflict } from '../../git/merge-record.ts'
import { writeObject } from '../../git/objects.ts'
import {
  applyFiles,
  type ConflictedMerge,
  type MergeResolution,
  type ResolvedFile,
  type Resolving,
  tryMergeModes,
  tryReadVersions,
  type UnresolvedFile,
} from './merge-conflict.ts'
import { isGenerated, regenerate } from './regenerate.ts'
import { resolveWithAgent } from './resolve-with-agent.ts'

/**
 * Climbs the ladder for every file on which git stopped: what is remembered, rules, an agent; then files that a command makes are
 * made anew from the merged rest. All files or none: a merge that is resolved in part is not made.
 */
export async function resolveMerge(resolving: Resolving, merge: ConflictedMerge): Promise<MergeResolution> {
  const { context, harness } = resolving
  if (context.plan.integration.onConflict === 'stop')
    return leave(merge, 'the plan leaves conflicts to people')
  const generated = merge.record.conflicts.filter(conflict => isGenerated(context, conflict))
  const others = merge.record.conflicts.filter(conflict => !generated.includes(conflict))
  const tried = await Promise.all(others.map(conflict => resolveFile(resolving, conflict)))
  const files = tried.filter(file => 'result' in file)
  let left = tried.filter(file => 'reasons' in file)
  if (left.length > 0 && resolving.asksAgent) {
    const answer = await resolveWithAgent(resolving, merge, files, left)
    files.push(...answer.files)
    left = answer.left
  }
  if (left.length > 0) return { kind: 'unresolved', left }
  const made = await regenerate(resolving, merge, files, generated)
  if ('left' in made) return { kind: 'unresolved', left: made.left }
  files.push(...made.files)
  return { kind: 'resolved', tree: await applyFiles(harness, merge.record.tree, files), files }
}

async function resolveFile(
  resolving: Resolving,
  conflict: FileConflict,
): Promise<ResolvedFile | UnresolvedFile> {
  const { harness, cache, context } = resolving
  const { resolvers } = context.plan.integration
  const known = resolvers.includes('cache') ? await cache.tryFind(conflict) : undefined
  if (known !== undefined) {
    const { result, by, proof, choices } = known
    return { conflict, result, by: by === 'command' ? 'rule:generated' : by, proof, choices }
  }
  const versions = await tryReadVersions(harness, conflict)
  const mode = tryMergeModes(conflict)
  if (versions === undefined || mode === undefined) return { conflict, reasons: [toShapeReason(conflict)] }
  const { resolveText } = await import('../../merge/resolve-text.ts')
  const answer = await resolveText(versions, { resolvers })
  if (answer.kind === 'declined') return { conflict, reasons: answer.reasons }
  const id = await writeObject(harness.repository.store, 'blob', answer.text)
  const choices = answer.choices.map(({ sentence }) => sentence)
  return { conflict, result: { mode, id }, by: `rule:${answer.tier}`, proof: answer.proof, choices }
}

function toShapeReason({ base, ours, theirs }: FileConflict): string {
  if (ours === undefined || theirs === undefined) {
    const side = ours === undefined ? 'what is merged so far' : 'the branch'
    return base === undefined ? 'a rename or a folder is in the way' : `${side} deletes or moves it`
  }
  return 'its type or its mode was changed differently'
}

function leave({ record }: ConflictedMerge, reason: string): MergeResolution {
  return { kind: 'unresolved', left: record.conflicts.map(conflict => ({ conflict, reasons: [reason] })) }
}
