import { isUtf8 } from 'node:buffer'
import type { TextConflict } from '../conflicts/text/text-conflict.ts'
import type { ConflictedPath, MergeRecord } from '../git/merge/merge-record.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { TreeEntry } from '../git/objects/tree-entry.ts'
import type { ControlRepository } from '../git/repository/control-repository.ts'
import { editTree } from '../git/trees/tree-edit.ts'
import type { TaskId } from '../model/plan.ts'
import type { RunContext } from '../run/run-context.ts'
import type { ChosenCandidate } from './chosen-candidate.ts'
import type { ResolutionCache } from './resolution-cache.ts'
import type { VerdictStore } from './verdict-store.ts'

/** A conflicted merge. */
export interface ConflictedMerge {
  readonly task: TaskId
  /** Tasks merged before. */
  readonly with: readonly TaskId[]
  /** The ones that changed the same files. */
  readonly colliding: readonly TaskId[]
  /** The merged commits. */
  readonly ours: ObjectId
  readonly theirs: ObjectId
  readonly record: Extract<MergeRecord, { kind: 'conflicted' }>
}

/** The tests' verdict on one candidate. */
export interface CandidateTrial {
  readonly kind: string
  /** `passed`, `not tried`, or the reason against it. */
  readonly verdict: string
}

/** The attempt to choose among a file's candidates by tests. */
export interface TrialCounts {
  readonly candidates: readonly CandidateTrial[]
  /** Test runs of the colliding tasks, for the whole merge. */
  readonly runs: number
}

/** A new file with the content of a deleted one. */
export interface MovedFile extends TreeEntry {
  readonly path: string
}

/** A resolved file, and how it was resolved. */
export interface ResolvedFile {
  readonly conflict: ConflictedPath
  /** Undefined: deleted. */
  readonly result: TreeEntry | undefined
  /** Where a person put its content instead: a third name, where each side has renamed the file. */
  readonly moved?: readonly MovedFile[]
  /** `rule:keys`, `tests`, `agent`, `person`, … */
  readonly by: string
  /** What was checked, in one line. */
  readonly proof: string
  /** Overrides: decisions against a side. */
  readonly choices: readonly string[]
  /** Set with `by: tests`. */
  readonly candidate?: ChosenCandidate
  readonly trials?: TrialCounts
}

export interface UnresolvedFile {
  readonly conflict: ConflictedPath
  /** Why it stayed unresolved, one line an attempt. */
  readonly reasons: readonly string[]
  readonly trials?: TrialCounts
}

export type MergeResolution =
  | { readonly kind: 'resolved'; readonly tree: ObjectId; readonly files: readonly ResolvedFile[] }
  | {
      readonly kind: 'unresolved'
      readonly left: readonly UnresolvedFile[]
      /** The resolved files, for the person who resolves the rest. */
      readonly files?: readonly ResolvedFile[]
      /** Files that a command generates from the merged rest. */
      readonly generated?: readonly ConflictedPath[]
    }

export interface Resolving {
  readonly context: RunContext
  /** Where to merge. */
  readonly control: ControlRepository
  readonly cache: ResolutionCache
  /** Test results of candidates; undefined: candidates are not tried. */
  readonly verdicts: VerdictStore | undefined
}

/** Conflicts about one file, with the versions of both commits. */
const plainConflict =
  /^CONFLICT \((contents|binary|modify\/delete|rename\/delete|file\/directory|distinct modes)\)$/

/**
 * Conflicts that new file contents cannot solve: folders moved to several places, files moved to one place that already hold
 * conflict markers, names that are not UTF-8.
 */
export function findUnsupported({ messages, conflicts }: ConflictedMerge['record']): UnresolvedFile[] {
  const unsupported = messages.filter(({ type }) => type.startsWith('CONFLICT') && !plainConflict.test(type))
  const unnamed = conflicts.filter(({ path }) => path.includes('\uFFFD'))
  const isUnexplained = conflicts.length === 0 && unsupported.length === 0
  return [
    ...unsupported.map(({ paths, text }) => ({
      conflict: conflicts.find(({ path }) => paths.includes(path)) ?? { path: paths[0] ?? wholeTree },
      reasons: [text],
    })),
    ...unnamed.map(conflict => ({ conflict, reasons: ['its name is not UTF-8'] })),
    ...(isUnexplained ? [{ conflict: { path: wholeTree }, reasons: ['git reports no path'] }] : []),
  ]
}

/** Used in place of a path if a conflict has none. */
export const wholeTree = 'the whole tree'

/** A tree with some conflicts resolved. */
export function applyFiles(
  { repository }: ControlRepository,
  tree: ObjectId,
  files: readonly ResolvedFile[],
): Promise<ObjectId> {
  const moved = files
    .flatMap(file => file.moved ?? [])
    .map(({ path, mode, id }) => [path, { mode, id }] as const)
  const own = files.map(({ conflict, result }) => [conflict.path, result] as const)
  return editTree(repository, tree, new Map([...moved, ...own]))
}

/** A file that can be merged: its versions as text, and the mode that it then has. */
export interface MergeableFile {
  readonly versions: TextConflict
  readonly mode: string
}

/** Undefined if a version is missing or no text, or if both sides changed the mode differently. */
export async function tryReadMergeable(
  control: ControlRepository,
  conflict: ConflictedPath,
): Promise<MergeableFile | undefined> {
  const versions = await tryReadVersions(control, conflict)
  const mode = tryMergeModes(conflict)
  return versions === undefined || mode === undefined ? undefined : { versions, mode }
}

/** The three versions of a file as text; undefined if one is missing, not a plain file, or not mergeable text. */
export async function tryReadVersions(
  { repository }: ControlRepository,
  { path, base, ours, theirs, isBinary }: ConflictedPath,
): Promise<TextConflict | undefined> {
  const sides = [ours, theirs, ...(base === undefined ? [] : [base])]
  if (isBinary || sides.some(side => side === undefined || !side.mode.startsWith('100'))) return undefined
  const read = async (side: TreeEntry | undefined) =>
    side && (await repository.objects.read(side.id))?.content
  const contents = await Promise.all([read(base), read(ours), read(theirs)])
  if (contents.some(content => content !== undefined && !isUtf8(content))) return undefined
  const texts = contents.map(content => content?.toString('utf8'))
  return { path, base: texts[0], ours: texts[1] ?? '', theirs: texts[2] ?? '' }
}

/** The mode of a merged file: from the side that changed it. Undefined if both changed it differently. */
export function tryMergeModes({ base, ours, theirs }: ConflictedPath): string | undefined {
  if (ours?.mode === theirs?.mode) return ours?.mode
  if (base?.mode === ours?.mode) return theirs?.mode
  return base?.mode === theirs?.mode ? ours?.mode : undefined
}
