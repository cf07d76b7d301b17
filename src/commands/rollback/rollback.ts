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

/** What is (or would be) taken out, and how. */
export interface Rollback {
  readonly run: string
  /** The task and those that build on it, each behind what it needs. */
  readonly tasks: readonly TaskId[]
  /** Why each of the others goes, too. */
  readonly reasons: Readonly<Record<TaskId, string>>
  /**
   * `rebuild`: the integration branch is made without it. `revert`: it is in the target already, which gets revert commits.
   * `close`: it has not landed, and is not retried.
   */
  readonly way: 'rebuild' | 'revert' | 'close'
  readonly target: string
  /** The refs that were deleted, with the commits they led to. */
  readonly discarded: readonly Ref[]
  /** Undefined after a dry run. */
  readonly report: Report | undefined
}
