import { runGit } from '../../git/process/run-git.ts'
import type { RunContext } from '../../run/run-context.ts'
import { isSameTree, runsOwnCode, toTreeKey } from './own-code.ts'

/** Which stored sets a checkout uses. */
export interface SetKeys {
  /** In order. */
  readonly read: readonly string[]
  /** Under which its own installation is stored; undefined: it is not. */
  readonly write: string | undefined
}

interface InstalledTree {
  /** Of its lock files and manifests. */
  readonly key: string
  /** All of its files. */
  readonly listing: string
  /** Whether commands have run in the checkout. */
  readonly isUsed: boolean
}

/**
 * Where an agent has changed files, an install can run its code: what comes of that is only for the same tree, never for other tasks or
 * later runs. Only the run's base, and trees of which an install runs nothing, fill the set that all share.
 */
export async function findKeys(
  { repository, base }: Pick<RunContext, 'repository' | 'base'>,
  root: string,
  { key, listing, isUsed }: InstalledTree,
): Promise<SetKeys> {
  const paths = listing.split('\0').map(line => line.slice(line.indexOf('\t') + 1))
  const isShared =
    !runsOwnCode(root, paths) ||
    isSameTree(listing, await runGit(repository.place, ['ls-tree', '-r', '-z', '--full-tree', base]))
  const own = isShared ? key : toTreeKey(key, listing)
  return { read: [...new Set([key, own])], write: isUsed ? undefined : own }
}
