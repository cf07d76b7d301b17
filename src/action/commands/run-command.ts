import { describePlan } from '../../commands/describe-plan.ts'
import { findRefusedPaths } from '../../commands/find-refused-paths.ts'
import { requireReady } from '../../commands/prepare-run.ts'
import { findTarget } from '../../commands/target/find-target.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Report } from '../../model/report.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { toPlanSummary } from '../../report/markdown/plan-summary.ts'
import { toRunSummary } from '../../report/markdown/run-summary.ts'
import { plainPaint } from '../../report/terminal/paint.ts'
import { toPlanText } from '../../report/terminal/plan-text.ts'
import { restoreDependencies } from '../dependencies/restore-dependencies.ts'
import { tryOpenJobWatch } from '../github/github-job-watch.ts'
import { tryOwnJob } from '../github/own-job.ts'
import { logReport, resumeByInput } from '../output/log-report.ts'
import { toRunAnnotations } from '../output/run-annotations.ts'
import { toRunLog } from '../output/run-log.ts'
import { toRunOutputs } from '../output/run-outputs.ts'
import { writeReport } from '../output/write-report.ts'
import { loadFilledPlan } from '../planned/load-step-plan.ts'
import { prepareSandbox } from '../sandboxing/prepare-sandbox.ts'
import { startDeadline } from '../step/job-deadline.ts'
import { mostSummaryBytes, type Step, type StepResult } from '../step/step.ts'
import { withStepRepository } from '../step/step-repository.ts'
import { toNextSteps } from './next-steps.ts'
import { runShared, type SharedRun, toPushFailure } from './run-shared.ts'

/** `command: run` without a lane: the whole plan on this runner, with several agents at once. */
export function runCommand(step: Step): Promise<StepResult> {
  return withStepRepository(step, async repository => {
    const checked = await loadFilledPlan(step, repository)
    if (step.inputs.dryRun) return preview(step, repository, checked)
    const deadline = startDeadline(step, await tryOwnJob(step, await tryOpenJobWatch(step)))
    await prepareSandbox(step, repository, checked.plan)
    const { plan } = checked
    const { commit: base } = await findTarget(repository, plan)
    await restoreDependencies(step, repository, { plan, base })
    const limited = { ...step, signal: AbortSignal.any([step.signal, deadline.signal]) }
    const shared = await runShared(limited, repository, checked)
    return endStep(step, repository, checked, shared)
  })
}

/** Checks everything that a run would check, without starting anything. */
async function preview(step: Step, repository: Repository, checked: CheckedPlan): Promise<StepResult> {
  await requireReady(repository, checked, toRunLog(step.log, checked.plan))
  const overview = await describePlan(repository, checked, step.inputs.maxParallel)
  step.log.begin('Plan')
  step.log.line(toPlanText(overview, plainPaint))
  step.log.end()
  step.log.line('nothing was started (dry-run: true)')
  const summary = toPlanSummary({ overview, lanes: [], maxBytes: mostSummaryBytes })
  return { outputs: {}, summary, annotations: [], failure: undefined }
}

async function endStep(
  { log, env }: Step,
  repository: Repository,
  { plan }: CheckedPlan,
  { report, push }: SharedRun,
): Promise<StepResult> {
  const path = await writeReport({ env }, report)
  log.end()
  logReport({ log }, report, { isPushed: push?.kind === 'pushed', resume: resumeByInput })
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
    return toPushFailure(run, push)
  }
  if (status === 'landed') return undefined
  const all = Object.values(tasks)
  const landed = all.filter(task => task.landing === 'landed').length
  return `${status === 'cancelled' ? 'cancelled' : 'not everything landed'}: ${landed} of ${all.length} tasks (run ${run})`
}
