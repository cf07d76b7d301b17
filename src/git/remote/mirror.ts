import { join } from 'node:path'
import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import { requireRefUpdates } from '../refs/refs.ts'
import { shareObjects } from '../repository/alternates.ts'
import { openRepository, type Repository } from '../repository/open-repository.ts'

/**
 * A repository with the refs of another place and no others, to query their history. Its objects are those of the given one.
 *
 * @param folder An empty one, which the caller deletes.
 */
export async function openMirror(
  { store, env }: Repository,
  folder: string,
  refs: ReadonlyMap<string, ObjectId>,
): Promise<Repository> {
  const init = ['init', '--quiet', '--template=', `--object-format=${store.format}`]
  await runGit({ directory: folder, env }, init)
  await shareObjects(store.folder, join(folder, '.git', 'objects'))
  const mirror = await openRepository(folder, env)
  await requireRefUpdates(
    mirror,
    [...refs].map(([ref, to]) => ({ ref, from: undefined, to })),
  )
  return mirror
}
