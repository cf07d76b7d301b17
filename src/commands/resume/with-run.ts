import type { Repository } from '../../git/repository/open-repository.ts'
import { takeBackMoves } from '../../integration/land/noted-move.ts'
import type { Plan, TaskId } from '../../model/plan.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { openContext } from '../../run/open-context.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { RunId } from '../../run/run-id.ts'
import { lockRun, withLock } from '../../run/run-lock.ts'
import { openStore } from '../../run/run-store.ts'
import { toMissingResult } from '../../tasks/perform/end-task.ts'
import { findTarget } from '../target/find-target.ts'
import { takeOverBranches } from './take-over-branches.ts'

export interface WithRunRequest {
  readonly repository: Repository
  readonly run: RunId
  readonly plan: Plan
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/** Holds a run while working with its results, without running tasks. */
export async function withRun<T>(
  request: WithRunRequest,
  work: (context: RunContext, results: Map<TaskId, TaskResult>) => Promise<T>,
): Promise<T> {
  const { repository, run, plan, signal, emit } = request
  const { branch } = await findTarget(repository, plan)
  const store = await openStore(repository, run)
  const base = await store.requireBase()
  await takeBackMoves(repository, emit)
  return withLock(repository, await lockRun(repository, run, emit), async () => {
    const facts = { repository, run, plan, target: branch, base, start: base }
    const context = await openContext({
      ...facts,
      maxParallel: plan.maxParallel,
      failFast: false,
      signal,
      emit,
    })
    const results = await store.readResults(plan.tasks.map(task => task.id))
    for (const task of plan.tasks)
      if (!results.has(task.id)) results.set(task.id, toMissingResult(context, task))
    return await work(context, await takeOverBranches(context, results))
  })
}
