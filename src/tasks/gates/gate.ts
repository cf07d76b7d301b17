import type { Change } from '../../model/change.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Plan, Task } from '../../model/plan.ts'

/** A change with the facts about its new content that gates need. */
export interface GatedChange extends Change {
  /** Bytes of the new content; 0 for a deleted file. */
  readonly size: number
  /** The target of a symbolic link; undefined for everything else. */
  readonly linkTarget: string | undefined
  /** Whether it is a `.gitattributes` that git servers refuse: see https://git-scm.com/docs/git-fsck. */
  readonly hasRefusedAttributes?: boolean
}

export interface GateInput {
  readonly task: Task
  /** A gate reads its own keys. */
  readonly plan: Plan
  readonly changes: readonly GatedChange[]
  /** Files that git could not add. */
  readonly problems: readonly string[]
}

/** Why an attempt was refused. */
export interface Refusal {
  readonly outcome: Outcome
  /** One line for people. */
  readonly reason: string
  /** Feedback for the next attempt. */
  readonly feedback: string
  /** Changes to revert before the next attempt. */
  readonly undo: readonly string[]
}

/** A check that a task must pass. Undefined: passed. */
export type Gate = (input: GateInput) => Refusal | undefined

/** For an agent, which must act on each path. A prompt that names all of 100,000 files cannot be given. */
export function listForAgent(paths: readonly string[]): string {
  return listSome(paths, 100)
}
