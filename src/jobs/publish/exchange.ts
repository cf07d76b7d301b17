import type { TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { CollectedRun } from '../collect/collected-run.ts'
import type { Intake } from '../handover/read-handovers.ts'
import type { TestedResult } from '../tested-merge/tested-result.ts'
import type { LeftRef } from './place-refs.ts'

/** How jobs without tasks receive the work of lanes, and how the job that merges hands its result to the job that publishes. */
export interface Exchange {
  /** Whether another workflow run can go on with a run that this one leaves unfinished. */
  readonly canContinue: boolean
  /** Whether the run was cancelled before its result was merged and tested. */
  readonly isCancelled: boolean
  /**
   * Begins a merge. Called before any test, to fail early.
   *
   * @throws Error If a merge cannot be handed over from here.
   */
  claimMerge(collected: CollectedRun): Promise<void>
  /** Imports the work of lanes: afterwards it is on refs here. */
  takeTasks(collected: CollectedRun): Promise<Intake>
  /** Hands over what was merged and tested. */
  giveMerge(collected: CollectedRun, merge: FinishedMerge): Promise<GivenMerge>
  /** What another job merged and tested, as far as it can be believed. */
  takeMerge(collected: CollectedRun, context: RunContext, results: CollectedResults): Promise<TestedResult>
  /** Whether an earlier attempt published the run, and freed what it had received. */
  isFreed(collected: CollectedRun): Promise<boolean>
  /** Frees what was received: all of it is published. */
  free(collected: CollectedRun): Promise<void>
}

export type CollectedResults = ReadonlyMap<TaskId, TaskResult>

export interface FinishedMerge {
  readonly context: RunContext
  readonly report: Report
  readonly results: CollectedResults
}

export interface GivenMerge {
  /** The digest of the merge; undefined: no other job can verify it. */
  readonly merged: string | undefined
  /** Whether the result is on the remote. */
  readonly isPushed: boolean
  /** Refs that other jobs lack. */
  readonly left: readonly LeftRef[]
}
