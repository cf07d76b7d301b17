import * as z from 'zod'
import { tryMergeModes, type UnresolvedFile } from '../../merging/merge-conflict.ts'
import { submoduleMode } from '../../model/file-modes.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toOwnName } from './colliding.ts'
import type { MergeStep } from './merge-step.ts'

const entry = z.strictObject({ mode: z.string(), id: z.string() })

/** What is known about a conflicted file while a person resolves it. */
export const openConflictSchema = z.strictObject({
  path: z.string(),
  base: entry.optional(),
  /** Undefined: that side deletes or moves it. */
  ours: entry.optional(),
  theirs: entry.optional(),
  /** Of the merged file; undefined: the sides disagree. */
  mode: z.string().optional(),
  isBinary: z.literal(true).optional(),
})
export type OpenConflict = z.output<typeof openConflictSchema>

/** The unresolved files with their versions. Throws if one has none, so that it can only be merged as a whole. */
export function requireOpen(
  { task, left }: Extract<MergeStep, { kind: 'conflicted' }>,
  commands: readonly string[],
): OpenConflict[] {
  const closed = left.find(isClosed)
  if (closed !== undefined)
    throw new RefusedError(
      [
        `${toOwnName(closed.conflict.path)} cannot be resolved by itself: ${closed.reasons.at(-1)}`,
        `merge it in your own checkout, on the branch of ${task}; the next merge uses your commit:`,
        ...commands.map(command => `  ${command}`),
      ].join('\n'),
    )
  return left.map(({ conflict }) => toOpen(conflict))
}

function toOpen(conflict: UnresolvedFile['conflict']): OpenConflict {
  const mode = tryMergeModes(conflict)
  return { ...conflict, ...(mode !== undefined && { mode }) }
}

/** Whether a path has no versions, stands for a folder under another name, or is a submodule. */
function isClosed({ conflict: { path, base, ours, theirs } }: UnresolvedFile): boolean {
  const sides = [base, ours, theirs].filter(side => side !== undefined)
  return sides.length === 0 || path !== toOwnName(path) || sides.some(({ mode }) => mode === submoduleMode)
}
