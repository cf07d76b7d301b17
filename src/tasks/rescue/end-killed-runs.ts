import { reclaimLeft } from '../../checkouts/reclaim.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { lockRun, wasKilled, withLock } from '../../run/opening/run-lock.ts'
import type { RunId } from '../../run/run-id.ts'
import { findRunPaths } from '../../run/run-paths.ts'
import { freeLeftUsers } from '../../sandbox/user/user-claims.ts'
import { endLeftProcesses } from './end-left-processes.ts'

/**
 * Ends the processes that killed runs have left, which frees their ports, and then drops databases that no process owns. Work, checkouts
 * and refs stay as they are, so that the runs can be resumed.
 *
 * @param progress Told what has to be waited for, and what could not be dropped.
 */
export async function endKilledRuns(
  repository: Repository,
  runs: readonly RunId[],
  progress: (text: string) => void,
): Promise<void> {
  for (const run of runs) if (await wasKilled(repository, run)) await endKilledRun(repository, run, progress)
  await freeLeftUsers()
  for (const problem of await reclaimLeft(repository)) progress(problem)
}

/** Under the lock: a run that is resumed meanwhile has processes of its own. */
async function endKilledRun(
  repository: Repository,
  run: RunId,
  progress: (text: string) => void,
): Promise<void> {
  const lock = await lockRun(repository, run, event => {
    if (event.kind === 'notice') progress(event.text)
  }).catch(() => undefined) // it has just been resumed
  if (lock === undefined) return
  const paths = findRunPaths(repository, run)
  await withLock(repository, lock, () => endLeftProcesses({ run, paths }))
}
