import { readHead } from '../../git/agent-work/agent-git-directory.ts'
import { importCommits } from '../../git/agent-work/import-commits.ts'
import { type OwnCommit, readAgentHistory, readHistoryChanges } from '../../git/agent-work/own-history.ts'
import { tryFindPlacedFile } from '../../git/agent-work/placed-objects.ts'
import { tidyCommits } from '../../git/agent-work/tidy-commits.ts'
import { EntryBudget, TooMuchError } from '../../git/diff/entry-budget.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { TaskId } from '../../model/plan.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import type { GatedChange } from '../gates/gate.ts'
import { withContents } from '../gates/with-contents.ts'
import type { CollectRequest } from './take-files.ts'

/** An agent's commits, if they can be imported. */
export interface TakenHead {
  /** The agent's commit, tidied. The start if there is none, or none that can be imported. */
  readonly head: ObjectId
  /** The same commit as the agent made it. */
  readonly given: ObjectId
  /** The commits that can form the branch, the oldest first; undefined: one commit must replace them. */
  readonly history: readonly OwnCommit[] | undefined
  readonly problem?: string
}

/** Limit of folder entries that differ between commits. */
const mostEntries = 100_000

/** Throws if more differ: a few small trees that refer to each other can expand to billions of files. */
export async function requireFewEntries(
  { control }: Pick<KeepingContext, 'control'>,
  start: ObjectId,
  commit: ObjectId,
): Promise<void> {
  await readChanges(control.repository, start, commit, new EntryBudget(mostEntries))
}

/** Limit of the message and header of a commit. */
const mostBytes = 1_000_000

/** Imports an agent's commits, after checking that they are within limits and its own. */
export async function takeHead(
  context: KeepingContext,
  request: CollectRequest & { readonly taskId: TaskId },
): Promise<TakenHead> {
  const { control } = context
  const { worktree, start, taskId } = request
  const nothing = { head: start, given: start, history: [] }
  const given = readHead(worktree.gitDirectory)
  if (given === undefined) return { ...nothing, problem: 'the HEAD of the checkout cannot be read' }
  if (given === start) return nothing
  const { gitDirectory } = worktree
  const placed = await tryFindPlacedFile(control, { worktree, gitDirectory, commits: [given], start })
  if (placed !== undefined)
    return { ...nothing, problem: `the commits contain ${placed}, a copy from the user's own checkout` }
  const imported = await importCommits(control, worktree.gitDirectory, [given], start)
  if (imported.kind === 'refused')
    return { ...nothing, problem: `the commits cannot be read: ${imported.reason}` }
  try {
    await requireFewEntries(context, start, given)
    return await readHistory(context, { start, given, taskId })
  } catch (error) {
    if (!(error instanceof TooMuchError)) throw error
    return { ...nothing, problem: `the commits cannot be imported: ${error.message}` }
  }
}

async function readHistory(
  { control, repository, store }: KeepingContext,
  { start, given, taskId }: { readonly start: ObjectId; readonly given: ObjectId; readonly taskId: TaskId },
): Promise<TakenHead> {
  const { refs } = store
  const ownRefs = [refs.kept(taskId), refs.work(taskId), refs.branch(taskId)]
  const history = await readAgentHistory(control, { start, head: given, ownRefs })
  if (history.kind === 'too-long') throw new TooMuchError(`there are more than ${history.most}`)
  if (history.kind === 'foreign') return { head: given, given, history: undefined }
  for (const { id } of history.commits) {
    const { size = 0 } = (await repository.objects.readInfo(id)) ?? {}
    if (size > mostBytes)
      throw new TooMuchError(`${id} has a message of ${size} bytes, more than ${mostBytes}`)
  }
  const head = await tidyCommits(repository, start, history.commits)
  return { head, given, history: history.commits }
}

/** The changes of every single commit, for the gates: the branch is pushed with its history. Undefined: too many. */
export async function tryCollectHistory(
  context: KeepingContext,
  history: readonly OwnCommit[],
): Promise<GatedChange[] | undefined> {
  try {
    const changes = await readHistoryChanges(context.control, history, new EntryBudget(mostEntries))
    return await withContents(context, changes)
  } catch (error) {
    if (error instanceof TooMuchError) return undefined
    throw error
  }
}
