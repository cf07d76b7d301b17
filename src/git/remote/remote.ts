import type { ObjectId } from '../objects/objects.ts'
import { configValue, type Repository } from '../repository/open-repository.ts'
import { runOverNetwork } from './network.ts'

/** A branch of a remote. */
export interface RemoteBranch {
  readonly remote: string
  readonly branch: string
}

/** A silent server of a fetch. */
const silenceMilliseconds = 120_000

/**
 * The push target of a local branch, in git's own order: its `pushRemote`, `remote.pushDefault`, its upstream, or the branch of the
 * same name at `origin`; undefined without a remote.
 */
export function tryRemoteBranch({ config }: Repository, branch: string): RemoteBranch | undefined {
  const upstream = configValue(config, `branch.${branch}.remote`)
  const remote =
    configValue(config, `branch.${branch}.pushremote`) ??
    configValue(config, 'remote.pushdefault') ??
    upstream ??
    'origin'
  if (remote === '.' || !config.has(`remote.${remote}.url`)) return undefined
  const merge = remote === upstream ? configValue(config, `branch.${branch}.merge`) : undefined
  return { remote, branch: merge?.replace(/^refs\/heads\//, '') ?? branch }
}

export type Fetch =
  /** `id` is undefined if the remote does not have the branch. */
  | { readonly kind: 'fetched'; readonly id: ObjectId | undefined }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** Fetches a branch and returns its commit. */
export async function fetchBranch(repository: Repository, { remote, branch }: RemoteBranch): Promise<Fetch> {
  const ref = `refs/heads/${branch}`
  const run = (...args: readonly string[]) =>
    runOverNetwork(repository, { settings: [] }, args, silenceMilliseconds)
  const list = await run('ls-remote', remote, ref)
  if (list.kind === 'failed') return { kind: 'unreachable', reason: list.reason }
  const id = list.text.split(/\s/)[0] || undefined
  if (id === undefined) return { kind: 'fetched', id }
  const fetch = await run('fetch', '--no-tags', '--quiet', remote, ref)
  return fetch.kind === 'failed' ? { kind: 'unreachable', reason: fetch.reason } : { kind: 'fetched', id }
}
