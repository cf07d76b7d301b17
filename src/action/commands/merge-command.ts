import { findRefusedPaths } from '../../commands/find-refused-paths.ts'
import type { CollectedRun } from '../../jobs/collect/collected-run.ts'
import { type ContinuedMerge, type MergeJobEnd, mergeJob } from '../../jobs/merge-job.ts'
import { toIntakeProblems } from '../../jobs/publish/publish-run.ts'
import type { Report } from '../../model/report.ts'
import { toRunSummary } from '../../report/markdown/run-summary.ts'
import { restoreDependencies } from '../dependencies/restore-dependencies.ts'
import { tryOpenJobWatch } from '../github/github-job-watch.ts'
import { tryOwnJob } from '../github/own-job.ts'
import { logReport, resumeByJobs } from '../output/log-report.ts'
import { toRunAnnotations } from '../output/run-annotations.ts'
import { toRunOutputs } from '../output/run-outputs.ts'
import { writeReport } from '../output/write-report.ts'
import { refuseContinued } from '../planned/refuse-continued.ts'
import { prepareSandbox } from '../sandboxing/prepare-sandbox.ts'
import { type JobDeadline, startDeadline } from '../step/job-deadline.ts'
import { mostSummaryBytes, type Step, type StepResult } from '../step/step.ts'
import { withStepRepository } from '../step/step-repository.ts'
import { withCollectedRun } from './with-collected-run.ts'

/** `command: merge`: merges and tests the results of a run's lanes, for `command: publish`. */
export function mergeCommand(step: Step): Promise<StepResult> {
  return withStepRepository(step, async repository => {
    const ownJob = await tryOwnJob(step, await tryOpenJobWatch(step))
    const deadline = startDeadline(step, ownJob)
    const limited = { ...step, signal: AbortSignal.any([step.signal, deadline.signal]) }
    return withCollectedRun(limited, repository, async (collected, exchange) => {
      if (step.inputs.dryRun) return preview(step, collected)
      await refuseContinued(step, repository, collected)
      await prepareSandbox(step, repository, collected.plan)
      await restoreDependencies(step, repository, collected)
      const { part, maxParts: mostParts } = step.inputs
      const end = await mergeJob(collected, exchange, { part, mostParts })
      if (end.kind === 'continued') return toContinued(step, collected, end)
      return endStep(step, collected, end, deadline)
    })
  })
}

function preview({ log }: Step, { run, plan, target }: CollectedRun): StepResult {
  const text = `the tasks of run ${run} would be merged onto ${target} and tested (${plan.integration.test ?? 'no test'}); nothing was started (dry-run: true)`
  log.line(text)
  return { outputs: { run }, summary: '', annotations: [], failure: undefined }
}

function toContinued(
  { log }: Step,
  { run, plan }: CollectedRun,
  { continuation: { part, remainder } }: ContinuedMerge,
): StepResult {
  const text = `${remainder.tasks.length} of ${plan.tasks.length} tasks are left for the next workflow run (part ${part}): nothing is merged until they are done`
  log.line(text)
  return { outputs: { run, merged: 'continued' }, summary: `${text}\n`, annotations: [], failure: undefined }
}

async function endStep(
  step: Step,
  { repository, plan }: CollectedRun,
  end: MergeJobEnd,
  deadline: JobDeadline,
): Promise<StepResult> {
  const { report } = end
  const isLate = report.status === 'cancelled' && !step.signal.aborted
  const merged = end.merged ?? (isLate ? 'deadline' : '')
  step.log.end()
  logReport(step, report, { isPushed: end.isPushed, resume: resumeByJobs })
  return {
    outputs: { ...toRunOutputs(report, await writeReport(step, report)), merged },
    summary: toRunSummary({ report, tasks: plan.tasks, next: '', maxBytes: mostSummaryBytes }),
    annotations: toRunAnnotations(report, await findRefusedPaths(repository, plan, report)),
    failure: tryFailure(end, isLate ? toLate(deadline) : undefined),
  }
}

function tryFailure({ report, intake, left }: MergeJobEnd, late: string | undefined): string | undefined {
  const problems = [
    ...(late === undefined ? [] : [late]),
    ...toIntakeProblems(intake),
    ...left.map(({ ref, reason }) => `${ref} is not pushed: ${reason}`),
    ...(report.status === 'landed' ? [] : [toMissed(report)]),
  ]
  return problems.length === 0 ? undefined : problems.join('\n')
}

function toLate({ minutes }: JobDeadline): string {
  return `merging and testing was stopped ${minutes} minutes after the start of the job: nothing is tested. Raise \`deadline-minutes\`, and \`timeout-minutes\` of the job above it`
}

function toMissed({ status, tasks, run }: Report): string {
  const all = Object.values(tasks)
  const landed = all.filter(({ landing }) => landing === 'landed').length
  const what = status === 'cancelled' ? 'cancelled' : 'not everything landed'
  return `${what}: ${landed} of ${all.length} tasks (run ${run})`
}
