import { readFailedJobs } from '../../commands/github/failed-jobs.ts'
import type { FailedJob } from '../../report/text/failed-jobs.ts'
import type { Step } from '../step/step.ts'
import { tryOpenClient } from './open-client.ts'

/** The failed jobs of this workflow run. None outside of a workflow, or without `permissions: { actions: read }`. */
export async function readOwnFailedJobs(step: Pick<Step, 'env' | 'inputs'>): Promise<readonly FailedJob[]> {
  const { GITHUB_RUN_ID: run, RUNNER_NAME: runner } = step.env
  const github = tryOpenClient(step)
  return github === undefined || !run ? [] : readFailedJobs(github, { run: Number(run), runner })
}
