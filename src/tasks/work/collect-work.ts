import { isFolder } from '../../files/plain-file.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import { withPathsFrom } from '../../git/worktree/restore.ts'
import type { Change } from '../../model/change.ts'
import { submoduleMode } from '../../model/file-modes.ts'
import type { TaskId } from '../../model/plan.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import type { GatedChange } from '../gates/gate.ts'
import { withContents } from '../gates/with-contents.ts'
import { type CollectRequest, noFiles, type TakenFiles, type TakeRequest, takeFiles } from './take-files.ts'
import { type TakenHead, takeHead } from './take-head.ts'

/** An agent's work in its worktree, as objects of the repository. */
export interface CollectedWork extends Omit<TakenFiles, 'tree'>, Omit<TakenHead, 'problem'> {
  /** All files of the worktree that are not ignored. */
  readonly worktreeTree: ObjectId
  /** The same without setup's changes. */
  readonly tree: ObjectId
  readonly changes: readonly GatedChange[]
  /** Whether the agent deleted its worktree: then only its commits are left. */
  readonly isGone: boolean
}

/** Imports an agent's work: its commits and all files of its worktree. Runs nothing that it could have configured. */
export async function collectWork(
  context: KeepingContext,
  request: TakeRequest & { readonly taskId: TaskId },
): Promise<CollectedWork> {
  const { problem, ...taken } = await takeHead(context, request)
  const { head } = taken
  const isGone = !isFolder(request.worktree.path)
  const files = isGone ? await readCommitted(context, head) : await takeFiles(context, request, head)
  const own = isGone ? files.tree : await withoutSetup(context, request, { head, tree: files.tree })
  const { tree, changes, repositories } = await withoutRepositories(context, request, own)
  return {
    ...files,
    ...taken,
    worktreeTree: files.tree,
    tree,
    changes: await withContents(context, changes),
    isGone,
    problems: [
      ...(problem === undefined ? [] : [problem]),
      ...files.problems,
      ...(isGone ? repositories.map(path => `${path} is a nested git repository`) : []),
    ],
  }
}

/** The content of a commit, if there are no files any more. */
async function readCommitted({ control }: KeepingContext, head: ObjectId): Promise<TakenFiles> {
  return { ...noFiles, tree: (await requireCommit(control.repository, head)).tree }
}

/** Removes entries of new inner repositories from a tree: an agent that commits everything includes them, without their content. */
async function withoutRepositories(
  { control }: KeepingContext,
  { worktree, start }: CollectRequest,
  tree: ObjectId,
): Promise<{ tree: ObjectId; changes: Change[]; repositories: string[] }> {
  const changes = await readChanges(control.repository, start, tree)
  const isRepository = ({ oldMode, newMode }: Change) =>
    newMode === submoduleMode && oldMode !== submoduleMode
  const paths = changes.filter(isRepository).map(({ path }) => path)
  return {
    tree: await withPathsFrom(control, worktree, { tree, source: start, paths }),
    changes: changes.filter(change => !isRepository(change)),
    repositories: paths,
  }
}

/** Removes unmodified changes of setup from a tree. A file that setup made and the agent committed is the agent's. */
async function withoutSetup(
  { control }: KeepingContext,
  { worktree, start, setupTree }: CollectRequest,
  { head, tree }: { head: ObjectId; tree: ObjectId },
): Promise<ObjectId> {
  if (setupTree === null) return tree
  const read = (from: ObjectId, to: ObjectId) => readChanges(control.repository, from, to)
  const [bySetup, sinceSetup, committed] = await Promise.all([
    read(start, setupTree),
    read(setupTree, tree),
    read(start, head),
  ])
  const added = committed.filter(({ status }) => status === 'A')
  const byAgent = new Set([...sinceSetup, ...added].map(({ rawPath }) => rawPath))
  const paths = bySetup.filter(({ rawPath }) => !byAgent.has(rawPath)).map(({ path }) => path)
  return paths.length === 0 ? tree : withPathsFrom(control, worktree, { tree, source: start, paths })
}
