import type { ObjectId } from '../objects/objects.ts'
import type { Ref, RefUpdate } from '../refs/refs.ts'
import type { Repository } from '../repository/open-repository.ts'
import { tryUploadLargeFiles } from './large-files.ts'
import { type NetworkFailure, runOverNetwork } from './network.ts'
import {
  type RemoteAccess,
  type RemoteRefs,
  readRemoteRefs,
  toNetworkPlace,
  toOneBranch,
} from './remote-access.ts'
import { toServerWords } from './remote-reason.ts'

/** The result of pushing several refs. A server accepts or refuses each by itself. */
export interface PushedUpdates {
  /** Read back from the server. */
  readonly arrived: readonly ArrivedUpdate[]
  readonly refused: readonly RefusedUpdate[]
}

export interface ArrivedUpdate extends RefUpdate {
  /** Why another push URL of the remote did not accept it. */
  readonly missed: string | undefined
}

export interface RefusedUpdate extends RefUpdate {
  /**
   * moved: the ref no longer had the expected value. unknown: the connection was lost before the server's answer, so the ref may still
   * move. Otherwise: refused.
   */
  readonly kind: 'moved' | 'refused' | 'unknown'
  readonly reason: string
}

export type RefsPush =
  | { readonly kind: 'pushed'; readonly count: number }
  | { readonly kind: 'refused'; readonly reason: string; readonly hasMoved: boolean }

/** A refusal as a sentence. */
export function toPushProblem({ kind, reason }: Pick<RefusedUpdate, 'kind' | 'reason'>): string {
  return kind === 'unknown'
    ? `it is unknown whether the push succeeded: ${reason} (check the remote, then land again)`
    : `the push was refused: ${reason}`
}

/** Refs per push: the length of a command line is limited. */
const batch = 100

/**
 * Pushes the local values of refs, each with its last seen remote value as the expected one. Refs that are already there are skipped,
 * and those that only changed on the remote.
 *
 * @param seen The remote values that the local ones were made from; undefined: the present ones.
 */
export async function pushRefs(
  repository: Repository,
  access: RemoteAccess,
  refs: readonly Ref[],
  seen: ReadonlyMap<string, ObjectId> | undefined,
): Promise<RefsPush> {
  const before = await readRemoteRefs(repository, access, [])
  if (before.kind === 'unreachable') return { kind: 'refused', reason: before.reason, hasMoved: false }
  const readExpected = (name: string) => (before.refs.has(name) ? (seen ?? before.refs).get(name) : undefined)
  const updates = refs
    .map(({ name, id }) => ({ ref: name, from: readExpected(name), to: id }))
    .filter(({ ref, from, to }) => from !== to && before.refs.get(ref) !== to)
  const { refused } = await pushUpdates(repository, access, updates)
  const [first] = refused
  return first === undefined
    ? { kind: 'pushed', count: refs.length }
    : { kind: 'refused', reason: first.reason, hasMoved: first.kind === 'moved' }
}

/**
 * Moves refs of a remote, each only from its expected value, and reads the result back. A refused ref does not affect others.
 * Branches whose Git LFS objects cannot be uploaded are not pushed.
 */
export async function pushUpdates(
  repository: Repository,
  access: RemoteAccess,
  updates: readonly RefUpdate[],
  silenceMilliseconds = pushSilenceMilliseconds,
): Promise<PushedUpdates> {
  if (updates.length === 0) return { arrived: [], refused: [] }
  const failures = await uploadLargeFiles(repository, access, updates)
  const ready = updates.filter(({ ref }) => !failures.has(ref))
  for (let at = 0; at < ready.length; at += batch) {
    const part = ready.slice(at, at + batch)
    for (const [ref, failure] of await push(repository, access, part, silenceMilliseconds))
      failures.set(ref, failure)
  }
  const names = updates.length > batch ? [] : updates.map(({ ref }) => ref)
  const after = await readRemoteRefs(repository, access, names)
  const isThere = ({ ref, to }: RefUpdate) => after.kind === 'read' && after.refs.get(ref) === to
  return {
    arrived: updates.filter(isThere).map(update => ({ ...update, missed: failures.get(update.ref)?.reason })),
    refused: updates
      .filter(update => !isThere(update))
      .map(update => ({ ...update, ...toRefusal(update, after, failures.get(update.ref)) })),
  }
}

/** A server may run checks before it answers a push. */
const pushSilenceMilliseconds = 30 * 60_000

function toRefusal(
  { ref, from }: RefUpdate,
  after: RemoteRefs,
  failure: NetworkFailure | undefined,
): Pick<RefusedUpdate, 'kind' | 'reason'> {
  if (failure === undefined && after.kind === 'unreachable') return { kind: 'unknown', reason: after.reason }
  if (failure === undefined) return { kind: 'moved', reason: 'the ref has moved on the remote' }
  const { reason } = failure
  if (after.kind === 'read' && after.refs.get(ref) !== from) return { kind: 'moved', reason }
  return { kind: failure.wasCutOff ? 'unknown' : 'refused', reason }
}

/** Why the Git LFS objects of branches could not be uploaded, by ref. */
async function uploadLargeFiles(
  repository: Repository,
  access: RemoteAccess,
  updates: readonly RefUpdate[],
): Promise<Map<string, NetworkFailure>> {
  const place = toNetworkPlace(repository, access)
  const failures = new Map<string, NetworkFailure>()
  for (const { ref, from, to } of updates) {
    if (to === undefined || !ref.startsWith('refs/heads/')) continue
    const reason = await tryUploadLargeFiles(repository, place, { remote: access.remote, ref, from, to })
    if (reason !== undefined) failures.set(ref, { reason, wasCutOff: false })
  }
  return failures
}

/** Why refs were refused, if known. */
async function push(
  repository: Repository,
  access: RemoteAccess,
  updates: readonly RefUpdate[],
  silenceMilliseconds: number,
): Promise<Map<string, NetworkFailure>> {
  const leases = updates.map(({ ref, from }) => `--force-with-lease=${ref}:${from ?? ''}`)
  const refspecs = updates.map(({ ref, to }) => `${to ?? ''}:${ref}`)
  const args = ['push', '--porcelain', '--no-verify', ...leases, access.remote, ...refspecs]
  const settings = [...access.settings, toOneBranch(access.remote)]
  const answer = await runOverNetwork(repository, { settings }, args, silenceMilliseconds)
  if (answer.kind === 'done') return new Map()
  const words = [toServerWords(answer.said)].filter(text => text !== '')
  const own = [...answer.said.matchAll(/^!\t[^\t]*:(\S+)\t(.*)$/gm)].map(
    ([, ref = '', reason = '']) => [ref, { ...answer, reason: [reason, ...words].join(' · ') }] as const,
  )
  return own.length > 0 ? new Map(own) : new Map(updates.map(({ ref }) => [ref, answer]))
}
