import type { ObjectId } from '../objects/objects.ts'
import type { TreeEntry } from '../objects/tree-entry.ts'

/** A conflicted path, with its versions. */
export interface ConflictedPath {
  readonly path: string
  readonly base?: TreeEntry
  readonly ours?: TreeEntry
  readonly theirs?: TreeEntry
  /** Binary for git: by its content or by `.gitattributes`. */
  readonly isBinary?: true
}

/** git's merge of two commits. The tree of a conflicted merge holds conflict markers. */
export type MergeRecord =
  | { readonly kind: 'clean'; readonly tree: ObjectId }
  | {
      readonly kind: 'conflicted'
      readonly tree: ObjectId
      readonly conflicts: readonly ConflictedPath[]
      readonly messages: readonly MergeMessage[]
    }

/** A message of git about a merge, for example type `CONFLICT (modify/delete)`. */
export interface MergeMessage {
  readonly type: string
  readonly text: string
  readonly paths: readonly string[]
}

/**
 * Reads one answer of `git merge-tree --stdin -z`, one NUL-terminated field a step: status, tree, the stages of conflicted files up
 * to an empty field, then (for a conflict) messages up to an empty field.
 */
export function* readMergeRecord(): Generator<undefined, MergeRecord, string> {
  const status = yield
  const tree = yield
  const stages: string[] = []
  for (let field = yield; field !== ''; field = yield) stages.push(field)
  if (status === '1') return { kind: 'clean', tree }
  if (status !== '0') throw new Error(`git merge-tree could not read its input (status ${status})`)

  const messages: MergeMessage[] = []
  for (let count = yield; count !== ''; count = yield) {
    const paths: string[] = []
    while (paths.length < Number(count)) paths.push(yield)
    const type = yield
    const text = yield
    messages.push({ paths, type, text: text.trim() })
  }
  return { kind: 'conflicted', tree, conflicts: toConflicts(stages).map(toMarked(messages)), messages }
}

function toMarked(messages: readonly MergeMessage[]): (conflict: ConflictedPath) => ConflictedPath {
  const binary = new Set(messages.flatMap(({ type, paths }) => (type === 'CONFLICT (binary)' ? paths : [])))
  return conflict => (binary.has(conflict.path) ? { ...conflict, isBinary: true } : conflict)
}

const sides = { '1': 'base', '2': 'ours', '3': 'theirs' } as const

function toConflicts(stages: readonly string[]): ConflictedPath[] {
  const conflicts = new Map<string, ConflictedPath>()
  for (const line of stages) {
    const [, mode = '', id = '', stage = '', path = ''] =
      /^(\d+) ([0-9a-f]+) ([123])\t(.*)$/s.exec(line) ?? []
    const side = sides[stage as keyof typeof sides]
    conflicts.set(path, { ...(conflicts.get(path) ?? { path }), [side]: { mode, id } })
  }
  return [...conflicts.values()]
}
