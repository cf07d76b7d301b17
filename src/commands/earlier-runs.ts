import type { Repository } from '../git/repository/open-repository.ts'
import type { CheckedPlan } from '../plan/schema/read-plan.ts'
import { readStoredPlan } from '../plan/schema/stored-plan.ts'
import { findUnfinishedRun, isUnfinished, listRuns } from '../run/opening/claim-run.ts'
import { tryReadHolder } from '../run/opening/run-lock.ts'
import type { RunId } from '../run/run-id.ts'
import { openStore } from '../run/run-store.ts'
import { selectTasks } from './select-tasks.ts'
import { findTarget, type Target } from './target/find-target.ts'
import { toTextWithTarget } from './target/text-with-target.ts'

/**
 * The unfinished, unlocked runs of earlier versions of a plan, the latest first. None if there is one of exactly this plan: that
 * one is resumed.
 *
 * @param only The requested tasks; empty: all.
 */
export async function findEarlierRuns(
  repository: Repository,
  checked: CheckedPlan,
  only: readonly string[],
): Promise<RunId[]> {
  const selected = only.length === 0 ? checked : selectTasks(checked, only)
  const text = toTextWithTarget(selected, await findTarget(repository, selected.plan))
  if ((await findUnfinishedRun(repository, text)) !== undefined) return []
  const earlier: RunId[] = []
  for (const run of await listRuns(repository)) {
    if (await isLeftOf(repository, run, checked.plan.name)) earlier.push(run)
  }
  return earlier
}

/** Whether there is an unfinished run of exactly this plan, which `run` would resume. */
export async function hasUnfinishedRun(
  repository: Repository,
  checked: CheckedPlan,
  target: Target,
): Promise<boolean> {
  return (await findUnfinishedRun(repository, toTextWithTarget(checked, target))) !== undefined
}

async function isLeftOf(repository: Repository, run: RunId, name: string): Promise<boolean> {
  if (!(await isUnfinished(repository, run)) || (await tryReadHolder(repository, run)) !== undefined)
    return false
  const text = await (await openStore(repository, run)).readPlanText()
  return text !== undefined && tryStoredName(text) === name
}

/** The name of a stored plan; undefined if another version's format is unreadable. */
function tryStoredName(text: string): string | undefined {
  try {
    return readStoredPlan(text).plan.name
  } catch {
    return undefined
  }
}
