import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunStore } from '../../run/run-store.ts'

/** Takes the result of a task away that is going to be redone. What was kept of it, and its log, stay. */
export async function reopenTask(store: RunStore, task: TaskId): Promise<void> {
  await store.pointRefs([
    [store.refs.result(task), undefined],
    [store.refs.branch(task), undefined],
  ])
}

/** Takes everything away that is known of a task of another job: there will be something else. */
export async function forgetTask(store: RunStore, task: TaskId): Promise<void> {
  const { refs } = store
  const work = [refs.result(task), refs.branch(task), refs.kept(task)]
  const all = [...work, refs.log(task), refs.messages(task), refs.attempt(task)]
  await store.pointRefs(all.map(ref => [ref, undefined] as const))
}

/** Whether the branch that a result tells of is here. */
export async function hasBranch(store: RunStore, { task, commit }: TaskResult): Promise<boolean> {
  return commit === null || (await store.resolve(store.refs.branch(task))) === commit
}
