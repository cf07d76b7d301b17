import { harnessIdentity, type Trailer, writeCommit } from '../../git/commits.ts'
import { listTips } from '../../git/import-commits.ts'
import type { ObjectId } from '../../git/objects.ts'
import { importStrays } from '../../git/stray-commits.ts'
import type { Worktree } from '../../git/worktree.ts'
import type { TaskId } from '../../plan/plan.ts'
import type { CollectedWork } from './collect-work.ts'
import type { RunContext } from './run-context.ts'

export interface KeepRequest {
  readonly task: TaskId
  readonly work: CollectedWork
  readonly start: ObjectId
  readonly worktree: Worktree
  /** The branch of the task, if it gets one: what that contains needs no keeping. */
  readonly branch: ObjectId | undefined
  /** An earlier branch of the task, which this one replaces. */
  readonly replaced?: ObjectId | undefined
  /** Why it is kept, in a few words. */
  readonly reason: string
}

/**
 * Writes one commit that holds on to everything an agent produced and that is not on its branch: the state of its worktree,
 * commits that it left elsewhere or took back, and what was kept of this task before. Undefined when there is nothing.
 */
export async function keepWork(context: RunContext, request: KeepRequest): Promise<ObjectId | undefined> {
  const { harness, repository, store } = context
  const { task, work, start, worktree, branch, replaced, reason } = request
  const before = await store.resolve(store.refs.kept(task))
  const strays = await importStrays(harness, worktree.gitDirectory, start)
  const known = branch === undefined ? [start] : [start, branch]
  const older = [before, replaced].filter(commit => commit !== undefined)
  const tips = await listTips(harness, [work.head, ...strays, ...older], known)
  const hasOwnTree = branch === undefined && work.changes.length > 0
  if (!hasOwnTree && tips.every(tip => tip === before)) return undefined

  return writeCommit(repository.store, {
    tree: work.tree,
    parents: tips.length === 0 ? [start] : tips,
    author: harnessIdentity,
    committer: harnessIdentity,
    date: Math.floor(Date.now() / 1000),
    message: `Kept work of task ${task}: ${reason}`,
    trailers: toTrailers(context, task),
  })
}

/** The trailers that every commit of the harness carries. */
export function toTrailers(context: Pick<RunContext, 'run'>, task: TaskId): Trailer[] {
  return [
    ['Agent-Run', context.run],
    ['Agent-Task', task],
  ]
}
