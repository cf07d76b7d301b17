import { tryGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'
import { type RemoteAccess, toNetworkPlace } from './remote-access.ts'
import { toRemoteReason } from './remote-reason.ts'

/** Fetches refs of a remote under their own names, so far as they are there. Answers with why it failed. */
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

/** Fetches what refs of a remote are at, and makes no ref of it here. Answers with why it failed. */
export async function tryFetchObjects(
  repository: Repository,
  access: RemoteAccess,
  refs: readonly string[],
): Promise<string | undefined> {
  const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', access.remote, ...refs]
  const { code, stderr } = await tryGit(toNetworkPlace(repository, access), args)
  return code === 0 ? undefined : toRemoteReason(stderr)
}
