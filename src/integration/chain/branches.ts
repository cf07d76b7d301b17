import type { ObjectId } from '../../git/objects/objects.ts'
import { type Containment, readContainment } from '../../git/refs/containment.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toMergeOrder } from '../../plan/graph/merge-order.ts'
import type { RunContext } from '../../run/run-context.ts'
import { announceForecast } from '../../tasks/forecast/announce.ts'
import { Forecast } from '../../tasks/forecast/forecast.ts'
import { toBranchLine } from '../../tasks/forecast/forecast-lines.ts'
import type { Branch } from './merge-step.ts'

/**
 * The branches of all tasks that succeeded, in the order in which they are merged. The conflicts that are coming decide about it,
 * and are announced.
 */
export async function toBranches(
  context: RunContext,
  base: ObjectId,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<Branch[]> {
  const { plan, harness } = context
  const tasks = plan.tasks.filter(task => toCommit(results.get(task.id)) !== undefined)
  const commits = new Map(tasks.map(task => [task.id, toCommit(results.get(task.id)) as ObjectId]))
  const containment = await readContainment(harness, base, [...commits.values()])
  const contained = toContainedTasks(containment, commits)
  const inOrder = toMergeOrder(tasks, { contained, forecast: [] })
  const lines = inOrder.map(id => toBranchLine(context, id, commits.get(id) as ObjectId))
  const forecast = await new Forecast(context).read(await Promise.all(lines))
  await announceForecast(context, forecast)
  const taskOf = new Map(tasks.map(task => [task.id, task]))
  return toMergeOrder(tasks, { contained, forecast }).map(id => ({
    task: id,
    title: taskOf.get(id)?.title ?? id,
    summary: results.get(id)?.summary ?? null,
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
