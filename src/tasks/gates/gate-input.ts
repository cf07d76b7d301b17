import type { Plan, Task } from '../../model/plan.ts'
import type { GateInput } from './gate.ts'

/** What the gates that look at the change are asked about. */
export function toGateInput(
  { plan }: { readonly plan: Plan },
  { task }: { readonly task: Task },
  { changes, problems }: Pick<GateInput, 'changes' | 'problems'>,
): GateInput {
  return {
    task,
    protectedGlobs: plan.protected,
    maxFileMegabytes: plan.maxFileMegabytes,
    changes,
    problems,
  }
}
