import type { ObjectId } from '../git/objects/objects.ts'
import type { Change } from '../model/change.ts'
import type { TaskId } from '../model/plan.ts'

/** One branch of a merge chain, and its changes. */
export interface InspectedMerge {
  readonly task: TaskId
  /** The start and the tip of the branch, the tree before its merge, and the merged tree. */
  readonly base: ObjectId
  readonly commit: ObjectId
  readonly before: ObjectId
  readonly tree: ObjectId
  readonly changes: readonly Change[]
  /** Resolved files, which are already proven. */
  readonly resolved: ReadonlySet<string>
}
