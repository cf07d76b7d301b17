import { findDueRun } from '../../commands/remote/due-runs.ts'
import { toTaskOfIssue } from '../../commands/resume/task-of-issue.ts'
import { withFeedback } from '../../commands/resume/with-feedback.ts'
import { defaultOptions, type RunOptions, resumeNamedRun } from '../../commands/run-plan.ts'
import { fetchSharedRun, pushRun, readSharedRefs, type SharedRefs } from '../../commands/share-run.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import {
  type Delivered,
  deliverResult,
  listBranchesThere,
  toLandMode,
} from '../../jobs/publish/deliver-result.ts'
import { placedUrl } from '../../jobs/publish/forge.ts'
import { findLandingBase } from '../../jobs/publish/land-on-target.ts'
import { tellOutcome } from '../../jobs/publish/tell-outcome.ts'
import { withoutRunNames } from '../../model/foreign-text.ts'
import { toInertLine } from '../../model/inert-text.ts'
import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { Report } from '../../model/report.ts'
import { longestQuotaWaitInJobMs, sleepSeconds } from '../../model/timing/delays.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { readStoredPlan } from '../../plan/schema/stored-plan.ts'
import { toRunSummary } from '../../report/markdown/run-summary.ts'
import { openStore } from '../../run/run-store.ts'
import { openGitHub } from '../github/github.ts'
import { GitHubForge } from '../github/pull-requests.ts'
import { requireRemoteAccess } from '../github/remote-access.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { logReport, resumeByInput } from '../output/log-report.ts'
import { toRunAnnotations } from '../output/run-annotations.ts'
import { toRunLog } from '../output/run-log.ts'
import { toRunOutputs } from '../output/run-outputs.ts'
import { writeReport } from '../output/write-report.ts'
import { startDeadline } from '../step/job-deadline.ts'
import { tryRunUrl } from '../step/run-url.ts'
import { mostSummaryBytes, type Step, type StepResult } from '../step/step.ts'
import { withStepRepository } from '../step/step-repository.ts'
import { tellRefusal, tryAsked } from './asked-comment.ts'
import { approvePlans, toPushFailure } from './run-shared.ts'

/**
 * `command: retry`: continues a pushed run on this runner: repeats the named tasks, with feedback for their agents, or everything
 * that did not land; then pushes the run and delivers its result. Without a name, it continues a run whose parked tasks are due.
 */
export async function retryCommand(step: Step): Promise<StepResult> {
  const { run, tasks } = step.inputs
  if (run === undefined) {
    if (tasks.length > 0) throw new RefusedError('with `tasks`, this step needs the input `run`')
    return continueDueRun(step)
  }
  try {
    return await retryRun(step, run, { isDue: false })
  } catch (error) {
    if (error instanceof RefusedError)
      await tellRefusal(
        step,
        `Run \`${run}\` was not resumed: ${withoutRunNames(toInertLine(error.message))}.`,
      )
    throw error
  }
}

async function continueDueRun(step: Step): Promise<StepResult> {
  const due = await withStepRepository(step, repository =>
    findDueRun(repository, requireRemoteAccess(step, repository), Date.now()),
  )
  if (due === undefined) return { outputs: {}, summary: nothingDue, annotations: [], failure: undefined }
  return retryRun({ ...step, inputs: { ...step.inputs, tasks: [...due.tasks] } }, due.run, { isDue: true })
}

const nothingDue = 'No pushed run has tasks whose quota has reset.\n'

/** @param continuing.isDue Whether the run continues by itself, and so does again if this job is stopped. */
function retryRun(given: Step, run: string, continuing: { readonly isDue: boolean }): Promise<StepResult> {
  return withStepRepository(given, async repository => {
    const deadline = startDeadline(given, undefined)
    const access = requireRemoteAccess(given, repository)
    const seen = await fetchSharedRun(repository, run, access)
    const stored = await requireStored(repository, run)
    const signal = AbortSignal.any([given.signal, deadline.signal])
    const step = { ...given, inputs: withTasksOfIssues(given.inputs, stored), signal }
    const checked = withWords(step, stored)
    const base = await (await openStore(repository, run)).requireBase()
    await approvePlans(step, repository, run)
    const retried: RetriedRun = { repository, run, checked, access, base }
    const options = await readOptions(step, retried)
    const { report: ended, deletion } = await resumeNamedRun(repository, run, checked, options)
    await deletion.untilDone()
    const isLeft = continuing.isDue && step.signal.aborted
    const report = isLeft ? { ...ended, retryAt: new Date().toISOString() } : ended
    if (isLeft) await (await openStore(repository, run)).saveReport(report)
    await push(retried, seen)
    return endStep(step, checked, await deliver(step, retried, report))
  })
}

