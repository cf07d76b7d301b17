import { hostname } from 'node:os'
import * as z from 'zod'
import { identifyProcess, isAlive } from '../../agents/process/table/process-identity.ts'
import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import { removeRefLocks, waitForRefLock } from '../../git/refs/ref-locks.ts'
import { tryResolve, updateRefs } from '../../git/refs/refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import type { RunId } from '../run-id.ts'
import { branchRefs, stateRefs, toStateRefs } from '../run-refs.ts'
import { toJson } from '../run-store.ts'

const holderSchema = z.object({
  host: z.string(),
  pid: z.number().int(),
  started: z.string(),
  since: z.string(),
})

/** The process that works on a run. */
export type LockHolder = z.output<typeof holderSchema>

export interface RunLock {
  readonly ref: string
  readonly id: ObjectId
}

/** Writes this process's identity; the lock ref is set to the id of that blob. */
export async function writeHolder(repository: Repository): Promise<ObjectId> {
  const identity = await identifyProcess(process.pid)
  const holder: LockHolder = {
    host: hostname(),
    pid: process.pid,
    started: identity?.started ?? '',
    since: new Date().toISOString(),
  }
  return writeObject(repository.store, 'blob', toJson(holder))
}

/** Takes a run's lock. Refuses if a live process holds it. Of several who try at once, one gets it. */
export async function lockRun(repository: Repository, run: RunId, emit: EmitEvent): Promise<RunLock> {
  const { lock: ref } = toStateRefs(run)
  await waitForRefLock(repository, ref, text => emit({ kind: 'notice', text }))
  const from = await tryResolve(repository, ref)
  const holder = from === undefined ? undefined : await readHolder(repository, from)
  if (holder !== undefined && (await isHeld(holder))) throw heldError(run, holder)

  const id = await writeHolder(repository)
  const taken = await updateRefs(repository, [{ ref, from, to: id }])
  if (taken.kind === 'moved') throw new RefusedError(`another process has just claimed run ${run}`)
  for (const refs of [stateRefs, branchRefs]) await removeRefLocks(repository, `${refs}${run}`)
  return { ref, id }
}

/** Does some work with a run's lock, then releases it in any case. */
export async function withLock<T>(repository: Repository, lock: RunLock, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await unlockRun(repository, lock)
  }
}

/** Releases a run. The ref stays: deleting one takes a lock on all packed refs, which would be left behind if we died there. */
async function unlockRun(repository: Repository, { ref, id }: RunLock): Promise<void> {
  const free = await writeObject(repository.store, 'blob', toJson(null))
  await updateRefs(repository, [{ ref, from: id, to: free }])
}

/** The process that works on a run now, or undefined. */
export async function tryReadHolder(repository: Repository, run: RunId): Promise<LockHolder | undefined> {
  const holder = await readLastHolder(repository, run)
  return holder !== undefined && (await isHeld(holder)) ? holder : undefined
}

/** Whether the process that worked on a run has died without letting it go. */
export async function wasKilled(repository: Repository, run: RunId): Promise<boolean> {
  const holder = await readLastHolder(repository, run)
  return holder !== undefined && !(await isHeld(holder))
}

async function readLastHolder(repository: Repository, run: RunId): Promise<LockHolder | undefined> {
  const id = await tryResolve(repository, toStateRefs(run).lock)
  return id === undefined ? undefined : readHolder(repository, id)
}

async function readHolder(repository: Repository, id: ObjectId): Promise<LockHolder | undefined> {
  const object = await repository.objects.read(id)
  try {
    return holderSchema.parse(JSON.parse(String(object?.content)))
  } catch {
    return undefined // not held, or by a process that cannot be checked
  }
}

/** A holder on another machine cannot be checked, so it counts as alive. */
async function isHeld(holder: LockHolder): Promise<boolean> {
  return holder.host !== hostname() || isAlive({ pid: holder.pid, started: holder.started })
}

function heldError(run: RunId, { host, pid, since }: LockHolder): RefusedError {
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`
  return new RefusedError(
    `run ${run} is in use by ${where} since ${since}: wait for it, stop it, or start another run of this plan with --new` +
      (host === hostname() ? '' : `\nif that machine is gone: git update-ref -d ${toStateRefs(run).lock}`),
  )
}
