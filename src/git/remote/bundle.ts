import { resolve } from 'node:path'
import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'

export interface BundleRequest {
  readonly path: string
  /** The only ref in the bundle. */
  readonly ref: string
  /** Excluded with its history: the reader must have it. */
  readonly base: ObjectId
}

/** Writes the history of a ref without that of the base. Fails if that is empty. */
export async function writeBundle(repository: Repository, { path, ref, base }: BundleRequest): Promise<void> {
  await runGit(repository.place, ['bundle', 'create', '--quiet', resolve(path), ref, `^${base}`])
}
