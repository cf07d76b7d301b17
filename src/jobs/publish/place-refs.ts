import { isAncestor } from '../../git/agent-work/import-commits.ts'
import { tryBroughtTask } from '../../git/merge/chain.ts'
import { harnessIdentity, readCommitText, writeCommit } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Ref, RefUpdate } from '../../git/refs/refs.ts'
import { tryFetchObjects } from '../../git/remote/fetch-refs.ts'
import { pushUpdates } from '../../git/remote/push-refs.ts'
import { type RemoteAccess, readRemoteRefs } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { RunId } from '../../run/run-id.ts'
import { type RunRefs, stateRefs } from '../../run/run-refs.ts'

export interface Placing {
  readonly repository: Repository
  readonly run: RunId
  readonly refs: RunRefs
  readonly access: RemoteAccess
}

/** The actions for refs of a remote. */
export interface RefsPlan {
  /** Those that already have their value. */
  readonly there: readonly string[]
  readonly updates: readonly RefUpdate[]
  readonly left: readonly LeftRef[]
}

export interface LeftRef {
  readonly ref: string
  readonly reason: string
}

export interface PlacedRefs {
  /** Read back from the remote. */
  readonly there: ReadonlySet<string>
  readonly left: readonly LeftRef[]
}

/** Pushes refs of a run to a remote, each by itself, and returns those that arrived. */
export async function placeRefs(placing: Placing, refs: readonly Ref[]): Promise<PlacedRefs> {
  const plan = await planRefs(placing, refs)
  const { arrived, refused } = await pushUpdates(placing.repository, placing.access, plan.updates)
  return {
    there: new Set([...plan.there, ...arrived.map(({ ref }) => ref)]),
    left: [...plan.left, ...refused.map(({ ref, reason }) => ({ ref, reason }))],
  }
}

/**
 * Decides about each ref by its value at the remote:
 * - missing: it is pushed; equal: nothing to do;
 * - the branch of a task, or an integration branch with foreign changes: it is left, with the reason;
 * - an integration branch of an earlier attempt: it is replaced;
 * - kept work of an earlier attempt: both are kept;
 * - other state of the run: it is replaced.
 */
export async function planRefs(placing: Placing, refs: readonly Ref[]): Promise<RefsPlan> {
  const { repository, access, run } = placing
  const branches = refs.map(({ name }) => name).filter(isBranch)
  const remote = await readRemoteRefs(repository, access, [...branches, `${stateRefs}${run}/*`])
  if (remote.kind === 'unreachable')
    return { there: [], updates: [], left: refs.map(({ name }) => ({ ref: name, reason: remote.reason })) }
  const plan = { there: [] as string[], updates: [] as RefUpdate[], left: [] as LeftRef[] }
  for (const ref of refs) {
    const decision = await decide(placing, ref, remote.refs.get(ref.name))
    if (decision === 'there') plan.there.push(ref.name)
    else if ('reason' in decision) plan.left.push(decision)
    else plan.updates.push(decision)
  }
  return plan
}

function isBranch(ref: string): boolean {
  return ref.startsWith('refs/heads/')
}

async function decide(
  placing: Placing,
  { name: ref, id: to }: Ref,
  from: ObjectId | undefined,
): Promise<'there' | RefUpdate | LeftRef> {
  if (from === to) return 'there'
  if (from === undefined) return { ref, from, to }
  const { integration, kept } = placing.refs
  if (ref.startsWith(kept(''))) return joinKept(placing, { ref, from, to })
  if (!isBranch(ref)) return { ref, from, to }
  if (ref === integration && (await isOwnMerge(placing, ref, from))) return { ref, from, to }
  const reason = `it already exists at ${from.slice(0, 12)}, which this run did not create: it is not replaced by ${to.slice(0, 12)}`
  return { ref, reason }
}

/** Whether an integration branch is unchanged since an earlier attempt: a person may have continued it. */
async function isOwnMerge({ repository, access, run }: Placing, ref: string, id: ObjectId): Promise<boolean> {
  if ((await tryFetchObjects(repository, access, [ref])) !== undefined) return false
  const object = await repository.objects.read(id)
  if (object?.type !== 'commit') return false
  return tryBroughtTask(readCommitText(String(object.content)), run) !== undefined
}

/** One commit that keeps the work of an earlier attempt and of this one. */
async function joinKept(
  { repository, access }: Placing,
  { ref, from, to }: RefUpdate & { readonly from: ObjectId; readonly to: ObjectId },
): Promise<'there' | RefUpdate | LeftRef> {
  const failure = await tryFetchObjects(repository, access, [ref])
  if (failure !== undefined) return { ref, reason: failure }
  if (await isAncestor(repository, to, from)) return 'there'
  if (await isAncestor(repository, from, to)) return { ref, from, to }
  const [before, now] = await Promise.all([repository.objects.read(from), repository.objects.read(to)])
  if (before?.type !== 'commit') return { ref, reason: `it already exists and is not a commit (${from})` }
  const { tree, committedAt, message } = readCommitText(String(now?.content))
  const joined = await writeCommit(repository.store, {
    tree,
    parents: [to, from],
    author: harnessIdentity,
    committer: harnessIdentity,
    date: committedAt,
    message: `Kept work of several attempts\n\n${message}`,
    trailers: [],
  })
  return { ref, from, to: joined }
}
