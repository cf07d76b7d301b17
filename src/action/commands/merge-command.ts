import { findRefusedPaths } from '../../commands/find-refused-paths.ts'
import { type MergeJobEnd, mergeJob } from '../../jobs/merge-job.ts'
import { toIntakeProblems } from '../../jobs/publish/publish-run.ts'
import type { RunJob } from '../../jobs/publish/run-job.ts'
import type { Report } from '../../model/report.ts'
import { toRunSummary } from '../../report/markdown/run-summary.ts'
import { type Job, type JobResult, mostSummaryBytes } from '../job/job.ts'
import { withJobRepository } from '../job/job-repository.ts'
import { logReport } from '../output/log-report.ts'
import { toRunAnnotations } from '../output/run-annotations.ts'
import { toRunOutputs } from '../output/run-outputs.ts'
import { writeReport } from '../output/write-report.ts'
import { withRunJob } from './with-run-job.ts'

/** `command: merge`: merges and tests what the lanes of a run came to, and leaves that for `command: publish`. */
export function mergeCommand(job: Job): Promise<JobResult> {
  return withJobRepository(job, repository =>
    withRunJob(job, repository, async (runJob, exchange) => {
      if (job.inputs.dryRun) return preview(job, runJob)
      return toResult(job, runJob, await mergeJob(runJob, exchange))
    }),
  )
}

function preview({ log }: Job, { run, plan, target }: RunJob): JobResult {
  const text = `the tasks of run ${run} would be merged onto ${target} and tested (${plan.integration.test ?? 'no test'}); nothing was started (dry-run: true)`
  log.line(text)
  return { outputs: { run }, summary: '', annotations: [], failure: undefined }
}

async function toResult(job: Job, { repository, plan }: RunJob, end: MergeJobEnd): Promise<JobResult> {
  const { report } = end
  job.log.end()
  logReport(job, report)
  return {
    outputs: { ...toRunOutputs(report, await writeReport(job, report)), merged: end.merged ?? '' },
    summary: toRunSummary({ report, tasks: plan.tasks, next: '', maxBytes: mostSummaryBytes }),
    annotations: toRunAnnotations(report, await findRefusedPaths(repository, plan, report)),
    failure: tryFailure(end),
  }
}

function tryFailure({ report, intake, left }: MergeJobEnd): string | undefined {
  const problems = [
    ...toIntakeProblems(intake),
    ...left.map(({ ref, reason }) => `${ref} is not pushed: ${reason}`),
    ...(report.status === 'landed' ? [] : [toMissed(report)]),
  ]
  return problems.length === 0 ? undefined : problems.join('\n')
}

function toMissed({ status, tasks, run }: Report): string {
  const all = Object.values(tasks)
  const landed = all.filter(({ landing }) => landing === 'landed').length
  const what = status === 'cancelled' ? 'cancelled' : 'not everything is in the tested result'
  return `${what}: ${landed} of ${all.length} tasks (run ${run})`
}
