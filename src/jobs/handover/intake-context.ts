import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Plan, TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunStore } from '../../run/run-store.ts'
import type { HandoverLimits } from './limits.ts'

/** Trusted facts for importing handovers. */
export interface IntakeContext {
  readonly trusted: Repository
  readonly store: RunStore
  readonly plan: Plan
  /** The blob of the plan. */
  readonly planId: ObjectId
  readonly base: ObjectId
  /** The start of tasks without prerequisites. */
  readonly start: ObjectId
  readonly limits: HandoverLimits
  /** The results imported so far, or present before. */
  readonly results: Map<TaskId, TaskResult>
}
