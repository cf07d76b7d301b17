import { tryGit } from '../process/run-git.ts'
import type { Ref, RefUpdate } from '../refs/refs.ts'
import type { Repository } from '../repository/open-repository.ts'
import { tryUploadLargeFiles } from './large-files.ts'
import { type RemoteAccess, readRemoteRefs, toNetworkPlace, toOneBranch } from './remote-access.ts'
import { toRemoteReason } from './remote-reason.ts'

/** The result of pushing several refs. A server accepts or refuses each by itself. */
export interface PushedUpdates {
  /** Read back from the server. */
  readonly arrived: readonly RefUpdate[]
  readonly refused: readonly RefusedUpdate[]
}

export interface RefusedUpdate extends RefUpdate {
  readonly reason: string
}

export type RefsPush =
  | { readonly kind: 'pushed'; readonly count: number }
  | { readonly kind: 'refused'; readonly reason: string }

/** Refs per push: the length of a command line is limited. */
const batch = 100

/** Pushes the local values of refs, each with its last seen remote value as the expected one. Refs that are already there are skipped. */
export async function pushRefs(
  repository: Repository,
  access: RemoteAccess,
  refs: readonly Ref[],
): Promise<RefsPush> {
  const before = await readRemoteRefs(repository, access, [])
  if (before.kind === 'unreachable') return { kind: 'refused', reason: before.reason }
  const updates = refs
    .map(({ name, id }) => ({ ref: name, from: before.refs.get(name), to: id }))
    .filter(({ from, to }) => from !== to)
  const { refused } = await pushUpdates(repository, access, updates)
  const [first] = refused
  return first === undefined
    ? { kind: 'pushed', count: refs.length }
    : { kind: 'refused', reason: first.reason }
}

/**
 * Moves refs of a remote, each only from its expected value, and reads the result back. A refused ref does not affect others.
 * Branches whose Git LFS objects cannot be uploaded are not pushed.
 */
export async function pushUpdates(
  repository: Repository,
  access: RemoteAccess,
  updates: readonly RefUpdate[],
): Promise<PushedUpdates> {
  if (updates.length === 0) return { arrived: [], refused: [] }
  const said = await uploadLargeFiles(repository, access, updates)
  const ready = updates.filter(({ ref }) => !said.has(ref))
  for (let at = 0; at < ready.length; at += batch) {
    const part = ready.slice(at, at + batch)
    for (const [ref, reason] of await push(repository, access, part)) said.set(ref, reason)
  }
  const names = updates.length > batch ? [] : updates.map(({ ref }) => ref)
  const after = await readRemoteRefs(repository, access, names)
  const isThere = ({ ref, to }: RefUpdate) => after.kind === 'read' && after.refs.get(ref) === to
  const general = after.kind === 'read' ? 'the ref has moved on the remote' : after.reason
  return {
    arrived: updates.filter(isThere),
    refused: updates
      .filter(update => !isThere(update))
      .map(update => ({ ...update, reason: said.get(update.ref) ?? general })),
  }
}

/** Why the Git LFS objects of branches could not be uploaded, by ref. */
async function uploadLargeFiles(
  repository: Repository,
  access: RemoteAccess,
  updates: readonly RefUpdate[],
): Promise<Map<string, string>> {
  const place = toNetworkPlace(repository, access)
  const failures = new Map<string, string>()
  for (const { ref, from, to } of updates) {
    if (to === undefined || !ref.startsWith('refs/heads/')) continue
    const failure = await tryUploadLargeFiles(repository, place, { remote: access.remote, ref, from, to })
    if (failure !== undefined) failures.set(ref, failure)
  }
  return failures
}

/** Why refs were refused, if known. */
async function push(
  repository: Repository,
  access: RemoteAccess,
  updates: readonly RefUpdate[],
): Promise<Map<string, string>> {
  const leases = updates.map(({ ref, from }) => `--force-with-lease=${ref}:${from ?? ''}`)
  const refspecs = updates.map(({ ref, to }) => `${to ?? ''}:${ref}`)
  const single = ['-c', toOneBranch(access.remote)]
  const args = [...single, 'push', '--porcelain', '--no-verify', ...leases, access.remote, ...refspecs]
  const { code, stdout, stderr } = await tryGit(toNetworkPlace(repository, access), args)
  if (code === 0) return new Map()
  const own = [...stdout.matchAll(/^!\t[^\t]*:(\S+)\t(.*)$/gm)].map(
    match => [match[1] as string, `${match[2]} · ${toRemoteReason(stderr)}`] as const,
  )
  return own.length > 0 ? new Map(own) : new Map(updates.map(({ ref }) => [ref, toRemoteReason(stderr)]))
}
