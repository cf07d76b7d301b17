import type { Environment } from '../../model/plan.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Annotation } from './annotation.ts'
import type { StepLog } from './step-log.ts'

/** The step that we are, as its workflow has started it. */
export interface Step {
  readonly inputs: Inputs
  /** All that the runner has given us. */
  readonly env: Environment
  readonly log: StepLog
  /** Aborts when the job is cancelled. */
  readonly signal: AbortSignal
}

/** What a command leaves: the front end writes it down where GitHub reads it. */
export interface StepResult {
  /** By the names of action.yml. */
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown for the page of the run, smaller than `mostSummaryBytes`. */
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** Why the step is red; undefined: it is green. */
  readonly failure: string | undefined
}

export type Command = (step: Step) => Promise<StepResult>

/** GitHub shows no summary of a step that is larger than 1 MiB; a little is left for what else may stand there. */
export const mostSummaryBytes = (1 << 20) - (1 << 14)
