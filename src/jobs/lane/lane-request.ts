import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Plan } from '../../model/plan.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import type { RunId } from '../../run/run-id.ts'
import type { Transport } from '../transport/transport.ts'
import type { Clock } from './clock.ts'
import type { UndeliveredTask } from './handover-queue.ts'
import type { JobWatch } from './job-watch.ts'

export interface LaneRequest {
  readonly repository: Repository
  readonly run: RunId
  readonly lane: Lane
  readonly plan: Plan
  /** The plan as it is stored. */
  readonly text: string
  readonly target: string
  readonly base: ObjectId
  readonly transport: Transport
  /** Undefined where nothing can be known of other jobs but what they say. */
  readonly watch: JobWatch | undefined
  /** The id of the job that we are, where it is known. */
  readonly ownJob: string | undefined
  /** Of the workflow run, from 1. */
  readonly attempt: number
  /** Aborts when the job is cancelled: then a few seconds are left. */
  readonly cancelled: AbortSignal
  /** Aborts when it is time to stop, while there is still enough to hand everything over. */
  readonly deadline: AbortSignal
  readonly clock: Clock
  readonly emit: EmitEvent
}

export interface LaneOutcome {
  /** Of all tasks of the lane, in their order. */
  readonly results: readonly TaskResult[]
  /** What other jobs do not have. */
  readonly undelivered: readonly UndeliveredTask[]
}
