import { approvePlan } from '../../commands/approve/approve-plan.ts'
import type { FinishedRun } from '../../commands/finish-run.ts'
import { defaultOptions, type RunOptions, resumeNamedRun, runPlan } from '../../commands/run-plan.ts'
import { fetchSharedRun, pushRun, type SharedRefs } from '../../commands/share-run.ts'
import type { RefsPush } from '../../git/remote/push-refs.ts'
import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Report } from '../../model/report.ts'
import { longestQuotaWaitInJobMs } from '../../model/timing/delays.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { requireRemoteAccess } from '../github/remote-access.ts'
import { toRunLog } from '../output/run-log.ts'
import { toAttempt } from '../planned/planned-run.ts'
import type { Step } from '../step/step.ts'

export interface SharedRun {
  readonly report: Report
  /** Undefined if not requested. */
  readonly push: RefsPush | undefined
}

/** Why the job failed, and what to change. */
export function toPushFailure(run: string, { reason, hasMoved }: RefusedPush): string {
  return hasMoved
    ? `run ${run} was not pushed, because another job or person has changed it at the remote since this job fetched it: ${reason}\nWhat is there stays. Let jobs that continue runs wait for each other: \`concurrency: agents-continue\`.`
    : `run ${run} could not be pushed: ${reason}\nGive the job \`permissions: { contents: write }\`.`
}

type RefusedPush = Extract<RefsPush, { kind: 'refused' }>

/** Runs a plan, or resumes the named run; then pushes it if requested, even after an error. */
export async function runShared(
  step: Step,
  repository: Repository,
  checked: CheckedPlan,
): Promise<SharedRun> {
  const { inputs, log, signal } = step
  const access = inputs.push ? requireRemoteAccess(step, repository) : undefined
  const show = toRunLog(log, checked.plan)
  let run: string | undefined
  const options: RunOptions = {
    ...defaultOptions,
    maxParallel: inputs.maxParallel,
    longestQuotaWaitMs: inputs.push ? longestQuotaWaitInJobMs : undefined,
    toResume: earlier => `the input "run: ${earlier}"`,
    signal,
    emit: event => {
      if (event.kind === 'run-started') run = event.run
      show(event)
    },
  }
  const seen =
    inputs.run === undefined
      ? undefined
      : await fetchSharedRun(repository, inputs.run, requireRemoteAccess(step, repository))
  const toRemote = { access, seen }
  try {
    const { report, deletion } = await start(step, repository, checked, options)
    const push = await tryPush(step, repository, report.run, toRemote)
    await deletion.untilDone()
    return { report, push }
  } catch (error) {
    if (run !== undefined) await tryPush(step, repository, run, toRemote)
    throw error
  }
}

async function start(
  step: Step,
  repository: Repository,
  checked: CheckedPlan,
  options: RunOptions,
): Promise<FinishedRun> {
  const { run } = step.inputs
  if (run === undefined) return runPlan(repository, checked, options)
  await approvePlans(step, repository, run)
  return resumeNamedRun(repository, run, checked, options)
}

/** Approves the plans that the inputs name, or with feedback asks for changes to them. */
export async function approvePlans(
  { inputs: { approve, feedback: changes = '' }, env }: Step,
  repository: Repository,
  run: string,
): Promise<void> {
  for (const approval of approve)
    await approvePlan(repository, { ...approval, run, changes, isRepeated: toAttempt(env) > 1 })
}

async function tryPush(
  { log }: Step,
  repository: Repository,
  run: string,
  { access, seen }: { readonly access: RemoteAccess | undefined; readonly seen: SharedRefs | undefined },
): Promise<RefsPush | undefined> {
  if (access === undefined) return undefined
  const push = await pushRun(repository, run, access, seen)
  log.end()
  log.line(
    push.kind === 'pushed'
      ? `run ${run}: ${push.count} refs pushed to ${access.remote}`
      : `run ${run} was not pushed: ${push.reason}`,
  )
  return push
}
