import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { requireTree } from '../../git/trees/commit-tree.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { TaskWork } from '../work/task-work.ts'
import type { ForecastLine } from './forecast.ts'

/** The finished branch of a task. */
export async function readBranchLine(
  { repository }: Pick<RunContext, 'repository'>,
  task: TaskId,
  commit: ObjectId,
): Promise<ForecastLine> {
  const tree = await requireTree(repository, commit)
  return { task, commit, tree, isBranch: true, isForeign: () => false }
}

/** The worktree of an unfinished task. */
export async function readWorkLine(
  { repository }: Pick<RunContext, 'repository'>,
  { task, start, setupTree }: TaskWork,
  tree: ObjectId,
): Promise<ForecastLine> {
  const bySetup = setupTree === null ? [] : await readChanges(repository, start, setupTree)
  const foreign = new Map(bySetup.map(({ path, newId }) => [path, newId]))
  return {
    task: task.id,
    commit: start,
    tree,
    isBranch: false,
    isForeign: ({ newPath, newId }) => foreign.get(newPath) === newId,
  }
}
