import type { Repository } from '../git/repository/open-repository.ts'
import { removeLeftTemporaryFolders } from './claims/temporary-folder.ts'
import { dropLeftDatabases } from './databases/databases.ts'

/** Removes what checkouts of dead processes left, except for their files. Returns what could not be removed, and why. */
export async function reclaimLeft(repository: Repository): Promise<string[]> {
  await removeLeftTemporaryFolders(repository.env)
  return dropLeftDatabases(repository)
}
