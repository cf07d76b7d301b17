import { relative } from 'node:path'
import type { StoredSet } from '../../checkouts/dependencies/stored-sets.ts'

/** The cache of the repository. A job with `cache-mode: read` cannot write to it. */
export interface DependencyCache {
  has(set: StoredSet): Promise<boolean>
  /** Puts a set into the store of this machine. False: it is not in the cache, or could not be fetched. */
  tryRestore(set: StoredSet): Promise<boolean>
  /** Stores a set. False: it could not be sent, or another job was faster. */
  trySave(set: StoredSet): Promise<boolean>
}

/** Undefined if this job has no cache service. The client is large, so it is loaded only when needed. */
export async function tryOpenCache(): Promise<DependencyCache | undefined> {
  const client = await import('@actions/cache')
  if (!client.isFeatureAvailable()) return undefined
  const restore = async (set: StoredSet, lookupOnly: boolean) =>
    (await client.restoreCache([findPath(set)], toName(set), [], { lookupOnly })) === toName(set)
  return {
    has: set => restore(set, true),
    tryRestore: set => restore(set, false),
    trySave: async set => (await client.saveCache([findPath(set)], toName(set))) !== -1,
  }
}

/** The sets that it lacks. */
export async function findUncached(cache: DependencyCache, sets: readonly StoredSet[]): Promise<StoredSet[]> {
  const cached = await Promise.all(sets.map(set => cache.has(set)))
  return sets.filter((_, index) => !cached[index])
}

/** A part of the version of an entry, so it must be the same on all runners. */
function findPath({ folder }: StoredSet): string {
  return relative(process.cwd(), folder)
}

function toName({ key }: StoredSet): string {
  return `parallel-agents-dependencies-${key}`
}
