import { tryFetchRefs } from '../../git/remote/fetch-refs.ts'
import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { RunId } from '../../run/run-id.ts'
import { toStateRefs } from '../../run/run-refs.ts'
import { openStore } from '../../run/run-store.ts'
import { readPlanOf } from '../read-status.ts'
import { listPlansOf, tryUnplannedText, type WaitingPlan } from './approve-plan.ts'

/** The plans of a run that wait for approval at a remote. */
export interface RemotePlans {
  readonly tasks: readonly Pick<Task, 'id' | 'issue'>[]
  readonly waiting: readonly WaitingPlan[]
  /** Why other tasks that need an approval have no plan that waits, and what to do. */
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
  const { tasks } = await readPlanOf(store)
  const waiting = await listPlansOf(repository, run)
  const unplanned = new Map<TaskId, string>()
  for (const { id, planFirst } of tasks) {
    if (planFirst?.approve !== true || waiting.some(({ task }) => task === id)) continue
    const why = await tryUnplannedText(store, id)
    if (why !== undefined) unplanned.set(id, why)
  }
  return { tasks, waiting, unplanned }
}
