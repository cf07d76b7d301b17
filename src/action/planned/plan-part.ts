import { tryFetchRefs } from '../../git/remote/fetch-refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { toRemainder } from '../../jobs/continuation/continuation.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toLanes } from '../../plan/lanes/lanes.ts'
import { readStoredPlan } from '../../plan/schema/stored-plan.ts'
import { stateRefs } from '../../run/run-refs.ts'
import { RunStore } from '../../run/run-store.ts'
import { requireRemoteAccess } from '../github/remote-access.ts'
import type { Step, StepResult } from '../step/step.ts'
import { tryClaimPlan } from './claim-plan.ts'
import { loadPlannedRun } from './load-planned-run.ts'
import { toPlanOutputs } from './plan-outputs.ts'

/** `command: plan` in a later workflow run: spreads the remaining tasks over lanes. */
export async function planPart(step: Step, repository: Repository): Promise<StepResult> {
  const planned = await loadPlannedRun(step, repository)
  const { run, base, plan, text } = planned
  const { file } = readStoredPlan(text)
  const remainder = toRemainder(plan.tasks, await readOutcomes(step, repository, planned))
  const maxParallel = step.inputs.maxParallel ?? file['max-parallel']
  const open = toLanes(remainder.tasks, { maxParallel, agentsPerRunner: file['agents-per-runner'] })
  const { settled } = remainder
  const lanes = settled.length === 0 ? open : open.map(lane => ({ ...lane, settled }))
  await tryClaimPlan(step, plan, planned.target)
  const said = `Part ${step.inputs.part} of run ${run}: ${remainder.tasks.length} of ${plan.tasks.length} tasks are left, in ${lanes.length} lanes.`
  step.log.line(said)
  return {
    outputs: toPlanOutputs({ run, base, lanes, maxParallel, planText: '' }),
    summary: `${said}\n`,
    annotations: [],
    failure: undefined,
  }
}

async function readOutcomes(
  step: Step,
  repository: Repository,
  { run, plan }: Awaited<ReturnType<typeof loadPlannedRun>>,
): Promise<Map<TaskId, Outcome>> {
  const access = requireRemoteAccess(step, repository)
  const failure = await tryFetchRefs(repository, access, [`${stateRefs}${run}/results/*`])
  if (failure !== undefined)
    throw new RefusedError(`the results of run ${run} could not be fetched: ${failure}`)
  const results = await new RunStore(repository, run, plan.branch).readResults(plan.tasks.map(({ id }) => id))
  return new Map([...results].map(([task, { outcome }]) => [task, outcome]))
}
