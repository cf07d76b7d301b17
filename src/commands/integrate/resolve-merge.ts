import type { Harness } from '../../git/harness.ts'
import type { FileConflict, MergeRecord, TreeEntry } from '../../git/merge-record.ts'
import { type ObjectId, writeObject } from '../../git/objects.ts'
import { editTree } from '../../git/tree-edit.ts'
import { resolveText } from '../../merge/resolve-text.ts'
import type { TextConflict } from '../../merge/text-conflict.ts'
import type { TaskId } from '../../plan/plan.ts'
import type { RunContext } from '../run/run-context.ts'
import { isGenerated, regenerate } from './regenerate.ts'
import type { ResolutionCache } from './resolution-cache.ts'
import { resolveWithAgent } from './resolve-with-agent.ts'

/** A merge on which git stopped. */
export interface ConflictedMerge {
  readonly task: TaskId
  /** Tasks that are merged already. */
  readonly with: readonly TaskId[]
  /** The commits that are merged. */
  readonly ours: ObjectId
  readonly theirs: ObjectId
  readonly record: Extract<MergeRecord, { kind: 'conflicted' }>
}

/** A file whose conflict is resolved, and how. */
export interface ResolvedFile {
  readonly conflict: FileConflict
  readonly result: TreeEntry
  /** `rule:keys`, `agent`, `person`, … */
  readonly by: string
  /** What was checked, in one line. */
  readonly proof: string
  /** What was decided against a side. */
  readonly choices: readonly string[]
}

export interface UnresolvedFile {
  readonly conflict: FileConflict
  /** Why nothing could resolve it, one line a try. */
  readonly reasons: readonly string[]
}

export type MergeResolution =
  | { readonly kind: 'resolved'; readonly tree: ObjectId; readonly files: readonly ResolvedFile[] }
  | { readonly kind: 'unresolved'; readonly left: readonly UnresolvedFile[] }

export interface Resolving {
  readonly context: RunContext
  /** Where the merge is made. */
  readonly harness: Harness
  readonly cache: ResolutionCache
  /** Whether the agent of the integration may be asked. */
  readonly asksAgent: boolean
}

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

/** A tree with the conflicts of some files resolved. */
export function applyFiles(
  { repository }: Harness,
  tree: ObjectId,
  files: readonly ResolvedFile[],
): Promise<ObjectId> {
  return editTree(repository, tree, new Map(files.map(({ conflict, result }) => [conflict.path, result])))
}

/** The three versions of a file as text; undefined when one of them is not there or not a plain file. */
export async function tryReadVersions(
  { repository }: Harness,
  { path, base, ours, theirs }: FileConflict,
): Promise<TextConflict | undefined> {
  const sides = [ours, theirs, ...(base === undefined ? [] : [base])]
  if (sides.some(side => side === undefined || !side.mode.startsWith('100'))) return undefined
  const read = async (side: TreeEntry | undefined) =>
    side && String((await repository.objects.read(side.id))?.content)
  const texts = await Promise.all([read(base), read(ours), read(theirs)])
  return { path, base: texts[0], ours: texts[1] as string, theirs: texts[2] as string }
}

/** The mode of a merged file: that of the side that has changed it. Undefined when both have, differently. */
export function tryMergeModes({ base, ours, theirs }: FileConflict): string | undefined {
  if (ours?.mode === theirs?.mode) return ours?.mode
  if (base?.mode === ours?.mode) return theirs?.mode
  return base?.mode === theirs?.mode ? ours?.mode : undefined
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
