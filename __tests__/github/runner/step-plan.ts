import type { Token } from '../workflow/token.ts'
import type { StepExecution } from './step-execution.ts'

/** One step, of the workflow file or of an action, and how it is done. */
export interface StepPlan {
  /** The `id` of the workflow file. */
  readonly id: string | undefined
  /** What `GITHUB_ACTION` says. */
  readonly action: string
  /** Shown when the workflow file names it in no other way. */
  readonly name: string
  readonly condition: string
  /** The step in the workflow file. Pre and post steps only share its `env`. */
  readonly token: Token
  readonly kind: 'pre' | 'main' | 'post'
  /** Does it. Answers with the exit code, null when a signal ended it. Throws what the step fails with. */
  perform(execution: StepExecution): Promise<number | null>
}
