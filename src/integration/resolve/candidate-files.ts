import { type Candidate, listCandidates } from '../../conflicts/candidates/list-candidates.ts'
import { tryOneSided } from '../../conflicts/candidates/one-sided.ts'
import type { TextConflict } from '../../conflicts/text/text-conflict.ts'
import type { ConflictedPath } from '../../git/merge/merge-record.ts'
import { writeObject } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import {
  type MergeableFile,
  type ResolvedFile,
  type Resolving,
  tryReadMergeable,
  type UnresolvedFile,
} from '../../merging/merge-conflict.ts'
import type { Integration } from '../../model/plan.ts'

/** The state of resolving a merge. */
export interface OpenFiles {
  /** Resolved files. */
  readonly files: readonly ResolvedFile[]
  /** Files to regenerate from the rest. */
  readonly generated: readonly ConflictedPath[]
  readonly left: readonly UnresolvedFile[]
}

/** A file that rules could not resolve, with candidates for tests to choose from. */
export interface CandidateFile extends MergeableFile {
  readonly file: UnresolvedFile
  readonly candidates: readonly Candidate[]
}

/** The candidates for a file. None if a side has no text of it. */
export async function listFileCandidates(
  { resolvers, candidates: { most } }: Integration,
  versions: TextConflict | undefined,
): Promise<readonly Candidate[]> {
  return versions === undefined ? [] : listCandidates(versions, { resolvers, limit: most })
}

/** All files of a merge with their candidates; undefined if one has none. */
export async function tryCandidateFiles(
  { control, context }: Resolving,
  left: readonly UnresolvedFile[],
): Promise<CandidateFile[] | undefined> {
  const files: CandidateFile[] = []
  for (const file of left) {
    const mergeable = await tryReadMergeable(control, file.conflict)
    const candidates = await listFileCandidates(context.plan.integration, mergeable?.versions)
    if (mergeable === undefined || candidates.length === 0) return undefined
    files.push({ file, ...mergeable, candidates })
  }
  return files
}

/** The entries of some files with one text each. */
export function writeTexts(
  { control }: Resolving,
  files: readonly CandidateFile[],
  texts: readonly string[],
): Promise<[string, TreeEntry][]> {
  const { store } = control.repository
  return Promise.all(
    files.map(async ({ file, mode }, index): Promise<[string, TreeEntry]> => {
      const id = await writeObject(store, 'blob', texts[index] as string)
      return [file.conflict.path, { mode, id }]
    }),
  )
}

/** All files without the changes of one side; undefined if one does not parse then. */
export async function tryOneSidedTexts(
  files: readonly CandidateFile[],
  side: 'ours' | 'theirs',
): Promise<string[] | undefined> {
  const texts = await Promise.all(files.map(({ versions }) => tryOneSided(versions, side)))
  return texts.every(text => text !== undefined) ? texts : undefined
}
