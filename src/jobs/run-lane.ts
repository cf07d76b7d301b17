import { requireAgents } from '../commands/prepare-run.ts'
import { longestQuotaWaitInJobMs, type Retries, retry } from '../model/timing/delays.ts'
import { toLaneShare } from '../plan/lanes/lane-share.ts'
import { type RunRequest, withRun } from '../run/opening/with-run.ts'
import { createRun } from './lane/create-run.ts'
import type { LaneOutcome, LaneRequest } from './lane/lane-request.ts'
import { LaneWork } from './lane/lane-work.ts'
import { requireLaneTasks } from './lane/require-lane.ts'
import { TransportRefusedError } from './transport/transport.ts'

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
    longestQuotaWaitMs: longestQuotaWaitInJobMs,
    failFast: false,
    signal,
    emit,
  }
}

/** Signals the end of the lane even after a failure, so that others do not wait for it. */
async function tellEnd({ transport, lane, cancelled, clock, emit }: LaneRequest): Promise<void> {
  const retries: Retries = {
    delays: [1, 4, 16],
    toWait: (error, delay) =>
      cancelled.aborted || error instanceof TransportRefusedError ? undefined : delay,
    wait: seconds => clock.sleep(seconds * 1000, cancelled), // cancelled: one last time
  }
  try {
    await retry(retries, () => transport.endLane(lane))
  } catch (error) {
    emit({ kind: 'notice', text: `failed to signal lane completion: ${(error as Error).message}` })
  }
}
