import { describePlan } from '../../commands/describe-plan.ts'
import { findRefusedPaths } from '../../commands/find-refused-paths.ts'
import { requireReady } from '../../commands/prepare-run.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Report } from '../../model/report.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { toPlanSummary } from '../../report/markdown/plan-summary.ts'
import { toRunSummary } from '../../report/markdown/run-summary.ts'
import { plainPaint } from '../../report/terminal/paint.ts'
import { toPlanText } from '../../report/terminal/plan-text.ts'
import { type Job, type JobResult, mostSummaryBytes } from '../job/job.ts'
import { withJobRepository } from '../job/job-repository.ts'
import { logReport } from '../output/log-report.ts'
import { toRunAnnotations } from '../output/run-annotations.ts'
import { toRunLog } from '../output/run-log.ts'
import { toRunOutputs } from '../output/run-outputs.ts'
import { writeReport } from '../output/write-report.ts'
import { loadJobPlan } from './load-job-plan.ts'
import { toNextSteps } from './next-steps.ts'
import { runShared, type SharedRun } from './run-shared.ts'

/** `command: run` without a lane: the whole plan on this runner, several agents at once. */
export function runCommand(job: Job): Promise<JobResult> {
  return withJobRepository(job, async repository => {
    const checked = loadJobPlan(job, repository)
    if (job.inputs.dryRun) return preview(job, repository, checked)
    const shared = await runShared(job, repository, checked)
    return toResult(job, repository, checked, shared)
  })
}

/** Checks everything that a run would check, and starts nothing. */
async function preview(job: Job, repository: Repository, checked: CheckedPlan): Promise<JobResult> {
  await requireReady(repository, checked, toRunLog(job.log, checked.plan))
  const overview = await describePlan(repository, checked, job.inputs.maxParallel)
  job.log.begin('Plan')
  job.log.line(toPlanText(overview, plainPaint))
  job.log.end()
  job.log.line('nothing was started (dry-run: true)')
  const summary = toPlanSummary({ overview, lanes: [], maxBytes: mostSummaryBytes })
  return { outputs: {}, summary, annotations: [], failure: undefined }
}

async function toResult(
  { log, env }: Job,
  repository: Repository,
  { plan }: CheckedPlan,
  { report, push }: SharedRun,
): Promise<JobResult> {
  const path = await writeReport({ env }, report)
  log.end()
  logReport({ log }, report)
  const next = toNextSteps(report, push?.kind === 'pushed', env)
  return {
    outputs: toRunOutputs(report, path),
    summary: toRunSummary({ report, tasks: plan.tasks, next, maxBytes: mostSummaryBytes }),
    annotations: toRunAnnotations(report, await findRefusedPaths(repository, plan, report)),
    failure: toFailure(report, push),
  }
}

function toFailure({ status, tasks, run }: Report, push: SharedRun['push']): string | undefined {
  if (push?.kind === 'refused') {
    return `run ${run} could not be pushed: ${push.reason}\nGive the job \`permissions: { contents: write }\`.`
  }
  if (status === 'landed') return undefined
  const all = Object.values(tasks)
  const landed = all.filter(task => task.landing === 'landed').length
  return `${status === 'cancelled' ? 'cancelled' : 'not everything landed'}: ${landed} of ${all.length} tasks (run ${run})`
}
