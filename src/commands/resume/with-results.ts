import type { Repository } from '../../git/repository/open-repository.ts'
import { takeBackMoves } from '../../integration/land/noted-move.ts'
import type { Plan, TaskId } from '../../model/plan.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { withRun } from '../../run/opening/with-run.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { RunId } from '../../run/run-id.ts'
import { makeMissingResult } from '../../tasks/perform/end-task.ts'
import { findTarget } from '../target/find-target.ts'
import { takeOverBranches } from './take-over-branches.ts'

export interface ResultsRequest {
  readonly repository: Repository
  readonly run: RunId
  readonly plan: Plan
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/** Works with the results of a run, without running tasks. */
export async function withResults<T>(
  request: ResultsRequest,
  work: (context: RunContext, results: Map<TaskId, TaskResult>) => Promise<T>,
): Promise<T> {
  const { repository, plan, emit } = request
  const { branch: target } = await findTarget(repository, plan)
  await takeBackMoves(repository, emit)
  const { maxParallel } = plan
  return withRun({ ...request, target, maxParallel, failFast: false }, async context => {
    const results = await context.store.readResults(plan.tasks.map(task => task.id))
    for (const task of plan.tasks)
      if (!results.has(task.id)) results.set(task.id, makeMissingResult(context, task))
    return await work(context, await takeOverBranches(context, results))
  })
}
