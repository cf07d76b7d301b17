import type { ObjectId } from '../objects/objects.ts'
import { type GitSetting, toConnectionEnvironment } from '../process/environment.ts'
import { type GitPlace, tryGit } from '../process/run-git.ts'
import type { Ref } from '../refs/refs.ts'
import type { Repository } from '../repository/open-repository.ts'
import { tryUploadLargeFiles } from './large-files.ts'

/** A remote, and what git must be told to be let in there; passed in the environment, where no command line shows it. */
export interface RemoteAccess {
  readonly remote: string
  readonly settings: readonly GitSetting[]
}

export type RefsPush =
  | { readonly kind: 'pushed'; readonly count: number }
  | { readonly kind: 'refused'; readonly reason: string }

/** So many refs a push: a command line has an end. */
const batch = 100

/** A server that says nothing for a minute is given up. */
const patience: readonly GitSetting[] = [
  ['http.lowSpeedLimit', '1'],
  ['http.lowSpeedTime', '60'],
]

/**
 * Makes refs of a remote what they are here, each from where it was seen just before, reads them back, and only then says that
 * they are pushed. What is there already is not pushed again.
 */
export async function pushRefs(
  repository: Repository,
  access: RemoteAccess,
  refs: readonly Ref[],
): Promise<RefsPush> {
  const place = toNetworkPlace(repository, access)
  const names = refs.map(ref => ref.name)
  const before = await tryReadRemote(place, access, names)
  if (typeof before === 'string') return { kind: 'refused', reason: before }
  const missing = refs.filter(ref => before.get(ref.name) !== ref.id)
  let failure = await tryUploadAll(repository, access, missing, before)
  for (let at = 0; at < missing.length; at += batch) {
    failure ??= await tryPush(place, access, missing.slice(at, at + batch), before)
  }
  const after = await tryReadRemote(place, access, names)
  const isThere = typeof after !== 'string' && refs.every(ref => after.get(ref.name) === ref.id)
  if (isThere) return { kind: 'pushed', count: refs.length }
  return { kind: 'refused', reason: failure ?? 'the remote has something else than what was pushed' }
}

/** Branches whose files in Git LFS cannot be uploaded are not pushed. Answers with why. */
async function tryUploadAll(
  repository: Repository,
  access: RemoteAccess,
  refs: readonly Ref[],
  before: ReadonlyMap<string, ObjectId>,
): Promise<string | undefined> {
  const place = toNetworkPlace(repository, access)
  for (const { name: ref, id: to } of refs.filter(({ name }) => name.startsWith('refs/heads/'))) {
    const upload = { remote: access.remote, ref, from: before.get(ref), to }
    const failure = await tryUploadLargeFiles(repository, place, upload)
    if (failure !== undefined) return failure
  }
  return undefined
}

/** Fetches refs of a remote under their own names, so far as they are there. Answers with why it failed. */
export async function tryFetchRefs(
  repository: Repository,
  access: RemoteAccess,
  patterns: readonly string[],
): Promise<string | undefined> {
  const refspecs = patterns.map(pattern => `+${pattern}:${pattern}`)
  const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', access.remote, ...refspecs]
  const { code, stderr } = await tryGit(toNetworkPlace(repository, access), args)
  return code === 0 ? undefined : toReason(stderr)
}

/** Where git finds the remote, and is let in. */
export function toNetworkPlace({ userPlace }: Repository, { settings }: RemoteAccess): GitPlace {
  return { ...userPlace, env: toConnectionEnvironment(userPlace.env, [...patience, ...settings]) }
}

async function tryPush(
  place: GitPlace,
  { remote }: RemoteAccess,
  refs: readonly Ref[],
  before: ReadonlyMap<string, ObjectId>,
): Promise<string | undefined> {
  const leases = refs.map(({ name }) => `--force-with-lease=${name}:${before.get(name) ?? ''}`)
  const refspecs = refs.map(({ name, id }) => `${id}:${name}`)
  const { code, stderr } = await tryGit(place, ['push', '--no-verify', ...leases, remote, ...refspecs])
  return code === 0 ? undefined : toReason(stderr)
}

export type RemoteRefs =
  | { readonly kind: 'read'; readonly refs: ReadonlyMap<string, ObjectId> }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** The refs of a remote whose names begin like this. */
export async function readRemoteRefs(
  repository: Repository,
  access: RemoteAccess,
  prefix: string,
): Promise<RemoteRefs> {
  const place = toNetworkPlace(repository, access)
  const refs = await tryListRemote(place, access, [`${prefix}*`])
  return typeof refs === 'string' ? { kind: 'unreachable', reason: refs } : { kind: 'read', refs }
}

/** What a remote has of some refs, or why it does not say. */
async function tryReadRemote(
  place: GitPlace,
  access: RemoteAccess,
  names: readonly string[],
): Promise<ReadonlyMap<string, ObjectId> | string> {
  const wanted = new Set(names)
  const refs = await tryListRemote(place, access, [])
  return typeof refs === 'string' ? refs : new Map([...refs].filter(([name]) => wanted.has(name)))
}

async function tryListRemote(
  place: GitPlace,
  { remote }: RemoteAccess,
  patterns: readonly string[],
): Promise<ReadonlyMap<string, ObjectId> | string> {
  const { code, stdout, stderr } = await tryGit(place, ['ls-remote', '--refs', remote, ...patterns])
  if (code !== 0) return toReason(stderr)
  const lines = stdout.split('\n').filter(line => line !== '')
  return new Map(lines.map(line => line.split('\t') as [string, string]).map(([id, name]) => [name, id]))
}

/** What the server says, or else what git makes of it. */
export function toReason(stderr: string): string {
  const lines = stderr.split('\n').map(line => line.trim())
  const telling = lines.filter(line => /^(remote:|fatal:|error:|!)/.test(line))
  return telling.slice(0, 5).join(' · ') || stderr.trim() || 'git did not say why'
}
