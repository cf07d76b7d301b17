import type { ResolvedFile } from './merge-conflict.ts'
import type { StoredResolution } from './resolution-cache.ts'

/** The stored form of a resolution for a file that both sides have. */
export function toStoredResolution(
  by: StoredResolution['by'],
  { conflict: { path, base, ours, theirs }, result, proof, choices, candidate }: Omit<ResolvedFile, 'by'>,
): StoredResolution {
  return {
    path,
    base: base?.id ?? null,
    ours: ours?.id ?? '',
    theirs: theirs?.id ?? '',
    result: { mode: result.mode as StoredResolution['result']['mode'], id: result.id },
    by,
    proof,
    choices: [...choices],
    ...(candidate && { candidate }),
  }
}
