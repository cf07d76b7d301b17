import type { Change } from '../../model/change.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Task } from '../../model/plan.ts'

/** A change with what the gates must know of its new content. */
export interface GatedChange extends Change {
  /** Bytes of the new content; 0 for a deleted file. */
  readonly size: number
  /** Where a symbolic link leads; undefined for everything else. */
  readonly linkTarget: string | undefined
}

export interface GateInput {
  readonly task: Task
  readonly protectedGlobs: readonly string[]
  readonly maxFileMegabytes: number
  readonly changes: readonly GatedChange[]
  /** Files that git could not take. */
  readonly problems: readonly string[]
}

/** Why an attempt was not accepted. */
export interface Refusal {
  readonly outcome: Outcome
  /** One line for people. */
  readonly reason: string
  /** Feedback for the next attempt. */
  readonly feedback: string
  /** Changes that are reverted before the next attempt. */
  readonly undo: readonly string[]
}

/** A check that a task must pass. Undefined: passed. */
export type Gate = (input: GateInput) => Refusal | undefined

/** At most this many paths are named in one sentence. */
const maxNamed = 5

export function listPaths(paths: readonly string[]): string {
  const named = paths.slice(0, maxNamed).join(', ')
  return paths.length > maxNamed ? `${named} and ${paths.length - maxNamed} more` : named
}
