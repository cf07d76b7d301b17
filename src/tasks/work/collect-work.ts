import { isFolder } from '../../files/plain-file.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import { readHead } from '../../git/worktree/agent-git-directory.ts'
import { importCommits, isAncestor, readHistoryChanges } from '../../git/worktree/import-commits.ts'
import { type Snapshot, takeSnapshot, withPathsFrom } from '../../git/worktree/snapshot.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import type { Change } from '../../model/change.ts'
import { linkMode, submoduleMode } from '../../model/file-modes.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import type { GatedChange } from '../gates/gate.ts'

/** What an agent has done in its worktree, as objects of the repository. */
export interface CollectedWork {
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
  /** What could not be taken, so that the worktree must stay. */
  readonly problems: readonly string[]
}

export interface CollectRequest {
  readonly worktree: Worktree
  readonly start: ObjectId
  /** The tree after setup; null when there was none. */
  readonly setupTree: ObjectId | null
  /** The number of the attempt. */
  readonly attempt: number
}

/** Takes over what an agent did: its commits and everything in its worktree. Runs nothing that it could have configured. */
export async function collectWork(context: KeepingContext, request: CollectRequest): Promise<CollectedWork> {
  const { harness } = context
  const { worktree, start } = request
  const { head, problem } = await takeHead(context, request)
  const isGone = !isFolder(worktree.path)
  const snapshot = isGone ? await readSnapshot(context, head) : await takeFiles(context, request, head)
  const tree = isGone ? snapshot.tree : await withoutSetup(context, request, { head, tree: snapshot.tree })
  const changes = await withContents(context, await readChanges(harness.repository, start, tree))
  return {
    head,
    followsStart: head === start || (await isAncestor(harness, start, head)),
    worktreeTree: snapshot.tree,
    tree,
    changes,
    isGone,
    problems: [
      ...(problem === undefined ? [] : [problem]),
      ...snapshot.problems,
      ...toForeignRepositories(changes),
    ],
  }
}

/** What a commit holds, where there are no files any more. */
async function readSnapshot({ harness }: KeepingContext, head: ObjectId): Promise<Snapshot> {
  const { tree } = await requireCommit(harness.repository, head)
  return { tree, problems: [] }
}

async function takeFiles(
  { harness }: KeepingContext,
  { worktree, start, setupTree, attempt }: CollectRequest,
  head: ObjectId,
): Promise<Snapshot> {
  const again = () => takeSnapshot(harness, worktree, head)
  const isUntouched = head === start && setupTree === null && attempt === 1
  // An index that a crash has cut off cannot be gone on with.
  return isUntouched ? takeSnapshot(harness, worktree, undefined).catch(again) : again()
}

/** The content of a repository inside the worktree is not in the tree, only its name. */
function toForeignRepositories(changes: readonly Change[]): string[] {
  return changes
    .filter(change => change.newMode === submoduleMode)
    .map(({ path }) => `${path} is a git repository of its own`)
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
