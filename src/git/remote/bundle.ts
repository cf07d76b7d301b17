import { resolve } from 'node:path'
import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'

export interface BundleRequest {
  readonly path: string
  /** The only ref in the bundle. */
  readonly ref: string
  /** Its history is left out: who reads the bundle must have it. */
  readonly base: ObjectId
}

/** Writes all that is in the history of a ref and not in that of the base. Fails when that is nothing. */
export async function writeBundle(repository: Repository, { path, ref, base }: BundleRequest): Promise<void> {
  await runGit(repository.place, ['bundle', 'create', '--quiet', resolve(path), ref, `^${base}`])
}
