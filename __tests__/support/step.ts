import { readInputs } from '../../src/action/inputs/read-inputs.ts'
import { ClosedFiles } from '../../src/action/step/closed-files.ts'
import type { Step } from '../../src/action/step/step.ts'
import { StepLog } from '../../src/action/step/step-log.ts'

/**
 * A step of a job.
 *
 * @param inputs As variables: `INPUT_…`.
 */
export function makeStep(inputs: Readonly<Record<string, string>>, env: Step['env']): Step {
  return {
    inputs: readInputs(inputs),
    env,
    log: new StepLog(),
    closedFiles: new ClosedFiles(),
    signal: new AbortController().signal,
  }
}
