import { RefusedError } from '../../model/refused-error.ts'
import type { ObjectId } from '../objects/objects.ts'
import { findMissingFilters } from '../repository/filter-settings.ts'
import { findOpenFilters } from '../repository/open-filters.ts'
import type { Repository } from '../repository/open-repository.ts'
import { readUserAttributes, withUserAttributes } from '../repository/user-attributes.ts'
import { readAttributes } from './attributes.ts'

/** Notices about filters of a commit that cannot run here, and the consequences. */
export async function listFilterNotices(repository: Repository, commit: ObjectId): Promise<string[]> {
  const missing = findMissingFilters(repository)
  if (missing.length === 0) return []
  const words = (await readAllAttributes(repository, commit)).split(/\s+/)
  return missing
    .filter(({ name }) => words.includes(`filter=${name}`))
    .map(
      ({ name, program }) =>
        `${program} is not installed: files of the filter ${name} are checked out unfiltered, and tasks cannot change them`,
    )
}

/** Refuses a commit whose files use such a filter: without it, unfiltered content would be committed. */
export async function requireClosedFilters(repository: Repository, commit: ObjectId): Promise<void> {
  const open = findOpenFilters(repository)
  if (open.length === 0) return
  const attributes = await readAllAttributes(repository, commit)
  const used = open.find(({ name }) => attributes.split(/\s+/).includes(`filter=${name}`))
  if (used === undefined) return
  throw new RefusedError(
    `the filter ${used.name} runs something that agents can change (${used.word}, relative to the worktree): ` +
      `use an absolute path outside the repository instead of "${used.command}"`,
  )
}

async function readAllAttributes(repository: Repository, commit: ObjectId): Promise<string> {
  const ofCommit = await readAttributes({ repository, place: repository.place }, commit)
  return withUserAttributes(await readUserAttributes(repository), ofCommit)
}
