import type { ObjectId } from '../objects/objects.ts'
import { tryGit } from '../process/run-git.ts'
import type { RefUpdate } from '../refs/refs.ts'
import type { Repository } from '../repository/open-repository.ts'
import { type RemoteAccess, toNetworkPlace, toReason } from './push-refs.ts'

/** What became of a push of several refs. A server takes or refuses each by itself. */
export interface PushedUpdates {
  /** Read back: they are there. */
  readonly arrived: readonly RefUpdate[]
  readonly refused: readonly RefusedUpdate[]
}

export interface RefusedUpdate extends RefUpdate {
  readonly reason: string
}

/** So many refs a push: a command line has an end. */
const batch = 100

/**
 * Moves refs of a remote, each only from where it is expected to be, and reads back which of them are there. One that is refused
 * stops no other.
 */
export async function pushUpdates(
  repository: Repository,
  access: RemoteAccess,
  updates: readonly RefUpdate[],
): Promise<PushedUpdates> {
  const said = new Map<string, string>()
  for (let at = 0; at < updates.length; at += batch) {
    const part = updates.slice(at, at + batch)
    for (const [ref, reason] of await push(repository, access, part)) said.set(ref, reason)
  }
  const there = await tryRead(repository, access, updates)
  const isThere = ({ ref, to }: RefUpdate) => typeof there !== 'string' && there.get(ref) === to
  const general = typeof there === 'string' ? there : 'the remote has something else by now'
  return {
    arrived: updates.filter(isThere),
    refused: updates
      .filter(update => !isThere(update))
      .map(update => ({ ...update, reason: said.get(update.ref) ?? general })),
  }
}

/** Why refs were refused, as far as that was said. */
async function push(
  repository: Repository,
  access: RemoteAccess,
  updates: readonly RefUpdate[],
): Promise<Map<string, string>> {
  const place = toNetworkPlace(repository, access)
  const leases = updates.map(({ ref, from }) => `--force-with-lease=${ref}:${from ?? ''}`)
  const refspecs = updates.map(({ ref, to }) => `${to ?? ''}:${ref}`)
  const args = ['push', '--porcelain', '--no-verify', ...leases, access.remote, ...refspecs]
  const { code, stdout, stderr } = await tryGit(place, args)
  if (code === 0) return new Map()
  const own = [...stdout.matchAll(/^!\t[^\t]*:(\S+)\t(.*)$/gm)].map(
    match => [match[1] as string, `${match[2]} · ${toReason(stderr)}`] as const,
  )
  return own.length > 0 ? new Map(own) : new Map(updates.map(({ ref }) => [ref, toReason(stderr)]))
}

async function tryRead(
  repository: Repository,
  access: RemoteAccess,
  updates: readonly RefUpdate[],
): Promise<ReadonlyMap<string, ObjectId> | string> {
  if (updates.length === 0) return new Map()
  const { code, stdout, stderr } = await tryGit(toNetworkPlace(repository, access), [
    'ls-remote',
    '--refs',
    access.remote,
    ...updates.map(({ ref }) => ref),
  ])
  if (code !== 0) return toReason(stderr)
  const lines = stdout.split('\n').filter(line => line !== '')
  return new Map(lines.map(line => line.split('\t') as [string, string]).map(([id, name]) => [name, id]))
}

/** Fetches what refs of a remote are at, and makes no ref of it here. Answers with why it failed. */
export async function tryFetchObjects(
  repository: Repository,
  access: RemoteAccess,
  refs: readonly string[],
): Promise<string | undefined> {
  const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', access.remote, ...refs]
  const { code, stderr } = await tryGit(toNetworkPlace(repository, access), args)
  return code === 0 ? undefined : toReason(stderr)
}
