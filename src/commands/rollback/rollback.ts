import type { ObjectId } from '../../git/objects/objects.ts'
import type { Ref } from '../../git/refs/refs.ts'
import type { TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import type { EmitEvent } from '../../model/run-event.ts'

export interface RollbackOptions {
  readonly task: TaskId
  readonly run: string | undefined
  readonly dryRun: boolean
  /** Also delete the branch and the kept work of a task that has not landed. */
  readonly discardWork: boolean
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/** What is (or would be) rolled back, and how. */
export interface Rollback {
  readonly run: string
  /** The task and those that build on it, each after its prerequisites. */
  readonly tasks: readonly TaskId[]
  /** Why each of the others is included. */
  readonly reasons: Readonly<Record<TaskId, string>>
  /**
   * `rebuild`: the integration branch is rebuilt without it. `revert`: it is already in the target, which gets revert commits.
   * `close`: it has not landed, and is not retried.
   */
  readonly way: 'rebuild' | 'revert' | 'close'
  readonly target: string
  /** The commits on the target that revert the tasks, oldest first. */
  readonly reverts: readonly ObjectId[]
  /** The deleted refs, with their commits. */
  readonly discarded: readonly Ref[]
  /** Undefined after a dry run. */
  readonly report: Report | undefined
}
