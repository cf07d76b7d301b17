import { isStored, listSets } from '../../checkouts/dependencies/stored-sets.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { PlannedRun } from '../planned/planned-run.ts'
import type { Step } from '../step/step.ts'
import { findUncached, tryOpenCache } from './dependency-cache.ts'

/**
 * Fetches the installed dependencies of a run's base from the cache, before anything runs in a checkout. What is missing is installed
 * when it is needed.
 */
export async function restoreDependencies(
  { log }: Pick<Step, 'log'>,
  repository: Repository,
  { plan, base }: Pick<PlannedRun, 'plan' | 'base'>,
): Promise<void> {
  const sets = (await listSets(repository, plan, base)).filter(set => !isStored(set))
  if (sets.length === 0) return
  const cache = await tryOpenCache()
  if (cache === undefined) return
  for (const set of sets)
    if (await cache.tryRestore(set)) log.line(`dependencies of ${set.manager}: from the cache`)
}

/** Whether a job with `command: cache` has something to do. */
export async function lacksDependencies(
  repository: Repository,
  { plan, base }: Pick<PlannedRun, 'plan' | 'base'>,
): Promise<boolean> {
  const sets = await listSets(repository, plan, base)
  if (sets.length === 0) return false
  const cache = await tryOpenCache()
  return cache !== undefined && (await findUncached(cache, sets)).length > 0
}
