import type { ObjectId } from '../git/objects/objects.ts'
import type { Landing } from '../model/outcome.ts'
import type { TaskId } from '../model/plan.ts'
import type { ConflictReport, TestsVerdict } from '../model/report.ts'
import type { Comparison, Review } from '../model/review.ts'
import type { Tip } from './chain/merge-step.ts'

/** The merged and tested result of a run. */
export interface Integrated {
  /** What is tested: the base when nothing landed. */
  readonly tip: Tip
  readonly base: ObjectId
  readonly tests: TestsVerdict
  readonly testRuns: number
  /** Tests that fail without any branch: no task is blamed for them. */
  readonly failsOnBase: readonly string[]
  /** Those of them that still fail on the tip. */
  readonly failing: readonly string[]
  /** Tests that failed and then passed on the same tree. */
  readonly flaky: readonly string[]
  /** What git does not mind and people may. */
  readonly warnings: readonly string[]
  readonly landings: ReadonlyMap<TaskId, TaskLanding>
  readonly conflicts: readonly ConflictReport[]
  /** What reviewers of the whole say. */
  readonly reviews: readonly Review[]
  /** How what landed compares with the issues that asked for it. */
  readonly comparisons: readonly Comparison[]
  /** Why there is no tested result, when that is not the fault of a branch. */
  readonly trouble: string | null
}

export interface TaskLanding {
  readonly landing: Landing
  readonly reason: string | null
}
