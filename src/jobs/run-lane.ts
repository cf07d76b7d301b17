import { requireAgents } from '../commands/prepare-run.ts'
import { toLaneShare } from '../plan/lanes/lane-share.ts'
import { type RunRequest, withRun } from '../run/opening/with-run.ts'
import { createRun } from './lane/create-run.ts'
import type { LaneOutcome, LaneRequest } from './lane/lane-request.ts'
import { LaneWork } from './lane/lane-work.ts'
import { requireLaneTasks } from './lane/require-lane.ts'
import { TransportRefusedError } from './transport/transport.ts'

/** Between two attempts to signal the lane's end, in seconds. */
const longestPause = 20

/**
 * Runs the tasks of one lane in order, for a run that other jobs share. It waits for prerequisites from other lanes. Each task is
 * handed over when it has ended, and the rest of the lane at the end, even after errors.
 */
export async function runLane(request: LaneRequest): Promise<LaneOutcome> {
  const { repository, lane } = request
  try {
    const tasks = requireLaneTasks(request.plan, lane)
    await requireAgents(repository, request.plan, tasks)
    await createRun(repository, request)
    return await withRun(toRunRequest(request), context => new LaneWork(request, context, tasks).perform())
  } finally {
    await tellEnd(request)
  }
}

function toRunRequest({ repository, run, plan, target, base, ...request }: LaneRequest): RunRequest {
  const { cancelled, deadline, lane, emit } = request
  const signal = AbortSignal.any([cancelled, deadline])
  const budgetShare = toLaneShare(plan.tasks, lane)
  const maxParallel = lane.slots ?? 1
  return {
    repository,
    run,
    plan,
    target,
    start: base,
    maxParallel,
    budgetShare,
    failFast: false,
    signal,
    emit,
  }
}

/** Signals the end of the lane even after a failure, so that others do not wait for it. */
async function tellEnd({ transport, lane, cancelled, clock, emit }: LaneRequest): Promise<void> {
  for (let pause = 1; ; pause *= 4) {
    try {
      await transport.endLane(lane)
      return
    } catch (error) {
      if (cancelled.aborted || pause > longestPause || error instanceof TransportRefusedError) {
        const { message } = error as Error
        emit({ kind: 'notice', text: `failed to signal lane completion: ${message}` })
        return
      }
      await clock.sleep(pause * 1000, cancelled) // cancelled: one last time
    }
  }
}
