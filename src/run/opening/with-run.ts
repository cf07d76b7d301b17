import type { ObjectId } from '../../git/objects/objects.ts'
import { closeSandbox } from '../../sandbox/sandbox.ts'
import { resolveOwnBranch } from '../branches/list-branches.ts'
import type { RunContext } from '../run-context.ts'
import { openStore } from '../run-store.ts'
import { type ContextRequest, openContext } from './open-context.ts'
import { lockRun, type RunLock, withLock } from './run-lock.ts'

export interface RunRequest extends Omit<ContextRequest, 'base' | 'start'> {
  /** Undefined: the lock is taken. */
  readonly lock?: RunLock
  /** The start of tasks without prerequisites; undefined: what the run has merged so far, if anything, else its base. */
  readonly start?: ObjectId
}

/** Opens a run, works on it under its lock, and releases it in any case. */
export async function withRun<T>(request: RunRequest, work: (context: RunContext) => Promise<T>): Promise<T> {
  const { repository, run, emit } = request
  const lock = request.lock ?? (await lockRun(repository, run, emit))
  return withLock(repository, lock, async () => {
    const store = await openStore(repository, run)
    const base = await store.requireBase()
    const start = request.start ?? (await resolveOwnBranch(repository, store, undefined)) ?? base
    const context = await openContext({ ...request, base, start })
    try {
      return await work(context)
    } finally {
      await closeSandbox(context.sandbox)
    }
  })
}
