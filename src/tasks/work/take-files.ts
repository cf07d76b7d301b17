import { type InnerWorktree, readInnerRepositories } from '../../git/agent-work/inner-repositories.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { toRawPath } from '../../git/objects/path-text.ts'
import type { Gitlink } from '../../git/worktree/gitlinks.ts'
import { type IgnoredFiles, measureIgnored } from '../../git/worktree/ignored-files.ts'
import { type Snapshot, takeSnapshot } from '../../git/worktree/snapshot.ts'
import { surveyWorktree, type WorktreeSurvey } from '../../git/worktree/survey.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import { submoduleMode } from '../../model/file-modes.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import { readIgnoredBefore } from './ignored-before.ts'

export interface CollectRequest {
  readonly worktree: Worktree
  readonly start: ObjectId
  /** The tree after setup; null without setup. */
  readonly setupTree: ObjectId | null
  /** The number of the attempt. */
  readonly attempt: number
}

export interface TakeRequest extends CollectRequest {
  /** Whether this is a retry: the index may be outdated. */
  readonly isRepeated: boolean
}

/** The content of a worktree's files. */
export interface TakenFiles {
  /** All files that are not ignored. */
  readonly tree: ObjectId
  /** Content that could not be added and that a branch cannot hold, so that the worktree must stay. */
  readonly problems: readonly string[]
  /** Other content that exists only in the worktree, so that it must stay. */
  readonly left: readonly string[]
  /** The agent's further worktrees, inside its own one. */
  readonly innerWorktrees: readonly InnerWorktree[]
  /** Ignored files, which are deleted with the worktree. */
  readonly ignored: IgnoredFiles
}

/** The result for a deleted worktree. */
export const noFiles: Omit<TakenFiles, 'tree'> = {
  problems: [],
  left: [],
  innerWorktrees: [],
  ignored: { count: 0, bytes: 0, isMore: false, names: [] },
}

/** Reads the files of a worktree as a tree, and looks for content that a tree cannot hold. */
export async function takeFiles(
  context: KeepingContext,
  request: TakeRequest,
  head: ObjectId,
): Promise<TakenFiles> {
  const { control } = context
  const { worktree } = request
  const survey = await surveyWorktree(control, worktree)
  const snapshot = await snapshotOf(context, request, head, survey)
  const submodules = await readEntries(context, request.start, snapshot)
  const inner = await readInnerRepositories(control, { worktree, ...survey, submodules })
  const ignored = await measureIgnored({
    root: worktree.path,
    ignored: survey.ignored,
    before: readIgnoredBefore(worktree),
    except: inner.worktrees.map(({ path }) => toRawPath(path)),
  })
  return {
    tree: snapshot.tree,
    problems: [...snapshot.problems, ...inner.problems],
    left: inner.left,
    innerWorktrees: inner.worktrees,
    ignored,
  }
}

async function snapshotOf(
  { control }: KeepingContext,
  { worktree, start, setupTree, attempt, isRepeated }: TakeRequest,
  head: ObjectId,
  { repositories }: WorktreeSurvey,
): Promise<Snapshot> {
  const again = () => takeSnapshot(control, worktree, { head, repositories })
  const isUntouched = head === start && setupTree === null && attempt === 1 && !isRepeated
  // A truncated index must be rebuilt.
  return isUntouched ? takeSnapshot(control, worktree, { repositories }).catch(again) : again()
}

/** The submodule entries at the start of the task, whatever the agent changed. */
async function readEntries(
  { control }: KeepingContext,
  start: ObjectId,
  { tree, gitlinks }: Pick<Snapshot, 'tree' | 'gitlinks'>,
): Promise<Map<string, ObjectId>> {
  const entries = new Map(gitlinks.map(({ rawPath, id }: Gitlink) => [rawPath, id]))
  if (entries.size === 0) return entries
  for (const { rawPath, oldMode, oldId } of await readChanges(control.repository, start, tree)) {
    if (oldMode === submoduleMode) entries.set(rawPath, oldId)
    else entries.delete(rawPath)
  }
  return entries
}
