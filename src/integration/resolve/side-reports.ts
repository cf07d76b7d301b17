import type { SideReport } from '../../agents/prompts/resolve-prompt.ts'
import type { ConflictedMerge } from '../../merging/merge-conflict.ts'
import type { Plan, Task } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'

/** The merged task, and those merged before that changed the same files. */
export interface CollidingTasks {
  readonly theirs: Task
  readonly ours: readonly Task[]
}

export function toSides({ tasks }: Plan, { task, colliding }: ConflictedMerge): CollidingTasks {
  const find = (id: string) => tasks.find(other => other.id === id)
  return { theirs: find(task) as Task, ours: colliding.map(find).filter(found => found !== undefined) }
}

/** Prompts and summaries of the merged task, and of those merged before that changed the same files. */
export async function readSideReports(
  { plan, store }: RunContext,
  merge: ConflictedMerge,
): Promise<{ theirs: SideReport; ours: SideReport[] }> {
  const { theirs, ours } = toSides(plan, merge)
  const read = async ({ id, title, prompt }: Task): Promise<SideReport> => {
    const result = await store.readResult(id)
    return { title, prompt, summary: result?.summary ?? null }
  }
  return { theirs: await read(theirs), ours: await Promise.all(ours.map(read)) }
}
