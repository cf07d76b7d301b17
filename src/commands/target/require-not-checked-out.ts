import { listCheckouts } from '../../git/checkouts/checkouts.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toBranchName } from '../../run/run-refs.ts'

/** Refuses to continue if one of these branches, which are about to move or be deleted, is checked out. */
export async function requireNotCheckedOut(repository: Repository, refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return
  const checkout = (await listCheckouts(repository)).find(({ ref }) => refs.includes(ref))
  if (checkout === undefined) return
  const { ref, directory } = checkout
  throw new RefusedError(
    `${toBranchName(ref)} is checked out in ${directory} and would be moved or deleted: switch to another branch there first`,
  )
}
