import type { TaskId } from '../../model/plan.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'

/** The handover of a task from another job. */
export type Arrival =
  /** `attempt`: its attempt of the workflow run. */
  | { readonly task: TaskId; readonly kind: 'taken'; readonly attempt: number }
  | { readonly task: TaskId; readonly kind: 'refused'; readonly reason: string }

/** A lane and its job. */
export interface BegunLane {
  readonly job: string
  readonly tasks: readonly TaskId[]
}

/**
 * How the jobs of a workflow exchange the state of a run. In a job's repository it is refs; a transport carries it from one job to
 * another. If a server is unreachable, all methods throw a TransportError, and can be called again.
 */
export interface Transport {
  /** Hands an ended task, with any outcome, over to other jobs. Repeating it replaces nothing. */
  give(task: TaskId): Promise<void>
  /**
   * Imports others' handovers of these tasks onto refs here. Tasks with a result here, and those already returned, are skipped. A
   * task's prerequisites must be among the tasks, or here.
   */
  take(tasks: readonly TaskId[]): Promise<readonly Arrival[]>
  /**
   * Announces the start of a lane, and its job in the workflow run, if known. It also tests whether
   * anything can be handed over from here.
   *
   * @throws TransportRefusedError If nothing can.
   */
  beginLane(lane: Lane, job: string | null): Promise<void>
  /** The announced lanes, of any attempt. */
  readBegunLanes(): Promise<readonly BegunLane[]>
  /** Announces that a job only waits for others, or no longer does. */
  tellWaiting(job: string, isWaiting: boolean): Promise<void>
  /** The waiting jobs of this attempt of the workflow run. */
  readWaitingJobs(): Promise<ReadonlySet<string>>
  /** Announces the end of a lane, with or without results for all of its tasks. */
  endLane(lane: Lane): Promise<void>
  /** The tasks of ended lanes in this attempt of the workflow run. */
  readEndedTasks(): Promise<ReadonlySet<TaskId>>
}

/** Other jobs could not be read or notified. A retry may help. */
export class TransportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TransportError'
  }
}

/** Other jobs cannot be notified: the server refuses, and a retry changes nothing. */
export class TransportRefusedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TransportRefusedError'
  }
}
