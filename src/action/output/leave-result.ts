import { error, setFailed, setOutput, summary, warning } from '@actions/core'
import type { Environment } from '../../model/plan.ts'
import { type Annotation, limitAnnotations } from '../step/annotation.ts'
import type { StepResult } from '../step/step.ts'

/** Other jobs get it, and issues: the log has all of it. */
const longestFailure = 4000

/** Writes a command's result to the files that GitHub reads. */
export async function leaveResult(result: StepResult, env: Environment): Promise<void> {
  for (const [name, value] of Object.entries(result.outputs)) setOutput(name, value)
  if (result.failure !== undefined) setOutput('failure', result.failure.slice(0, longestFailure))
  for (const annotation of limitAnnotations(result.annotations)) annotate(annotation)
  // Older servers have no summaries.
  if (result.summary !== '' && env.GITHUB_STEP_SUMMARY) await summary.addRaw(result.summary).write()
  if (result.failure !== undefined) setFailed(result.failure)
}

function annotate({ level, title, message, file, line, column }: Annotation): void {
  const place = {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  }
  const report = level === 'error' ? error : warning
  report(message, { title, ...place })
}
