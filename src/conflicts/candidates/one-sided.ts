import { tryCheckSyntax } from '../proof/parses.ts'
import type { FileConflict } from '../text/text-conflict.ts'
import { tryPlainConflict } from '../text/text-shape.ts'
import { mergeLines } from '../text/three-way.ts'

/**
 * The merged file with only one side's version of every place that both changed: the other side's changes there are dropped. A test
 * that passes on it does not depend on those changes. Undefined if the result does not parse.
 */
export async function tryOneSided(
  conflict: FileConflict,
  side: 'ours' | 'theirs',
): Promise<string | undefined> {
  const { path, base = '', ours, theirs } = conflict
  if (ours === undefined || theirs === undefined) return undefined
  const plain = tryPlainConflict({ path, base, ours, theirs })
  if (plain === undefined) return undefined
  const segments = mergeLines(plain.conflict.base ?? '', plain.conflict.ours, plain.conflict.theirs)
  const lines = segments.flatMap(segment => (segment.kind === 'merged' ? segment.items : segment[side]))
  const text = lines.join('')
  return (await tryCheckSyntax(path, text)) === false ? undefined : plain.restore(text)
}
