import { listTips } from '../../git/agent-work/import-commits.ts'
import { importStrays } from '../../git/agent-work/stray-commits.ts'
import { harnessIdentity, type Trailer, writeCommit } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import type { TaskId } from '../../model/plan.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import type { CollectedWork } from './collect-work.ts'
import { commitInnerFiles } from './inner-worktrees.ts'

export interface KeepRequest {
  readonly task: TaskId
  readonly work: CollectedWork
  readonly start: ObjectId
  readonly worktree: Worktree
  /** The branch of the task, if it gets one: its content needs no keeping. */
  readonly branch: ObjectId | undefined
  /** An earlier branch of the task, which this one replaces. */
  readonly replaced?: ObjectId | undefined
  /** Why it is kept, in a few words. */
  readonly reason: string
}

export interface KeptWork {
  /** Undefined if there is nothing to keep. */
  readonly commit: ObjectId | undefined
  /** What could not be kept, so that the worktree and its git directory must stay. */
  readonly problems: readonly string[]
}

/**
 * Writes one commit that keeps all of an agent's work outside of its branch: the state of its worktree, commits that it left
 * elsewhere or undid, and earlier kept work of this task.
 */
export async function keepWork(context: KeepingContext, request: KeepRequest): Promise<KeptWork> {
  const { control, repository, store } = context
  const { task, work, start, worktree, branch, replaced, reason } = request
  const before = await store.resolve(store.refs.kept(task))
  const known = branch === undefined ? [start] : [start, branch]
  const strays = await importStrays(control, { worktree, start, held: [...known, work.head, work.given] })
  const inner = await commitInnerFiles(context, worktree, { inner: work.innerWorktrees, start })
  const problems = [...work.problems, ...work.left, ...strays.problems, ...inner.problems]
  const older = [before, replaced].filter(commit => commit !== undefined)
  const tips = await listTips(control, [work.head, ...strays.commits, ...inner.commits, ...older], known)
  const hasOwnTree = branch === undefined && work.changes.length > 0
  if (!hasOwnTree && tips.every(tip => tip === before)) return { commit: undefined, problems }

  const commit = await writeCommit(repository.store, {
    tree: work.tree,
    parents: tips.length === 0 ? [start] : tips,
    author: harnessIdentity,
    committer: harnessIdentity,
    date: Math.floor(Date.now() / 1000),
    message: `Kept work of task ${task}: ${reason}`,
    trailers: toTrailers(context, task),
  })
  return { commit, problems }
}

/** The trailers of every commit by the harness. */
export function toTrailers(context: Pick<KeepingContext, 'run'>, task: TaskId): Trailer[] {
  return [
    ['Agent-Run', context.run],
    ['Agent-Task', task],
  ]
}
