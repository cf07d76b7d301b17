import { approvePlan } from '../../commands/approve/approve-plan.ts'
import type { FinishedRun } from '../../commands/finish-run.ts'
import { defaultOptions, type RunOptions, resumeNamedRun, runPlan } from '../../commands/run-plan.ts'
import { fetchRun, pushRun } from '../../commands/share-run.ts'
import type { RefsPush } from '../../git/remote/push-refs.ts'
import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Report } from '../../model/report.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { requireRemoteAccess } from '../github/remote-access.ts'
import { toRunLog } from '../output/run-log.ts'
import type { Step } from '../step/step.ts'

export interface SharedRun {
  readonly report: Report
  /** Undefined if not requested. */
  readonly push: RefsPush | undefined
}

/** Why the job failed, and what to change. */
export function toPushFailure(run: string, reason: string): string {
  return `run ${run} could not be pushed: ${reason}\nGive the job \`permissions: { contents: write }\`.`
}

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
    toResume: earlier => `the input "run: ${earlier}"`,
    signal,
    emit: event => {
      if (event.kind === 'run-started') run = event.run
      show(event)
    },
  }
  try {
    const { report, deletion } = await start(step, repository, checked, options)
    const push = await tryPush(step, repository, report.run, access)
    await deletion.untilDone()
    return { report, push }
  } catch (error) {
    if (run !== undefined) await tryPush(step, repository, run, access)
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
  await fetchRun(repository, run, requireRemoteAccess(step, repository))
  for (const task of step.inputs.approve) await approvePlan(repository, { run, task, changes: '' })
  return resumeNamedRun(repository, run, checked, options)
}

async function tryPush(
  { log }: Step,
  repository: Repository,
  run: string,
  access: RemoteAccess | undefined,
): Promise<RefsPush | undefined> {
  if (access === undefined) return undefined
  const push = await pushRun(repository, run, access)
  log.end()
  log.line(
    push.kind === 'pushed'
      ? `run ${run}: ${push.count} refs pushed to ${access.remote}`
      : `run ${run} was not pushed: ${push.reason}`,
  )
  return push
}
