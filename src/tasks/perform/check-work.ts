import type { RunContext } from '../../run/run-context.ts'
import { checkChanges } from '../gates/change-gates.ts'
import { checkNewNames } from '../gates/colliding-names.ts'
import type { Refusal } from '../gates/gate.ts'
import { checkFilters } from '../gates/missing-filters.ts'
import { checkSecrets } from '../gates/secrets-gate.ts'
import { checkWeakened, findWeakened } from '../gates/weakened-tests-gate.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import type { TaskWork } from '../work/task-work.ts'

/** The first refusal by a gate that reads the work and runs nothing: for what an agent left, and again for what hooks made of it. */
export async function checkWork(
  context: RunContext,
  { task, start }: Pick<TaskWork, 'task' | 'start'>,
  collected: CollectedWork,
): Promise<Refusal | undefined> {
  const { plan, repository } = context
  const { tree, changes } = collected
  return (
    checkChanges({ plan: context.plan, task, ...collected }) ??
    (await checkNewNames(repository, tree, changes)) ??
    checkWeakened(await findWeakened(repository, changes), { task, testsProtected: plan.testsProtected }) ??
    (await checkSecrets(context, { start, changes })) ??
    (await checkFilters(context, collected))
  )
}
