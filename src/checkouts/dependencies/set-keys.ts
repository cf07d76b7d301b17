import type { RunContext } from '../../run/run-context.ts'
import { isSameTree, runsOwnCode, toTreeKey } from './own-code.ts'
import { readTreeFiles, type TreeFile } from './tree-files.ts'

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
  readonly files: readonly TreeFile[]
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
  { key, files, isUsed }: InstalledTree,
): Promise<SetKeys> {
  const isShared = !runsOwnCode(root, files) || isSameTree(files, await readTreeFiles(repository, base))
  const own = isShared ? key : toTreeKey(key, files)
  return { read: [...new Set([key, own])], write: isUsed ? undefined : own }
}
