import type { Repository } from '../git/repository/open-repository.ts'
import { dropLeftDatabases } from './databases/databases.ts'
import { removeLeftTemporaryFolders } from './temporary-folder.ts'

/** Takes away what checkouts have left whose process is gone, beside their files. Answers with what could not be taken away, and why. */
export async function reclaimLeft(repository: Repository): Promise<string[]> {
  await removeLeftTemporaryFolders(repository.env)
  return dropLeftDatabases(repository)
}
