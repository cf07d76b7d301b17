import { readChanges } from '../git/diff/tree-diff.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { Plan, Task } from '../model/plan.ts'
import type { Report } from '../model/report.ts'
import { checkChanges } from '../tasks/gates/change-gates.ts'

/** A file that a task may not change. */
export interface RefusedPath {
  readonly task: string
  readonly path: string
}

/** The files in the last refusals of tasks: out of scope, or protected. Read from the kept work of these tasks. */
export async function findRefusedPaths(
  repository: Repository,
  plan: Plan,
  report: Report,
): Promise<RefusedPath[]> {
  const refused = plan.tasks.filter(({ id }) => report.tasks[id]?.outcome === 'out-of-scope')
  const paths = await Promise.all(refused.map(task => readRefusedPaths(repository, plan, task, report)))
  return paths.flat()
}

async function readRefusedPaths(
  repository: Repository,
  plan: Plan,
  task: Task,
  { tasks }: Report,
): Promise<RefusedPath[]> {
  const { base, kept } = tasks[task.id] ?? {}
  if (!base || !kept) return []
  const changes = await readChanges(repository, base, kept)
  // The gates behind that of the scope do not matter.
  const gated = changes.map(change => ({ ...change, size: 0, linkTarget: undefined }))
  const refusal = checkChanges({ plan, task, changes: gated, problems: [] })
  return refusal?.outcome === 'out-of-scope' ? refusal.undo.map(path => ({ task: task.id, path })) : []
}
