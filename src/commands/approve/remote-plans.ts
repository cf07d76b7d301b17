import { tryFetchRefs } from '../../git/remote/fetch-refs.ts'
import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { RunId } from '../../run/run-id.ts'
import { toStateRefs } from '../../run/run-refs.ts'
import { openStore } from '../../run/run-store.ts'
import { readPlanOf } from '../read-status.ts'
import { listPlansOf, type WaitingPlan } from './approve-plan.ts'

/** The plans of a run that wait for approval at a remote, and the tasks that have to be repeated for one. */
export interface RemotePlans {
  readonly waiting: readonly WaitingPlan[]
  /** Why tasks have no plan to approve. */
  readonly unplanned: ReadonlyMap<TaskId, string>
}

/** Fetches what says which plans wait: small records, no branches. */
export async function fetchRemotePlans(
  repository: Repository,
  run: RunId,
  access: RemoteAccess,
): Promise<RemotePlans> {
  const refs = toStateRefs(run)
  const failure = await tryFetchRefs(repository, access, [
    refs.plan,
    refs.result('*'),
    refs.workPlan('*'),
    refs.approval('*'),
  ])
  if (failure !== undefined) throw new RefusedError(`run ${run} could not be fetched: ${failure}`)
  const store = await openStore(repository, run)
  const waiting = await listPlansOf(repository, run)
  const unplanned = new Map<TaskId, string>()
  for (const { id, planFirst } of (await readPlanOf(store)).tasks) {
    const result = planFirst?.approve === true ? await store.readResult(id) : undefined
    if (result?.outcome === 'infrastructure-error') unplanned.set(id, result.reason ?? result.outcome)
  }
  return { waiting, unplanned }
}
