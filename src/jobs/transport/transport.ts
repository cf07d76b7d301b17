import type { TaskId } from '../../model/plan.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'

/** What became of the work of a task that another job has handed over. */
export type Arrival =
  /** `attempt`: the one of the workflow run that it is from. */
  | { readonly task: TaskId; readonly kind: 'taken'; readonly attempt: number }
  | { readonly task: TaskId; readonly kind: 'refused'; readonly reason: string }

/** A lane and the job that does it, or did. */
export interface BegunLane {
  readonly job: string
  readonly tasks: readonly TaskId[]
}

/**
 * How the jobs of a workflow exchange the state of a run. In the repository that a job works in it is refs; a transport carries it
 * from one job to another. When a server cannot be reached, all of these throw a TransportError, and can be called again.
 */
export interface Transport {
  /** Hands an ended task, whatever its outcome, over to other jobs. The same task again replaces nothing. */
  give(task: TaskId): Promise<void>
  /**
   * Takes over what others have handed over of these tasks: then it is refs here. What has a result here, and what this transport has
   * answered with before, is not taken again. What a task builds on must be among the tasks, or here.
   */
  take(tasks: readonly TaskId[]): Promise<readonly Arrival[]>
  /**
   * Tells others that a lane begins, and which job of the workflow run does it, if that is known. It is also the trial whether
   * anything can be handed over from here.
   *
   * @throws TransportRefusedError When nothing can.
   */
  beginLane(lane: Lane, job: string | null): Promise<void>
  /** The lanes that have noted it, in any attempt. */
  readBegunLanes(): Promise<readonly BegunLane[]>
  /** Tells others that a job only waits for others, or no longer does. */
  tellWaiting(job: string, isWaiting: boolean): Promise<void>
  /** The jobs of this attempt of the workflow run that wait. */
  readWaitingJobs(): Promise<ReadonlySet<string>>
  /** Tells others that a lane has come to its end, with or without results for all of its tasks. */
  endLane(lane: Lane): Promise<void>
  /** The tasks of the lanes that have noted it in this attempt of the workflow run. */
  readEndedTasks(): Promise<ReadonlySet<TaskId>>
}

/** Other jobs could not be read or notified. It may work later. */
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
