import type { ObjectId } from '../git/objects/objects.ts'
import type { Landing } from '../model/outcome.ts'
import type { TaskId } from '../model/plan.ts'
import type { ConflictReport, TestsVerdict } from '../model/report.ts'
import type { Comparison, Review } from '../model/review.ts'
import type { Tip } from './chain/merge-step.ts'

/** The merged and tested result of a run. */
export interface Integrated {
  /** The tested commit: the base if nothing landed. */
  readonly tip: Tip
  readonly base: ObjectId
  readonly tests: TestsVerdict
  readonly testRuns: number
  /** Whether an earlier run had tested the tip. */
  readonly testsRemembered: boolean
  /** Tests that fail on the base: no task is blamed for them. */
  readonly failsOnBase: readonly string[]
  /** The subset that still fails on the tip. */
  readonly failing: readonly string[]
  /** Tests that failed and then passed on the same tree. */
  readonly flaky: readonly string[]
  /** Suspicious clean merges. */
  readonly warnings: readonly string[]
  readonly landings: ReadonlyMap<TaskId, TaskLanding>
  readonly conflicts: readonly ConflictReport[]
  /** Reviews of the whole result. */
  readonly reviews: readonly Review[]
  /** Comparisons of the landed result with its issues. */
  readonly comparisons: readonly Comparison[]
  /** Why there is no tested result, if no branch is to blame. */
  readonly problem: string | null
}

/** Whether anything is in the result. */
export function hasLanded({ landings }: Pick<Integrated, 'landings'>): boolean {
  return [...landings.values()].some(({ landing }) => landing === 'landed')
}

export interface TaskLanding {
  readonly landing: Landing
  readonly reason: string | null
}
