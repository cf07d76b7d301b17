import type { Lane } from '../../plan/lanes.ts'
import type { TaskId } from '../../plan/plan.ts'

/** What became of the work of a task that another job has handed over. */
export type Arrival =
  /** `attempt`: the one of the workflow run that it is from. */
  | { readonly task: TaskId; readonly kind: 'taken'; readonly attempt: number }
  | { readonly task: TaskId; readonly kind: 'refused'; readonly reason: string }

/**
 * How the jobs of a workflow exchange the state of a run. In the repository that a job works in it is refs; a transport carries it
 * from one job to another. When a server cannot be reached, all of these throw a TransportError, and can be called again.
 */
export interface Transport {
  /** Hands a task that has ended, in whatever way, over to other jobs. The same task again replaces nothing. */
  give(task: TaskId): Promise<void>
  /**
   * Takes over what others have handed over of these tasks: then it is refs here. What has a result here, and what this transport has
   * answered with before, is not taken again. What a task builds on must be among the tasks, or here.
   */
  take(tasks: readonly TaskId[]): Promise<readonly Arrival[]>
  /** Tells others that a lane has come to its end, with or without results for all of its tasks. */
  endLane(lane: Lane): Promise<void>
  /** The tasks of the lanes that have come to their end in this attempt of the workflow run, as far as can be told. */
  readEndedTasks(): Promise<ReadonlySet<TaskId>>
}

/** What other jobs have could not be read, or they could not be told. It may work later. */
export class TransportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TransportError'
  }
}
