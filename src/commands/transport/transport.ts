import type { TaskId } from '../../plan/plan.ts'

/** What became of the work of a task that another job has handed over. */
export type Arrival =
  | { readonly task: TaskId; readonly kind: 'taken' }
  | { readonly task: TaskId; readonly kind: 'refused'; readonly reason: string }

/**
 * How the jobs of a workflow exchange the state of a run. In the repository that a job works in, it is refs; a transport only carries
 * them from one to another.
 *
 * @throws TransportError When a server cannot be reached or refuses. Everything can be tried again.
 */
export interface Transport {
  /** Hands a task that has ended, in whatever way, over to other jobs. The same task again replaces nothing. */
  give(task: TaskId): Promise<void>
  /** Takes over what others have handed over of these tasks: then it is refs here. What is here already is not taken again. */
  take(tasks: readonly TaskId[]): Promise<readonly Arrival[]>
  /** Tells others that a lane has come to its end, with or without results for all of its tasks. */
  endLane(lane: string): Promise<void>
  /** Lanes that have come to their end in this attempt of the workflow run, as far as they say so themselves. */
  readEndedLanes(): Promise<ReadonlySet<string>>
}