async function requireStored(repository: Repository, run: string): Promise<CheckedPlan> {
  const text = await (await openStore(repository, run)).readPlanText()
  if (text === undefined) throw new RefusedError(`there is no run ${run} at the remote`)
  return readStoredPlan(text)
}

function withTasksOfIssues(inputs: Inputs, { plan }: CheckedPlan): Inputs {
  const toId = (named: TaskId) => toTaskOfIssue(plan.tasks, named)
  const approve = inputs.approve.map(approval => ({ ...approval, task: toId(approval.task) }))
  return { ...inputs, tasks: inputs.tasks.map(toId), approve }
}

function withWords({ inputs: { tasks, feedback, approve } }: Step, checked: CheckedPlan): CheckedPlan {
  const known = new Set(checked.order)
  const unknown = tasks.filter(id => !known.has(id))
  if (unknown.length > 0)
    throw new RefusedError(
      `the run has no task ${unknown.join(', ')}: its tasks are ${checked.order.join(', ')}`,
    )
  // With an approval, they are about the plan.
  return feedback === undefined || approve.length > 0 ? checked : withFeedback(checked, tasks, feedback)
}

/** A target that has moved is part of the result, so that it can land. */
async function readOptions(
  { inputs, log, signal }: Step,
  { repository, access, checked: { plan }, base }: RetriedRun,
): Promise<RunOptions> {
  const { target } = plan
  return {
    ...defaultOptions,
    only: inputs.tasks,
    maxParallel: inputs.maxParallel,
    longestQuotaWaitMs: longestQuotaWaitInJobMs,
    sandbox: inputs.sandbox,
    callerLandsOn: target === undefined ? base : await findLandingBase({ repository, access }, target, base),
    toResume: run => `the input "run: ${run}"`,
    signal,
    emit: toRunLog(log, plan),
  }
}

interface RetriedRun {
  readonly repository: Repository
  readonly run: string
  readonly checked: CheckedPlan
  readonly access: RemoteAccess
  readonly base: ObjectId
}

async function push({ repository, run, access }: RetriedRun, seen: SharedRefs): Promise<void> {
  const pushed = await pushRun(repository, run, access, seen)
  if (pushed.kind === 'refused') throw new Error(toPushFailure(run, pushed))
}

/** Delivers the pushed result, as the job `publish` does, and pushes the report that says how. */
async function deliver(step: Step, retried: RetriedRun, report: Report): Promise<Delivered> {
  const { env, inputs } = step
  const { repository, run, checked, access, base } = retried
  const { plan } = checked
  const store = await openStore(repository, run)
  const forge = new GitHubForge(() => openGitHub(env, inputs.githubToken), sleepSeconds)
  const collected = { repository, run, plan, base }
  const request = { collected, access, forge, land: toLandMode(plan), runUrl: tryRunUrl(env) }
  const delivered = await deliverResult(request, report, await listBranchesThere(request))
  const seen = await readSharedRefs(repository, run)
  await store.saveReport(delivered.report)
  await push(retried, seen)
  return {
    ...delivered,
    problems: [...delivered.problems, ...(await tellOutcome(request, delivered, tryAsked(step)))],
  }
}

async function endStep(
  step: Step,
  { plan }: CheckedPlan,
  { report, pullRequests: { integration }, problems }: Delivered,
): Promise<StepResult> {
  const path = await writeReport(step, report)
  step.log.end()
  logReport(step, report, { isPushed: true, resume: resumeByInput })
  const url = placedUrl(integration) ?? ''
  return {
    outputs: {
      ...toRunOutputs(report, path),
      'pull-request-number': integration?.kind === 'placed' ? String(integration.number) : '',
      'pull-request-url': url,
    },
    summary: toRunSummary({ report, tasks: plan.tasks, next: url, maxBytes: mostSummaryBytes }),
    annotations: toRunAnnotations(report, []),
    failure: toFailure(report, problems),
  }
}

function toFailure({ status, run }: Report, problems: readonly string[]): string | undefined {
  const missed = status === 'landed' ? [] : [`not everything landed (run ${run})`]
  const all = [...missed, ...problems]
  return all.length === 0 ? undefined : all.join('\n')
}
