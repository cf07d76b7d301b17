import type { Scope } from '../workflow/expression.ts'
import type { Inputs } from '../workflow/inputs.ts'
import type { LoadedWorkflow } from '../workflow/load-workflow.ts'
import type { Leg } from '../workflow/matrix.ts'
import type { Permissions } from '../workflow/permissions.ts'
import type { JobDefinition } from '../workflow/read-workflow.ts'
import type { Attempt, NodeEnd } from './attempt.ts'
import { toGithubContext } from './github-context.ts'
import type { Conclusion } from './records.ts'

/** One use of a workflow file: the run's own, or by a job that calls it. */
export interface WorkflowCall {
  readonly attempt: Attempt
  readonly loaded: LoadedWorkflow
  readonly inputs: Inputs
  readonly secrets: Readonly<Record<string, string>>
  /** What its jobs may do that name nothing. */
  readonly permissions: Permissions
  /** Before the keys and the names of its jobs. */
  readonly keyPrefix: string
  readonly namePrefix: string
  /** In a rerun: nothing is kept. */
  readonly isForced: boolean
  isCancelled(): boolean
}

/** A job of the workflow file, about to start: all that it needs has ended. */
export interface JobNode {
  readonly call: WorkflowCall
  readonly definition: JobDefinition
  readonly key: string
  readonly needs: ReadonlyMap<string, NodeEnd>
  /** Results of all that it needs, directly or not. */
  readonly ancestors: ReadonlyMap<string, Conclusion>
  readonly isForced: boolean
}

/** What expressions of a workflow may use that stand beside its jobs. */
export function toCallScope({ attempt, inputs, secrets }: WorkflowCall): Scope {
  const { run, services } = attempt
  return {
    contexts: {
      github: toGithubContext(run, services),
      vars: run.repository.settings.variables,
      inputs,
      secrets,
    },
  }
}

/** What expressions of a job may use that stand beside its steps. */
export function toNodeScope(node: JobNode, strategy: object = {}, matrix: Leg = {}): Scope {
  const { call, needs, ancestors } = node
  const results = [...ancestors.values()]
  const needed = [...needs].map(([id, { result, outputs }]) => [id, { result, outputs }])
  return {
    contexts: { ...toCallScope(call).contexts, needs: Object.fromEntries(needed), strategy, matrix },
    functions: {
      success: () => !call.isCancelled() && results.every(result => result === 'success'),
      failure: () => !call.isCancelled() && results.includes('failure'),
      cancelled: () => call.isCancelled(),
      always: () => true,
    },
  }
}
