import { openControlRepository } from '../../git/repository/control-repository.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { RunId } from '../../run/run-id.ts'
import { findRunPaths } from '../../run/run-paths.ts'
import { openStore } from '../../run/run-store.ts'
import { listFolders, listTaskFolders, type Rescue, removeScratch, rescueTask } from './rescue-task.ts'

/** Puts the leftover work of an ended run's tasks onto refs. No process may be working on the run. */
export async function rescueRun(repository: Repository, run: RunId): Promise<Rescue[]> {
  const paths = findRunPaths(repository, run)
  const tasks = await listTaskFolders({ paths })
  const store = await openStore(repository, run)
  const base = await store.resolve(`${store.refs.base}^{commit}`)
  if (base === undefined || (await listFolders({ paths })).length === 0) return []
  const control = await openControlRepository(repository, paths.control)
  await removeScratch({ paths, control })
  const context = { repository, control, run, store, paths, base }
  const rescues: Rescue[] = []
  for (const task of tasks) rescues.push(await rescueTask(context, task, 'left by an earlier run'))
  await control.trash.settled()
  return rescues
}
