import { tryGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'
import { type RemoteAccess, toNetworkPlace } from './remote-access.ts'
import { toRemoteReason } from './remote-reason.ts'

/** Fetches existing refs of a remote under their own names. Returns the reason of a failure. */
export function tryFetchRefs(
  repository: Repository,
  access: RemoteAccess,
  patterns: readonly string[],
): Promise<string | undefined> {
  return tryFetchObjects(
    repository,
    access,
    patterns.map(pattern => `+${pattern}:${pattern}`),
  )
}

/** Fetches the objects of a remote's refs without creating refs here. Returns the reason of a failure. */
export async function tryFetchObjects(
  repository: Repository,
  access: RemoteAccess,
  refs: readonly string[],
): Promise<string | undefined> {
  const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', access.remote, ...refs]
  const { code, stderr } = await tryGit(toNetworkPlace(repository, access), args)
  return code === 0 ? undefined : toRemoteReason(stderr)
}
