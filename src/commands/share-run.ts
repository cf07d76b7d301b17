import type { ObjectId } from '../git/objects/objects.ts'
import { listRefs, type Ref, updateRefs } from '../git/refs/refs.ts'
import { tryFetchRefs } from '../git/remote/fetch-refs.ts'
import { pushRefs, pushUpdates, type RefsPush } from '../git/remote/push-refs.ts'
import { type RemoteAccess, readRemoteRefs } from '../git/remote/remote-access.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { RefusedError } from '../model/refused-error.ts'
import { listBranches, listBranchNames } from '../run/branches/list-branches.ts'
import type { RunId } from '../run/run-id.ts'
import { branchRefs, stateRefs, toStateRefs } from '../run/run-refs.ts'
import { openStore, type RunStore } from '../run/run-store.ts'
import { setWorkflowsAside } from '../tasks/gates/kept-workflows.ts'
import { maskKept } from '../tasks/gates/mask-kept.ts'

/** The local refs of a run that are shared, with their values. */
export type SharedRefs = ReadonlyMap<string, ObjectId>

/**
 * Pushes everything about a run: its branches, results, kept work, ends of logs, report.
 *
 * @param seen What was fetched, or pushed before; undefined: nothing, the run is new. What others pushed meanwhile stays as it is.
 */
export async function pushRun(
  repository: Repository,
  run: RunId,
  access: RemoteAccess,
  seen: SharedRefs | undefined,
): Promise<RefsPush> {
  const { kept } = toStateRefs(run)
  const store = await openStore(repository, run)
  const dropped = await pushDropped(repository, store, access, seen)
  if (dropped !== undefined) return dropped
  const found = await listRefs(repository, [kept('')])
  const names = found.map(({ name }) => name)
  await maskKept(repository, store, names)
  await setWorkflowsAside(repository, store, access, names)
  return pushRefs(repository, access, await listSharedRefs(repository, store), seen)
}

/** Plans and approvals that were dropped here would count in another clone. Returns the refusal. */
async function pushDropped(
  repository: Repository,
  { run }: RunStore,
  access: RemoteAccess,
  seen: SharedRefs = new Map(),
): Promise<RefsPush | undefined> {
  const { workPlan, approval } = toStateRefs(run)
  const prefixes = [workPlan(''), approval('')]
  const here = new Set((await listRefs(repository, prefixes)).map(({ name }) => name))
  const updates = [...seen]
    .filter(([name]) => prefixes.some(prefix => name.startsWith(prefix)) && !here.has(name))
    .map(([ref, from]) => ({ ref, from, to: undefined }))
  const [refused] = (await pushUpdates(repository, access, updates)).refused
  if (refused === undefined) return undefined
  return { kind: 'refused', reason: refused.reason, hasMoved: refused.kind === 'moved' }
}

/** The refs of a run as they are here. */
export async function readSharedRefs(repository: Repository, run: RunId): Promise<SharedRefs> {
  const refs = await listSharedRefs(repository, await openStore(repository, run))
  return new Map(refs.map(({ name, id }) => [name, id]))
}

/** All but the lock, which only concerns this machine. */
async function listSharedRefs(repository: Repository, store: RunStore): Promise<Ref[]> {
  const state = await listRefs(repository, [`${stateRefs}${store.run}`])
  const refs = [...(await listBranches(repository, store)), ...state]
  return refs.filter(({ name }) => name !== store.refs.lock)
}

/**
 * Fetches a run to continue it here, and returns its refs.
 *
 * @throws RefusedError
 */
export async function fetchSharedRun(
  repository: Repository,
  run: RunId,
  access: RemoteAccess,
): Promise<SharedRefs> {
  await fetchRun(repository, run, access)
  await dropOldApprovals(repository, run, access)
  return readSharedRefs(repository, run)
}

/** A clone that is used again may have approvals of plans that were dropped elsewhere. */
async function dropOldApprovals(repository: Repository, run: RunId, access: RemoteAccess): Promise<void> {
  const prefix = toStateRefs(run).approval('')
  const here = await listRefs(repository, [prefix])
  if (here.length === 0) return
  const there = await readRemoteRefs(repository, access, [`${prefix}*`])
  if (there.kind === 'unreachable') throw new RefusedError(`run ${run} could not be fetched: ${there.reason}`)
  const old = here.filter(({ name }) => !there.refs.has(name))
  await updateRefs(
    repository,
    old.map(({ name, id }) => ({ ref: name, from: id, to: undefined })),
  )
}

/**
 * Fetches everything that a remote has about a run.
 *
 * @throws RefusedError
 */
export async function fetchRun(repository: Repository, run: RunId, access: RemoteAccess): Promise<void> {
  const refs = [`${branchRefs}${run}/*`, `${stateRefs}${run}/*`]
  const failure =
    (await tryFetchRefs(repository, access, refs)) ?? (await tryFetchNamed(repository, run, access))
  if (failure !== undefined) throw new RefusedError(`run ${run} could not be fetched: ${failure}`)
}

/** Fetches the branches of a run with a branch pattern. Returns the reason of a failure. */
async function tryFetchNamed(
  repository: Repository,
  run: RunId,
  access: RemoteAccess,
): Promise<string | undefined> {
  const store = await openStore(repository, run)
  if (store.pattern === undefined) return undefined
  const names = [...(await listBranchNames(repository, store)).keys()]
  const remote = await readRemoteRefs(repository, access, names)
  if (remote.kind === 'unreachable') return remote.reason
  const there = names.filter(name => remote.refs.has(name))
  return there.length === 0 ? undefined : tryFetchRefs(repository, access, there)
}
