import type { ObjectId } from '../objects/objects.ts'
import { type GitSetting, toConnectionEnvironment } from '../process/environment.ts'
import { type GitPlace, tryGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'
import { toRemoteReason } from './remote-reason.ts'

/** A remote with the settings that authenticate git there; passed in the environment, which no command line shows. */
export interface RemoteAccess {
  readonly remote: string
  readonly settings: readonly GitSetting[]
}

export type RemoteRefs =
  | { readonly kind: 'read'; readonly refs: ReadonlyMap<string, ObjectId> }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** A server that is silent for a minute times out. */
const networkTimeouts: readonly GitSetting[] = [
  ['http.lowSpeedLimit', '1'],
  ['http.lowSpeedTime', '60'],
]

/** Where git finds the remote and its credentials. */
export function toNetworkPlace({ userPlace }: Repository, { settings }: RemoteAccess): GitPlace {
  return { ...userPlace, env: toConnectionEnvironment(userPlace.env, [...networkTimeouts, ...settings]) }
}

/**
 * The refs of a remote.
 *
 * @param patterns As `git ls-remote` takes them; none: all refs.
 */
export async function readRemoteRefs(
  repository: Repository,
  access: RemoteAccess,
  patterns: readonly string[],
): Promise<RemoteRefs> {
  const place = toNetworkPlace(repository, access)
  const { code, stdout, stderr } = await tryGit(place, ['ls-remote', '--refs', access.remote, ...patterns])
  if (code !== 0) return { kind: 'unreachable', reason: toRemoteReason(stderr) }
  const lines = stdout.split('\n').filter(line => line !== '')
  return { kind: 'read', refs: new Map(lines.map(line => line.split('\t').reverse() as [string, string])) }
}

/** The setting by which a remote that mirrors this repository takes single branches, and loses no other. */
export function toOneBranch(remote: string): GitSetting {
  return [`remote.${remote}.mirror`, 'false']
}
