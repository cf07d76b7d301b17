import type { SideReport } from '../../agents/prompts/resolve-prompt.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ConflictedMerge } from '../../merging/merge-conflict.ts'
import type { Task } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'

/** The words of the task that is merged, and of those that are merged already and changed the same files. */
export async function readSideReports(
  context: RunContext,
  merge: ConflictedMerge,
  paths: readonly string[],
): Promise<{ theirs: SideReport; ours: SideReport[] }> {
  const { plan, store } = context
  const reports = new Map<string, SideReport>()
  for (const task of plan.tasks) {
    const result = await store.readResult(task.id)
    if (task.id === merge.task || (await touches(context, result, paths)))
      reports.set(task.id, toSideReport(task, result))
  }
  const ours = merge.with.map(id => reports.get(id)).filter(report => report !== undefined)
  return { theirs: reports.get(merge.task) as SideReport, ours }
}

function toSideReport({ title, prompt }: Task, result: TaskResult | undefined): SideReport {
  return { title, prompt, summary: result?.summary ?? null }
}

async function touches(
  { repository }: RunContext,
  result: TaskResult | undefined,
  paths: readonly string[],
): Promise<boolean> {
  if (result?.commit == null || result.base === null) return false
  const changes = await readChanges(repository, result.base, result.commit)
  return changes.some(change => paths.includes(change.path))
}
