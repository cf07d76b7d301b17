import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Plan, TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunStore } from '../../run/run-store.ts'
import type { HandoverLimits } from './limits.ts'

/** What is known, and trusted, when handovers are taken in. */
export interface IntakeContext {
  readonly trusted: Repository
  readonly store: RunStore
  readonly plan: Plan
  /** The blob of the plan. */
  readonly planId: ObjectId
  readonly base: ObjectId
  /** Where tasks without prerequisites start. */
  readonly start: ObjectId
  readonly limits: HandoverLimits
  /** The results that were taken so far, or were here before. */
  readonly results: Map<TaskId, TaskResult>
}
