import { harnessIdentity, writeCommit } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import type { TaskId } from '../../model/plan.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import type { CollectedWork } from './collect-work.ts'
import { toTrailers } from './keep-work.ts'

/** The foundation of a task in progress. */
export interface HeldWork {
  /** The commit that it starts from. */
  readonly start: ObjectId
  /** The tree after setup; null if it equals the start's. */
  readonly setupTree: ObjectId | null
  /** The work that its gates are checking. */
  readonly snapshot?: Pick<CollectedWork, 'head' | 'tree' | 'worktreeTree'>
}

/**
 * Points a ref at a task's foundation: a concurrent `git gc` deletes unreachable objects, however new. The commit has the tree after
 * setup; its parents are the start and the snapshot of the worktree.
 */
export async function holdWork(context: KeepingContext, task: TaskId, held: HeldWork): Promise<void> {
  const { repository, store } = context
  const { start, setupTree, snapshot } = held
  if (start === context.base && setupTree === null && snapshot === undefined) return
  const write = (message: string, tree: ObjectId, parents: readonly ObjectId[]) =>
    writeCommit(repository.store, {
      tree,
      parents,
      author: harnessIdentity,
      committer: harnessIdentity,
      date: Math.floor(Date.now() / 1000),
      message,
      trailers: toTrailers(context, task),
    })
  const trees = snapshot === undefined ? [] : [...new Set([snapshot.tree, snapshot.worktreeTree])]
  const parents = [start]
  for (const tree of trees)
    parents.push(await write(`Snapshot of task ${task}`, tree, [snapshot?.head ?? start]))
  const tree = setupTree ?? (await requireCommit(repository, start)).tree
  await store.pointRefs([[store.refs.work(task), await write(`Task ${task} in progress`, tree, parents)]])
}

/** A task's held work; undefined if nothing needs holding. */
export async function tryReadHeldWork(
  { repository, store }: KeepingContext,
  task: TaskId,
): Promise<HeldWork | undefined> {
  const commit = await store.resolve(store.refs.work(task))
  if (commit === undefined) return undefined
  const { tree, parents } = await requireCommit(repository, commit)
  const start = parents[0] as ObjectId
  return { start, setupTree: tree === (await requireCommit(repository, start)).tree ? null : tree }
}
