import type { Outcome } from '../../model/outcome.ts'
import type { Task } from '../../model/plan.ts'
import { steadyTime } from '../../model/steady-clock.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { nothingTold, toUsageFields } from './task-work.ts'

/** The result of a task that left nothing. */
export function toBareResult(
  { paths, resources }: RunContext,
  task: Task,
  outcome: Outcome,
  reason: string | null,
): TaskResult {
  return {
    version: 1,
    task: task.id,
    outcome,
    reason,
    branch: null,
    base: null,
    commit: null,
    kept: null,
    attempts: 0,
    filesChanged: null,
    agentSeconds: 0,
    seconds: 0,
    startedAt: null,
    finishedAt: steadyTime(),
    ...toUsageFields(),
    ...nothingTold,
    agent: task.agent,
    retryAt: null,
    log: paths.log(task.id),
    summary: null,
    testDefinitions: [],
    weakenedTests: [],
    reviews: [],
    messages: [],
    workPlan: null,
    checkoutChanges: [],
    resources: resources.tryUse(task.id) ?? null,
    rolledBack: false,
  }
}
