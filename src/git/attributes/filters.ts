import { RefusedError } from '../../model/refused-error.ts'
import type { ObjectId } from '../objects/objects.ts'
import { findOpenFilters } from '../repository/open-filters.ts'
import type { Repository } from '../repository/open-repository.ts'
import { readAttributes } from './attributes.ts'

/** Refuses a commit whose files go through such a filter: without it, other contents would be committed than the user wants. */
export async function requireClosedFilters(repository: Repository, commit: ObjectId): Promise<void> {
  const open = findOpenFilters(repository)
  if (open.length === 0) return
  const attributes = await readAttributes({ repository, place: repository.place }, commit)
  const used = open.find(({ name }) => attributes.split(/\s+/).includes(`filter=${name}`))
  if (used === undefined) return
  throw new RefusedError(
    `the filter ${used.name} runs something that agents can change (${used.word}, relative to the worktree): ` +
      `name it by an absolute path outside of the repository, in place of "${used.command}"`,
  )
}
