import type { RunContext } from '../../run/run-context.ts'
import type { GateInput } from '../gates/gate.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import type { TaskWork } from '../work/task-work.ts'

/** The input of the gates that look at the change. */
export function toGateInput(
  { plan }: Pick<RunContext, 'plan'>,
  { task }: Pick<TaskWork, 'task'>,
  collected: Pick<CollectedWork, 'changes' | 'problems'>,
): GateInput {
  return {
    task,
    protectedGlobs: plan.protected,
    maxFileMegabytes: plan.maxFileMegabytes,
    changes: collected.changes,
    problems: collected.problems,
  }
}
