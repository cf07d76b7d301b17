import type { Environment } from '../../model/plan.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Annotation } from './annotation.ts'
import type { ClosedFiles } from './closed-files.ts'
import type { StepLog } from './step-log.ts'

/** The current step, as its workflow has started it. */
export interface Step {
  readonly inputs: Inputs
  /** The runner's complete environment. */
  readonly env: Environment
  readonly log: StepLog
  /** Files of the runner that users of checkouts cannot reach. */
  readonly closedFiles: ClosedFiles
  /** Aborts when the job is cancelled. */
  readonly signal: AbortSignal
}

/** The result of a command, which the front end writes to the files that GitHub reads. */
export interface StepResult {
  /** By the names in action.yml. */
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown for the page of the run, smaller than `mostSummaryBytes`. */
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** Why the step fails; undefined: it succeeds. */
  readonly failure: string | undefined
}

export type StepCommand = (step: Step) => Promise<StepResult>

/** GitHub shows no summary of a step above 1 MiB; a little is left for other content. */
export const mostSummaryBytes = (1 << 20) - (1 << 14)
