import { tryFetchRefs } from '../../git/remote/fetch-refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { RunStore } from '../../run/run-store.ts'
import { requireRemoteAccess } from '../github/remote-access.ts'
import type { Step } from '../step/step.ts'
import { loadStepPlan, readStepPlan } from './load-step-plan.ts'
import { type PlannedRun, requirePlannedRun, toAttempt } from './planned-run.ts'

/** The run of a job, with the plan of its inputs; in later workflow runs, with the plan that was stored with it. */
export async function loadPlannedRun(step: Step, repository: Repository): Promise<PlannedRun> {
  if (step.inputs.part === 1) return requirePlannedRun(step, repository, loadStepPlan(step, repository))
  return loadStoredRun(step, repository)
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
