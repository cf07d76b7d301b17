import { tryFetchRefs } from '../../git/remote/fetch-refs.ts'
import { readRemoteRefs } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { RunStore } from '../../run/run-store.ts'
import { requireRemoteAccess, tryRemoteAccess } from '../github/remote-access.ts'
import type { Step } from '../step/step.ts'
import { loadStepPlan, readStepPlan } from './load-step-plan.ts'
import { type PlannedRun, requirePlannedRun, toAttempt } from './planned-run.ts'

/** The run of a job, with the plan of its inputs; in later workflow runs, with the plan that was stored with it. */
export async function loadPlannedRun(step: Step, repository: Repository): Promise<PlannedRun> {
  if (step.inputs.part > 1) return loadStoredRun(step, repository)
  const run = await requirePlannedRun(step, repository, loadStepPlan(step, repository))
  await requireSamePlan(step, repository, run)
  return run
}

/** A variable that names the plan may have changed since the first attempt, whose tasks were pushed with their plan. */
async function requireSamePlan(
  step: Step,
  repository: Repository,
  { run, text, attempt }: PlannedRun,
): Promise<void> {
  const access = attempt === 1 ? undefined : tryRemoteAccess(step, repository)
  if (access === undefined) return
  const store = new RunStore(repository, run, undefined)
  const remote = await readRemoteRefs(repository, access, [store.refs.plan])
  const pushed = remote.kind === 'read' ? remote.refs.get(store.refs.plan) : undefined
  if (pushed !== undefined && pushed !== (await store.writeText(text)))
    throw new RefusedError(
      `the plan is not the one that run ${run} began with, in an earlier attempt: choose "Re-run all jobs"`,
    )
}

async function loadStoredRun(step: Step, repository: Repository): Promise<PlannedRun> {
  const { run, part } = step.inputs
  if (run === undefined) throw new RefusedError(`part ${part} of a run needs the input \`run\``)
  const store = new RunStore(repository, run, undefined)
  const access = requireRemoteAccess(step, repository)
  const failure = await tryFetchRefs(repository, access, [store.refs.plan, store.refs.base])
  const text = await store.readPlanText()
  const base = await store.resolve(`${store.refs.base}^{commit}`)
  if (failure !== undefined || text === undefined || base === undefined)
    throw new RefusedError(`run ${run} cannot be continued: ${failure ?? 'its plan or its base is missing'}`)
  const { plan } = readStepPlan(step, repository, text)
  return { run, plan, text, target: plan.target ?? '', base, attempt: toAttempt(step.env) }
}
