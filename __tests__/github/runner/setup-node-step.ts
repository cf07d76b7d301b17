import { dirname } from 'node:path'
import type { StepDefinition } from '../workflow/read-workflow.ts'
import type { JobSetup } from './job-setup.ts'
import { toIds } from './script-step.ts'
import type { StepPlan } from './step-plan.ts'

/** `actions/setup-node`: whatever version is asked for, the Node 24 of the tests is found first. */
export function toSetupNodePlan(
  { services, state }: JobSetup,
  { id, condition, token }: StepDefinition,
): StepPlan {
  return {
    ...toIds(id),
    name: 'Run actions/setup-node',
    condition,
    token,
    kind: 'main',
    perform: async () => {
      state.addPath(dirname(services.node24))
      return 0
    },
  }
}
