import type { Repository } from '../git/repository/open-repository.ts'
import { RefusedError } from '../model/refused-error.ts'
import type { CheckedPlan } from '../plan/schema/read-plan.ts'
import { type PlanOverview, toPlanOverview } from '../report/text/plan-overview.ts'
import { findTarget } from './target/find-target.ts'

/** What a plan comes to in this repository. A target that is missing is not an error yet: `run` refuses it. */
export async function describePlan(
  repository: Repository,
  checked: CheckedPlan,
  maxParallel: number | undefined,
): Promise<PlanOverview> {
  const target = await findTarget(repository, checked.plan).catch(error => {
    if (error instanceof RefusedError) return null
    throw error
  })
  return toPlanOverview(checked, target, maxParallel ?? checked.plan.maxParallel)
}
