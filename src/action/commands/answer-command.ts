import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { tellDeath } from '../../commands/comment/tell-issues.ts'
import { planNames } from '../../commands/load-plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { listNamedIssues } from '../../plan/yaml/named-issues.ts'
import { tryOpenClient } from '../github/open-client.ts'
import { readOwnFailedJobs } from '../github/own-failed-jobs.ts'
import { tryRunUrl } from '../step/run-url.ts'
import type { Step, StepResult } from '../step/step.ts'
import { toWorkingFolder } from '../step/step-repository.ts'
import { listToldIssues } from './told-issues.ts'

/**
 * `command: answer`: comments on the issues of a workflow run that died before it could answer them, naming the job that failed. Needs
 * no checkout, so that it works when nothing else does.
 */
export async function answerCommand(step: Step): Promise<StepResult> {
  const { env, inputs, log } = step
  const github = tryOpenClient(step)
  const runUrl = tryRunUrl(env)
  if (runUrl === undefined)
    throw new RefusedError('this is not a GitHub workflow: there is no run whose issues could be answered')
  if (github === undefined)
    throw new RefusedError(
      `there is no token to comment with. Write:\n    github-token: \${{ github.token }}`,
    )
  const issues = await listToldIssues(step, github, readNamedIssues(step))
  const jobs = await readOwnFailedJobs(step)
  const { reason } = inputs
  if (inputs.dryRun)
    log.line(`would comment on: ${issues.map(issue => `#${issue}`).join(', ') || 'no issue'}`)
  const problems = inputs.dryRun ? [] : await tellDeath(github, issues, { runUrl, reason, jobs })
  if (issues.length === 0) log.line('no issue to comment on')
  return {
    outputs: {},
    summary: '',
    annotations: [],
    failure: problems.length === 0 ? undefined : problems.join('\n'),
  }
}

/** The plan may be the very thing that is wrong, or not be there. */
function readNamedIssues(step: Step): number[] {
  const folder = toWorkingFolder(step)
  const places = step.inputs.plan === undefined ? planNames : [step.inputs.plan]
  const path = places.map(place => resolve(folder, place)).find(place => existsSync(place))
  return path === undefined ? [] : listNamedIssues(readFileSync(path, 'utf8'), step.inputs.tasks)
}
