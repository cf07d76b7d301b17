import type { ResolvedFile } from './merge-conflict.ts'
import type { StoredResolution } from './resolution-cache.ts'

/** The stored form of a resolution. */
export function toStoredResolution(
  by: StoredResolution['by'],
  {
    conflict: { path, base, ours, theirs },
    result,
    moved,
    proof,
    choices,
    candidate,
  }: Omit<ResolvedFile, 'by'>,
): StoredResolution {
  return {
    path,
    base: base?.id ?? null,
    ours: ours?.id ?? null,
    theirs: theirs?.id ?? null,
    result: result === undefined ? null : { mode: result.mode as StoredMode, id: result.id },
    ...(moved && { moved: moved.map(file => ({ ...file, mode: file.mode as StoredMode })) }),
    by,
    proof,
    choices: [...choices],
    ...(candidate && { candidate }),
  }
}

type StoredMode = NonNullable<StoredResolution['result']>['mode']
