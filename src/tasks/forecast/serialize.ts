import { readFileChanges } from '../../git/diff/file-changes.ts'
import { requireTree } from '../../git/trees/commit-tree.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import { withAncestors } from '../../plan/graph/graph.ts'
import { toMatcher } from '../../plan/scope/globs.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { ForecastLine } from './forecast.ts'
import type { ForecastWait } from './forecast-record.ts'

/** For each running task the files that it has changed so far. */
export async function readChangedPaths(
  { control, repository }: RunContext,
  work: readonly ForecastLine[],
): Promise<Map<TaskId, string[]>> {
  const pairs = work.map(async ({ commit, tree }) => ({
    from: await requireTree(repository, commit),
    to: tree,
  }))
  const answers = await readFileChanges(control, await Promise.all(pairs))
  return new Map(
    work.map(({ task, isForeign }, index) => {
      const own = (answers[index] ?? []).filter(change => !isForeign(change))
      return [task, [...new Set(own.flatMap(({ path, newPath }) => [path, newPath]))]]
    }),
  )
}

/**
 * The tasks that should wait, and for which others. Rule: a task that has not started waits for a running one that changed a file of
 * its scope, unless it waits for it anyway. It then starts from that task's code, as with overlapping scopes. Tasks without a scope
 * do not wait: their changes are unknown.
 */
export function toWaits(
  tasks: readonly Task[],
  waiting: readonly Task[],
  changed: ReadonlyMap<TaskId, readonly string[]>,
): ForecastWait[] {
  return waiting.flatMap(task => {
    if (task.files === undefined) return []
    const isInScope = toMatcher(task.files)
    const before = withAncestors(tasks, [task.id])
    return [...changed].flatMap(([behind, paths]) => {
      const path = before.has(behind) ? undefined : paths.find(isInScope)
      return path === undefined ? [] : [{ task: task.id, behind, path }]
    })
  })
}

/** The tasks with an edge for each wait. */
export function withWaits(tasks: readonly Task[], waits: readonly ForecastWait[]): readonly Task[] {
  if (waits.length === 0) return tasks
  return tasks.map(task => {
    const behind = waits.filter(wait => wait.task === task.id).map(wait => wait.behind)
    return behind.length === 0 ? task : { ...task, after: [...task.after, ...behind] }
  })
}
