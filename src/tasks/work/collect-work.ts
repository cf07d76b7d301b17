import { isFolder } from '../../files/plain-file.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import { readHead } from '../../git/worktree/agent-git-directory.ts'
import { importCommits, isAncestor, readHistoryChanges } from '../../git/worktree/import-commits.ts'
import { withPathsFrom } from '../../git/worktree/restore.ts'
import type { Change } from '../../model/change.ts'
import { linkMode, submoduleMode } from '../../model/file-modes.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import type { GatedChange } from '../gates/gate.ts'
import { type CollectRequest, noFiles, type TakenFiles, takeFiles } from './take-files.ts'

/** What an agent has done in its worktree, as objects of the repository. */
export interface CollectedWork extends Omit<TakenFiles, 'tree'> {
  /** The commit that the agent is at. The start if it made none, or none that could be read. */
  readonly head: ObjectId
  /** Whether its commits can be the branch: they follow the start. */
  readonly followsStart: boolean
  /** Everything in the worktree that is not ignored. */
  readonly worktreeTree: ObjectId
  /** The same without what setup changed. */
  readonly tree: ObjectId
  readonly changes: readonly GatedChange[]
  /** Whether the agent has taken its worktree away: then its commits are all that there is. */
  readonly isGone: boolean
}

/** Takes over what an agent did: its commits and everything in its worktree. Runs nothing that it could have configured. */
export async function collectWork(context: KeepingContext, request: CollectRequest): Promise<CollectedWork> {
  const { harness } = context
  const { worktree, start } = request
  const { head, problem } = await takeHead(context, request)
  const isGone = !isFolder(worktree.path)
  const files = isGone ? await readCommitted(context, head) : await takeFiles(context, request, head)
  const own = isGone ? files.tree : await withoutSetup(context, request, { head, tree: files.tree })
  const { tree, changes, repositories } = await withoutRepositories(context, request, own)
  return {
    ...files,
    head,
    followsStart: head === start || (await isAncestor(harness, start, head)),
    worktreeTree: files.tree,
    tree,
    changes: await withContents(context, changes),
    isGone,
    problems: [
      ...(problem === undefined ? [] : [problem]),
      ...files.problems,
      ...(isGone ? repositories.map(path => `${path} is a git repository of its own`) : []),
    ],
  }
}

/** What a commit holds, where there are no files any more. */
async function readCommitted({ harness }: KeepingContext, head: ObjectId): Promise<TakenFiles> {
  return { ...noFiles, tree: (await requireCommit(harness.repository, head)).tree }
}

/**
 * Takes entries of repositories out of a tree that were none when the task started: an agent that commits everything commits them
 * along, with nothing of what is in them.
 */
async function withoutRepositories(
  { harness }: KeepingContext,
  { worktree, start }: CollectRequest,
  tree: ObjectId,
): Promise<{ tree: ObjectId; changes: Change[]; repositories: string[] }> {
  const changes = await readChanges(harness.repository, start, tree)
  const isRepository = ({ oldMode, newMode }: Change) =>
    newMode === submoduleMode && oldMode !== submoduleMode
  const paths = changes.filter(isRepository).map(({ path }) => path)
  return {
    tree: await withPathsFrom(harness, worktree, { tree, source: start, paths }),
    changes: changes.filter(change => !isRepository(change)),
    repositories: paths,
  }
}

async function takeHead(
  { harness }: KeepingContext,
  { worktree, start }: CollectRequest,
): Promise<{ head: ObjectId; problem?: string }> {
  const head = readHead(worktree.gitDirectory)
  if (head === undefined) return { head: start, problem: 'the HEAD of the worktree cannot be read' }
  if (head === start) return { head }
  const imported = await importCommits(harness, worktree.gitDirectory, [head], start)
  return imported.kind === 'imported'
    ? { head }
    : { head: start, problem: `the commits cannot be read: ${imported.reason}` }
}

/**
 * Takes out of a tree what setup changed and the agent left like that. A file that setup made and the agent committed is the
 * agent's.
 */
async function withoutSetup(
  { harness }: KeepingContext,
  { worktree, start, setupTree }: CollectRequest,
  { head, tree }: { head: ObjectId; tree: ObjectId },
): Promise<ObjectId> {
  if (setupTree === null) return tree
  const read = (from: ObjectId, to: ObjectId) => readChanges(harness.repository, from, to)
  const [bySetup, sinceSetup, committed] = await Promise.all([
    read(start, setupTree),
    read(setupTree, tree),
    read(start, head),
  ])
  const added = committed.filter(({ status }) => status === 'A')
  const byAgent = new Set([...sinceSetup, ...added].map(({ rawPath }) => rawPath))
  const paths = bySetup.filter(({ rawPath }) => !byAgent.has(rawPath)).map(({ path }) => path)
  return paths.length === 0 ? tree : withPathsFrom(harness, worktree, { tree, source: start, paths })
}

/** The changes of every single commit, for the gates: the branch is pushed with its history. */
export async function collectHistory(
  context: KeepingContext,
  start: ObjectId,
  head: ObjectId,
): Promise<GatedChange[]> {
  return withContents(context, await readHistoryChanges(context.harness, start, head))
}

export function withContents(
  { repository }: Pick<KeepingContext, 'repository'>,
  changes: readonly Change[],
): Promise<GatedChange[]> {
  return Promise.all(
    changes.map(async change => {
      const hasContent = change.newMode.startsWith('1') && change.newMode !== submoduleMode
      const info = hasContent ? await repository.objects.readInfo(change.newId) : undefined
      const link = change.newMode === linkMode ? await repository.objects.read(change.newId) : undefined
      return { ...change, size: info?.size ?? 0, linkTarget: link?.content.toString('utf8') }
    }),
  )
}
