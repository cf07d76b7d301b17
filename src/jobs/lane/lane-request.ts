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
  /** The plan as stored. */
  readonly text: string
  readonly target: string
  readonly base: ObjectId
  readonly transport: Transport
  /** Undefined if only their own notes tell about other jobs. */
  readonly watch: JobWatch | undefined
  /** The id of this job, if known. */
  readonly ownJob: string | undefined
  /** Of the workflow run, from 1. */
  readonly attempt: number
  /** Aborts when the job is cancelled: a few seconds are left then. */
  readonly cancelled: AbortSignal
  /** Aborts when it is time to stop, with enough time left for handovers. */
  readonly deadline: AbortSignal
  readonly clock: Clock
  readonly emit: EmitEvent
}

export interface LaneOutcome {
  /** Of all tasks of the lane, in order. */
  readonly results: readonly TaskResult[]
  /** Tasks that other jobs lack. */
  readonly undelivered: readonly UndeliveredTask[]
}
