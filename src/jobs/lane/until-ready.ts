import type { Task, TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { Backoff } from './backoff.ts'
import type { Clock } from './clock.ts'
import type { EndedLanes } from './ended-lanes.ts'
import type { HandoverQueue } from './handover-queue.ts'
import type { Readiness, TaskBoard } from './task-board.ts'
import { startWarmUp } from './warm-up.ts'

/** What waiting requires of a lane. */
export interface WaitingLane {
  readonly context: RunContext
  readonly board: TaskBoard
  readonly endedLanes: EndedLanes
  readonly queue: HandoverQueue
  readonly clock: Clock
  /** Imports new handovers. */
  look(backoff: Backoff): Promise<boolean>
}

/** Polls until a task's prerequisites have arrived, or never will, or it is time to stop (`waiting`). */
export async function untilReady(task: Task, lane: WaitingLane): Promise<Readiness> {
  const { context, board, queue, clock } = lane
  const backoff = new Backoff(clock)
  let endWaiting = async () => {}
  try {
    for (let round = 0; ; round++) {
      const readiness = toReadinessNow(board.readinessOf(task), lane)
      if (readiness.kind !== 'waiting' || context.signal.aborted) return readiness
      if (round === 1) endWaiting = beginWaiting(task, readiness.for, lane)
      if (round > 0) await backoff.wait(context.signal)
      await lane.look(backoff)
      await queue.give([])
    }
  } finally {
    await endWaiting()
  }
}

/** After the time to stop, nothing starts, even if it is ready. */
export function toReadinessNow(
  readiness: Readiness,
  { context, endedLanes }: Pick<WaitingLane, 'context' | 'endedLanes'>,
): Readiness {
  if (context.signal.aborted) return { kind: 'waiting', for: [] }
  const { reason } = endedLanes.deadlock
  return readiness.kind === 'waiting' && reason !== undefined ? { kind: 'hopeless', reason } : readiness
}

function beginWaiting(
  task: Task,
  missing: readonly TaskId[],
  { context, endedLanes }: WaitingLane,
): () => Promise<void> {
  context.emit({ kind: 'waiting', task: task.id, for: missing })
  endedLanes.beginWaiting()
  const endWarmUp = startWarmUp(context, task)
  return async () => {
    await endWarmUp()
    await endedLanes.endWaiting()
  }
}
