import { type Containment, readContainment } from '../../git/containment.ts'
import type { ObjectId } from '../../git/objects.ts'
import { toMergeOrder } from '../../plan/merge-order.ts'
import type { TaskId } from '../../plan/plan.ts'
import type { TaskResult } from '../../report/task-result.ts'
import type { RunContext } from '../run/run-context.ts'
import type { Branch } from './merge-chain.ts'

/** The branches of all tasks that succeeded, in the order in which they are merged. */
export async function toBranches(
  { plan, harness }: RunContext,
  base: ObjectId,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<Branch[]> {
  const tasks = plan.tasks.filter(task => toCommit(results.get(task.id)) !== undefined)
  const commits = new Map(tasks.map(task => [task.id, toCommit(results.get(task.id)) as ObjectId]))
  const containment = await readContainment(harness, base, [...commits.values()])
  const contained = toContainedTasks(containment, commits)
  const taskOf = new Map(tasks.map(task => [task.id, task]))
  return toMergeOrder(tasks, contained).map(id => ({
    task: id,
    title: taskOf.get(id)?.title ?? id,
    commit: commits.get(id) as ObjectId,
    isInBase: containment.inBase.has(commits.get(id) as ObjectId),
    requires: new Set([...(taskOf.get(id)?.needs ?? []).filter(hasBranch), ...(contained.get(id) ?? [])]),
  }))

  /** A prerequisite that was allowed to change nothing has no branch to wait for. */
  function hasBranch(id: TaskId): boolean {
    return results.get(id)?.outcome !== 'no-changes'
  }
}

function toCommit(result: TaskResult | undefined): ObjectId | undefined {
  return result?.outcome === 'succeeded' && !result.rolledBack ? (result.commit ?? undefined) : undefined
}

/** For each task the tasks whose branches its own one contains. */
function toContainedTasks(
  { within }: Containment,
  commits: ReadonlyMap<TaskId, ObjectId>,
): Map<TaskId, Set<TaskId>> {
  const entries = [...commits]
  return new Map(
    entries.map(([id, commit]) => {
      const inside = entries.filter(([, other]) => within.get(commit)?.has(other))
      return [id, new Set(inside.map(([other]) => other))]
    }),
  )
}
