import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunStore } from '../../run/run-store.ts'

/** Removes the result of a task that will be redone. Its kept work and its log stay. */
export async function reopenTask(store: RunStore, task: TaskId): Promise<void> {
  await store.pointRefs([
    [store.refs.result(task), undefined],
    [store.refs.branch(task), undefined],
  ])
}

/** Removes everything about another job's task: it will be replaced. */
export async function forgetTask(store: RunStore, task: TaskId): Promise<void> {
  const { refs } = store
  const work = [refs.result(task), refs.branch(task), refs.kept(task)]
  const all = [...work, refs.log(task), refs.messages(task), refs.attempt(task)]
  await store.pointRefs(all.map(ref => [ref, undefined] as const))
}

/** Whether a result's branch exists here. */
export async function hasBranch(store: RunStore, { task, commit }: TaskResult): Promise<boolean> {
  return commit === null || (await store.resolve(store.refs.branch(task))) === commit
}
